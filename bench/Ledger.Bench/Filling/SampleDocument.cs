using System.Globalization;
using System.Text;
using Ledger.Documents;

namespace Ledger.Bench.Filling;

/// <summary>An invented report as long as the sample year's: text with figures, two tables over several pages, two attachments.</summary>
internal static class SampleDocument
{
    /// <summary>As many as make the sample year's length.</summary>
    public const int Sections = 4;

    private const string Issuer = "示例县招商服务中心";

    private static readonly string[] Prose =
    [
        "中心坚持把法治建设摆在全局工作的重要位置，主要负责人带头履行推进法治建设第一责任人职责，对重要工作亲自部署、重大问题亲自过问、重点环节亲自协调、重要任务亲自督办，推动年度任务逐项落地见效。",
        "严格落实重大行政决策程序，凡涉及招商引资政策、投资协议和资金安排的事项，一律先审查、再讨论、后签约，班子成员逐一表态，不同意见如实记录在案，确保决策经得起检验。",
        "聚焦企业和群众关心的热点难点，依托驻村队伍、包联干部和法律顾问，把法律服务送到村头、送进车间，现场解答咨询，编印通俗读本，引导企业和群众办事依法、遇事找法。",
        "完善内部监督，把合同送审、资金使用、承诺兑现作为重点，查出的问题逐项登记、明确责任、限时整改，整改情况在会上通报，做到早发现、早提醒、早纠正。",
    ];

    /// <param name="sections">How often the text is repeated.</param>
    public static OfficialDocument Of(int sections) => new()
    {
        Title = $"{Issuer}关于2023年度法治政府建设情况的报告",
        TitleIssuer = Issuer,
        Addressees = ["示例县人民政府"],
        Author = Issuer,
        IssuedAt = new DateTimeOffset(2024, 2, 7, 0, 0, 0, TimeSpan.FromHours(8)),
        SampleMark = "样例数据（虚构）",
        Body = [.. Enumerable.Range(1, sections).SelectMany(Section)],
        Signature = new Signature(Issuer, new DateOnly(2024, 2, 7)),
        Annexes = [new Annex("2023年度法治政府建设统计表", [Statistics()]), new Annex("指标口径", [Rules()])],
        Files = [new AttachedFile("figures.json", Attachment(90), "application/json", "指标"), new AttachedFile("entries.jsonl", Attachment(270), "application/x-ndjson", "登记")],
    };

    private static IEnumerable<Block> Section(int number)
    {
        yield return new Heading(1, $"{"一二三四五六七八九十"[(number - 1) % 10]}、重点工作第{number}部分");
        for (var part = 0; part < Prose.Length; part++)
        {
            yield return new Heading(2, $"（{"一二三四"[part]}）工作第{part + 1}方面");
            yield return new Paragraph(Prose[part]);
            yield return new Paragraph([new Run("全年开展活动"), Figure(number, part), new Run("次，参加"), Figure(number * 7, part), new Run("人次，整改问题"), Figure(part, number), new Run("个。")]);
        }
    }

    private static Run Figure(int a, int b) =>
        new(((a * 13) + b + 1).ToString(CultureInfo.InvariantCulture)) { FigureCode = FormattableString.Invariant($"f{((a * 13) + b) % 90}") };

    private static Table Statistics() => new()
    {
        Columns = [new("指标", 4.2), new("单位", 1.1, ColumnAlignment.Center), new("本年", 1.5, ColumnAlignment.Decimal), new("上年", 1.3, ColumnAlignment.Decimal), new("说明", 2, ColumnAlignment.Center)],
        Rows =
        [
            .. Enumerable.Range(0, 90).Select(i => TableRow.Of(
                $"第{i}项工作完成情况", "件次", (i * 37 % 1000).ToString(CultureInfo.InvariantCulture), FormattableString.Invariant($"{i % 90}.{i % 10}"), i % 9 == 0 ? "含约数" : "") with
            {
                Anchor = FormattableString.Invariant($"figure:f{i}"),
                Headed = true,
            }),
        ],
    };

    private static Table Rules() => new()
    {
        Columns = [new("指标", 2), new("版本", 0.7, ColumnAlignment.Center), new("口径", 5)],
        Rows = [.. Enumerable.Range(0, 90).Select(i => TableRow.Of($"第{i}项工作", "1", "每登记一项计1次，按形式分列，参与性工作另行统计，未填的不计"))],
    };

    private static byte[] Attachment(int lines) => Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, lines).Select(i =>
        FormattableString.Invariant($"{{\"number\":{i},\"kind\":\"legal-service\",\"occurredOn\":\"2023-{(i % 12) + 1:00}-{(i % 28) + 1:00}\",\"title\":\"第{i}次服务\",\"sha\":\"{i * 2654435761L:x16}\"}}\n"))));
}
