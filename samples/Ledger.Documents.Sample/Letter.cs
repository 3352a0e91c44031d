namespace Ledger.Documents.Sample;

/// <summary>A letter (函) in the form of clause 10.1, with room for a seal. Invented: there is no such county, office or number.</summary>
internal static class Letter
{
    private const string Issuer = "某县招商服务中心";

    public static OfficialDocument Document { get; } = new()
    {
        Title = "某县招商服务中心关于商请选派专家参与合同审查的函",
        TitleIssuer = Issuer,
        Addressees = ["某县司法局"],
        Author = Issuer,
        IssuedAt = new DateTimeOffset(2024, 4, 8, 9, 0, 0, TimeSpan.FromHours(8)),
        Profile = LayoutProfile.Letter,
        Head = new Head(Issuer, new DocumentNumber("某招商函", 2024, 2)),
        Body =
        [
            new Paragraph("今年以来，我县招商引资项目数量明显增加，合同条款日趋复杂。为提高合同合法性审查质量，现商请贵局选派2名熟悉民商事法律的专家，参与我中心招商引资合同审查工作。"),
            new Paragraph("参与时间拟为2024年4月至12月，每月集中审查1次，每次1天，所需资料和工作条件由我中心提供。"),
            new Paragraph("妥否，请于4月15日前函复。"),
        ],
        Signature = new Signature(Issuer, new DateOnly(2024, 4, 8), SealSpace: true),
        Note = "联系人：李四，联系电话：0000-0000001",
        Imprint = new Imprint("某县招商服务中心办公室", new DateOnly(2024, 4, 8)) { Copies = ["县政府办公室"] },
    };
}
