namespace Ledger.Documents.Layout;

/// <summary>What a document must have before it is set.</summary>
internal static class DocumentRules
{
    /// <exception cref="DocumentException">Something is missing, or stands in two places.</exception>
    public static void Check(OfficialDocument document)
    {
        if (string.IsNullOrWhiteSpace(document.Title)) throw new DocumentException("公文没有标题。", "The document has no title.");
        Demand(document.Signature is not { } signature || !string.IsNullOrWhiteSpace(signature.Issuer), "署名没有发文机关。", "The signature does not say who issues the document.");
        if (document.Profile == LayoutProfile.Public) return;
        CheckHead(document.Head ?? throw new DocumentException(
            $"{NameOf(document.Profile)}要有版头（发文机关标志、发文字号），而公文没有。请补上版头，或改用公开版。",
            $"The profile {document.Profile} needs a head (mark and number) and the document has none. Give it one, or use the public profile."));
        if (document.Profile == LayoutProfile.Letter) CheckLetter(document.Head);
        if (document.Imprint is { } imprint) CheckImprint(document, imprint);
    }

    private static void CheckHead(Head head)
    {
        Demand(!string.IsNullOrWhiteSpace(head.Mark), "版头没有发文机关标志。", "The head has no issuer's mark.");
        Demand(
            head.Number is not { } number || (!string.IsNullOrWhiteSpace(number.Code) && number is { Year: > 999 and < 10000, Number: > 0 }),
            $"发文字号“{head.Number}”不完整：要有机关代字、四位年份和大于零的顺序号。",
            $"The document number {head.Number} is not complete: it needs the office's code, a year of four digits and a number above zero.");
        Demand(head.Signers.All(name => !string.IsNullOrWhiteSpace(name)), "签发人中有空的姓名。", "A signer has no name.");
    }

    private static void CheckLetter(Head head)
    {
        Demand(
            !head.Mark.EndsWith("文件", StringComparison.Ordinal),
            $"信函的发文机关标志是机关全称或规范化简称，不加“文件”二字（GB/T 9704 第10.1条）：{head.Mark}。",
            $"A letter's mark is the issuer's name without 文件 (GB/T 9704, 10.1): {head.Mark}.");
        Demand(
            head.Signers.Count == 0,
            "信函格式没有签发人（GB/T 9704 第10.1条）：请去掉签发人，或改用正式上行文。",
            "A letter has no signers in its head (GB/T 9704, 10.1): leave them out, or use the formal profile.");
    }

    private static void CheckImprint(OfficialDocument document, Imprint imprint)
    {
        Demand(
            document.Profile == LayoutProfile.Letter || !string.IsNullOrWhiteSpace(imprint.Office),
            "版记没有印发机关。",
            "The imprint does not say who sends the document out.");
        Demand(
            imprint.Addressees.Count == 0 || document.Addressees.Count == 0,
            "主送机关既在正文之前又在版记中，只能在一处（GB/T 9704 第7.3.2条）。",
            "The addressees stand before the text and in the imprint; only one of the two is allowed (GB/T 9704, 7.3.2).");
    }

    private static string NameOf(LayoutProfile profile) => profile switch
    {
        LayoutProfile.Formal => "正式上行文",
        LayoutProfile.Letter => "信函",
        _ => "套打",
    };

    private static void Demand(bool holds, string chinese, string english)
    {
        if (!holds) throw new DocumentException(chinese, english);
    }
}
