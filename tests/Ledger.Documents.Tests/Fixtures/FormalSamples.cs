namespace Ledger.Documents.Tests.Fixtures;

/// <summary>Invented documents with a head and an imprint.</summary>
public static class FormalSamples
{
    public static Head Head { get; } = new("沈丘县招商服务中心文件", new DocumentNumber("沈招商", 2024, 3))
    {
        Signers = ["张某某", "李某", "王某某"],
        CopyNumber = "000001",
        Secrecy = "秘密★1年",
        Urgency = "特急",
    };

    public static Imprint Imprint { get; } = new("沈丘县招商服务中心办公室", new DateOnly(2024, 1, 8)) { Copies = ["县委依法治县办", "县司法局"] };

    public static OfficialDocument Report { get; } = Samples.Report with { Profile = LayoutProfile.Formal, Head = Head, Imprint = Imprint };

    public static OfficialDocument Preprinted { get; } = Report with { Profile = LayoutProfile.Preprinted };

    public static OfficialDocument Letter { get; } = Samples.Empty with
    {
        Profile = LayoutProfile.Letter,
        Title = "沈丘县招商服务中心关于商请协助开展招商引资合同合法性审查工作的函",
        Addressees = ["沈丘县司法局"],
        Head = new Head("沈丘县招商服务中心", new DocumentNumber("沈招商函", 2024, 5)) { CopyNumber = "000001", Secrecy = "秘密★1年", Urgency = "特急" },
        Imprint = new Imprint("沈丘县招商服务中心办公室", new DateOnly(2024, 1, 8)) { Copies = ["县委依法治县办", "县政府办公室"] },
        Body = [.. Samples.Prose.Concat(Samples.Prose.Take(2)).Select(text => new Paragraph(text))],
        Signature = new Signature(Samples.Issuer, new DateOnly(2024, 1, 5), SealSpace: true),
    };

    public static OfficialDocument Wide { get; } = Samples.Report with
    {
        SampleMark = "样例数据（虚构）",
        Annexes = [Samples.Report.Annexes[1], new Annex("横排统计表", [Samples.Statistics(30)]) { Landscape = true }, Samples.Report.Annexes[0]],
    };

    /// <summary>With all charts, a picture, and cells over several rows.</summary>
    public static OfficialDocument Figures { get; } = Samples.Empty with
    {
        Body = [new Paragraph(Samples.Prose[0]), new Image("照片.png", Pictures.Png(2, 2, 8, 0, [0, 80, 160, 240]), "活动现场") { Caption = "照片1 活动现场" }],
        Annexes =
        [
            new Annex("年度活动图示", [.. SampleCharts.All]),
            new Annex("合并单元格",
            [
                new Table
                {
                    Columns = [new("类别", 2), new("指标", 3), new("数值", 1, ColumnAlignment.Decimal)],
                    Rows =
                    [
                        new TableRow([new TableCell("学法") { RowSpan = 2 }, new TableCell("学法活动"), new TableCell("46")]),
                        new TableRow([new TableCell("参学率"), new TableCell("93.8")]),
                        new TableRow([new TableCell("合计") { ColumnSpan = 2 }, new TableCell("139.8")]),
                    ],
                },
            ]),
        ],
    };

    public static TheoryData<string> Names => ["public", "formal", "preprinted", "letter", "wide", "figures", "empty"];

    public static OfficialDocument Named(string name) => name switch
    {
        "public" => Samples.Report with { SampleMark = "样例数据（虚构）" },
        "formal" => Report,
        "preprinted" => Preprinted,
        "letter" => Letter,
        "wide" => Wide,
        "figures" => Figures,
        _ => Samples.Empty,
    };
}
