namespace Ledger.Documents.Sample;

/// <summary>
/// A notice (通知) with red head, room for a seal, an annex and an imprint. Invented: there is no such county, office or
/// number.
/// </summary>
internal static class Notice
{
    private const string Issuer = "某县招商服务中心";

    public static OfficialDocument Document { get; } = new()
    {
        Title = "某县招商服务中心关于做好2024年度合同审查工作的通知",
        TitleIssuer = Issuer,
        Addressees = ["各乡镇人民政府", "各产业集聚区管理委员会", "中心各股室"],
        Author = Issuer,
        IssuedAt = new DateTimeOffset(2024, 3, 11, 9, 0, 0, TimeSpan.FromHours(8)),
        Profile = LayoutProfile.Formal,
        Head = new Head($"{Issuer}文件", new DocumentNumber("某招商", 2024, 6)),
        Body =
        [
            new Paragraph("为规范招商引资合同订立和履行，防范法律风险，根据县委、县政府关于法治政府建设的部署，现就开展2024年度招商引资合同合法性审查工作通知如下："),
            new Heading(1, "一、审查范围"),
            new Paragraph("2024年1月1日以后拟签订的招商引资合同、投资协议、补充协议以及其他涉及土地、税收、资金扶持内容的书面承诺，未经合法性审查不得签订。"),
            new Heading(1, "二、审查程序"),
            new Heading(2, "（一）送审"),
            new Paragraph("承办单位应当在合同签订10个工作日前，将合同文本、谈判情况说明和相关依据一并报送中心政策法规股。"),
            new Heading(2, "（二）审查"),
            new Paragraph("政策法规股会同法律顾问自收到材料之日起5个工作日内出具书面审查意见；情况复杂的，可以延长3个工作日。"),
            new Heading(1, "三、有关要求"),
            new Paragraph("各单位要明确专人负责，建立审查台账，并于每季度末月25日前报送《招商引资合同合法性审查情况统计表》（见附件）。未按规定送审造成损失的，依法依规追究责任。"),
        ],
        Signature = new Signature(Issuer, new DateOnly(2024, 3, 11), SealSpace: true),
        Note = "联系人：张三，联系电话：0000-0000000",
        Annexes = [new Annex("招商引资合同合法性审查情况统计表", [Form])],
        Imprint = new Imprint("某县招商服务中心办公室", new DateOnly(2024, 3, 11)) { Copies = ["县政府办公室", "县司法局"] },
    };

    private static Table Form => new()
    {
        UnitLine = "单位：份",
        Columns = [new("序号", 1, ColumnAlignment.Center), new("合同类别", 3), new("送审", 1.2, ColumnAlignment.Decimal), new("审结", 1.2, ColumnAlignment.Decimal), new("提出意见", 1.4, ColumnAlignment.Decimal)],
        Rows = [TableRow.Of("1", "投资协议", "", "", ""), TableRow.Of("2", "补充协议", "", "", ""), TableRow.Of("3", "书面承诺", "", "", ""), TableRow.Of("", "合计", "", "", "")],
        Note = "注：按季度填报，数据截至每季度末月20日。",
    };
}
