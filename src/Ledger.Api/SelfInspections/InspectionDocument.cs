using System.Globalization;
using Ledger.Documents;
using Ledger.Domain.Kinds;
using Ledger.Domain.SelfInspections;
using Ledger.Domain.Units;

namespace Ledger.Api.SelfInspections;

/// <summary>The result sheet of a self-inspection in print, with what is needed to draw its sample again.</summary>
public static class InspectionDocument
{
    public static OfficialDocument Of(Unit unit, InspectionSheet sheet, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(unit);
        ArgumentNullException.ThrowIfNull(sheet);
        var drawn = sheet.Inspection.Drawn;
        return new OfficialDocument
        {
            Title = $"{drawn.Year}年度台账第{drawn.Number}次自查情况",
            TitleIssuer = unit.Name,
            Body =
            [
                new Paragraph($"本次自查从{drawn.Year}年度第{drawn.Edition}版定稿背后的{drawn.Population}条登记中抽取{drawn.Entries.Count}条，已核查{sheet.Checked}条：{Counts(sheet)}。"),
                new Paragraph("样本由定稿指标校验值、年度和序号算出，任何人都可以重新抽取：种子为“校验值/年度/序号”的SHA-256，逐条计算“种子/登记编号”的SHA-256，从小到大取前若干条。"),
                new Paragraph($"定稿指标校验值：{Grouped(drawn.FiguresSha256)}；种子：{Grouped(drawn.Seed)}。"),
            ],
            Signature = new Signature(unit.Name, today),
            Annexes = [new Annex("自查结果表", [Results(sheet)])],
            SampleMark = unit.Sample ? "样例数据（虚构）" : null,
            Author = unit.Name,
            IssuedAt = new DateTimeOffset(today, TimeOnly.MinValue, TimeSpan.FromHours(8)),
            Identifier = $"{unit.Id}/{drawn.Year}/inspection/{drawn.Number}",
        };
    }

    private static Table Results(InspectionSheet sheet) => new()
    {
        Columns =
        [
            new("序号", 0.8, ColumnAlignment.Center), new("日期", 1.4, ColumnAlignment.Center), new("事项", 3.6),
            new("结果", 1.4, ColumnAlignment.Center), new("所见材料", 2.4), new("说明", 2.6), new("核查人", 1.4, ColumnAlignment.Center),
        ],
        Rows = [.. sheet.Lines.Select((l, i) => TableRow.Of(
            (i + 1).ToString(CultureInfo.InvariantCulture), FormattableString.Invariant($"{l.OccurredOn.Month}月{l.OccurredOn.Day}日"), l.Title,
            l.Result is { } r ? Codes.LabelOf(r.Result) : "未核查", l.Result?.EvidenceSeen ?? "", l.Result?.Remark ?? "", l.Result?.CheckedBy ?? ""))],
        Note = "注：按抽取顺序列出；核查结果逐条记入台账，改动留痕。",
    };

    private static string Counts(InspectionSheet sheet) => string.Join("，", Enum.GetValues<CheckResult>()
        .Select(r => $"{Codes.LabelOf(r)}{sheet.Lines.Count(l => l.Result?.Result == r).ToString(CultureInfo.InvariantCulture)}条"));

    /// <summary>A hash can be compared by eye, eight at a time.</summary>
    private static string Grouped(string hash) => string.Join(' ', hash.Chunk(8).Select(c => new string(c)));
}
