namespace Ledger.Documents.Tests.Fixtures;

/// <summary>Invented documents.</summary>
public static class Samples
{
    public const string Issuer = "沈丘县招商服务中心";

    public static IReadOnlyList<string> Prose { get; } =
    [
        "2023年，中心坚持以习近平法治思想为指导，深入学习贯彻党的二十大精神，认真落实县委、县政府关于法治政府建设的决策部署，紧紧围绕招商引资工作，不断提升依法行政能力和水平，现将有关情况报告如下。",
        "主要负责人严格履行推进法治建设第一责任人职责，将法治建设纳入年度工作要点，与招商工作同部署、同推进、同考核。全年召开专题会议4次；组织“第一议题”学法12次，中心组学法6次，开展法治专题讲座2场，参训356人次。",
        "对招商引资合同、协议全部进行合法性审查。全年审查合同38份，出具法律意见书21份，提出法律意见96条，采纳率达98.5%；对《招商引资优惠政策（试行）》开展公平竞争审查，做到“应审尽审、有错必纠”——既防范了风险，又优化了环境……",
        "聘请某某律师事务所作为法律顾问（沈政〔2023〕3号），全年提供法律服务20次，列席会议8次。组织送法进企业活动15场次，走访企业120家次，发放宣传资料3500份，现场解答咨询460人次，帮助企业协调解决问题32件。",
    ];

    public static OfficialDocument Empty { get; } = new()
    {
        Title = "沈丘县招商服务中心关于2023年度法治政府建设情况的报告",
        TitleIssuer = Issuer,
        Addressees = ["沈丘县人民政府"],
        Author = Issuer,
        IssuedAt = new DateTimeOffset(2024, 1, 15, 9, 30, 0, TimeSpan.FromHours(8)),
        Identifier = "sample-2023-1",
        Body = [],
    };

    public static OfficialDocument Report { get; } = Empty with
    {
        Body =
        [
            new Paragraph(Prose[0]),
            new Heading(1, "一、主要举措和成效"),
            new Heading(2, "（一）压实第一责任人职责"),
            new Paragraph(Prose[1]),
            new Heading(2, "（二）坚持依法决策"),
            new Paragraph(Prose[2]),
            new Heading(3, "1.法律顾问"),
            new Paragraph(
            [
                new Run("全年提供法律服务"), new Run("20") { FigureCode = "legal-service" }, new Run("次，审查合同"),
                new Run("38") { FigureCode = "contract-review" }, new Run("份，另有"), new Run("7") { FigureCode = "no-row" },
                new Run("件见"), new Run("县政府网站") { Link = "https://example.gov.cn/report?year=2023" }, new Run("。"),
            ]),
            new Heading(4, "（1）送法进企业"),
            new Paragraph(Prose[3]),
            new Heading(1, "二、存在的问题和下一步打算"),
            .. Enumerable.Range(0, 6).Select(i => new Paragraph(Prose[i % 4])),
        ],
        Signature = new Signature(Issuer, new DateOnly(2024, 1, 5)),
        Note = "此件公开发布",
        Annexes = [new Annex("2023年度主要指标统计表", [Statistics(40)]), new Annex("计数口径说明", [new Heading(1, "一、规则"), new Paragraph(Prose[3])])],
        Files = [new AttachedFile("figures.json", """{"year":2023}"""u8.ToArray(), "application/json", "年度指标")],
    };

    public static Head Head { get; } = new("沈丘县招商服务中心文件", new DocumentNumber("沈招商", 2024, 3)) { Signers = ["张三"] };

    public static Imprint Imprint { get; } = new("沈丘县招商服务中心办公室", new DateOnly(2024, 1, 8))
    {
        Copies = ["县委办公室", "县人大常委会办公室", "县政协办公室", "县司法局", "县委全面依法治县委员会办公室", "县审计局"],
    };

    /// <summary>With a red head and an imprint, and this many lines of text.</summary>
    public static OfficialDocument Formal(int lines) => Empty with
    {
        Profile = LayoutProfile.Formal,
        Head = Head,
        Imprint = Imprint,
        Body = [new Paragraph(new string('法', lines * 28 - 3))],
    };

    public static Table Statistics(int rows) => new()
    {
        UnitLine = "单位：件、次",
        Columns = [new("序号", 1.2, ColumnAlignment.Center), new("指标", 4), new("2023年", 1.6, ColumnAlignment.Decimal), new("增减%", 1.6, ColumnAlignment.Decimal)],
        Rows =
        [
            .. Enumerable.Range(1, rows).Select(i => new TableRow([new($"{i}"), new($"第{i}项指标"), new($"{i * 37 % 1000}"), new($"{i % 90}.{i % 10}%")])
            {
                Anchor = i == 3 ? "figure:legal-service" : i == rows ? "figure:contract-review" : null,
                Link = i == 3 ? "https://example.gov.cn/figures/legal-service" : null,
            }),
        ],
        Note = "注：截至2023年12月31日。",
    };
}
