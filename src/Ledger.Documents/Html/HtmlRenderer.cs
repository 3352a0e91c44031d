using System.Globalization;
using System.Text;
using Ledger.Documents.Html;
using Ledger.Documents.Layout;
using static Ledger.Documents.Html.HtmlText;

namespace Ledger.Documents;

/// <summary>
/// Renders official documents as one self-contained HTML page for the screen, for readers of the structure and for
/// printing: no script, nothing fetched. Pure, as <see cref="PdfRenderer"/>.
/// </summary>
public static class HtmlRenderer
{
    /// <exception cref="DocumentException">
    /// A link that is not an absolute http, https or mailto address, a table whose rows do not fit its columns, numbers that
    /// make no chart, a damaged picture.
    /// </exception>
    public static string Render(OfficialDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        var text = new HtmlText(Anchors.In(document));
        var body = new HtmlBlocks(text, document.Annexes.Count, shift: 0);
        var html = new StringBuilder();
        html.Append(CultureInfo.InvariantCulture, $"<!DOCTYPE html>\n<html lang=\"{Escape(document.Language)}\">\n<head>\n<meta charset=\"utf-8\">\n");
        html.Append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
        html.Append(CultureInfo.InvariantCulture, $"<title>{Escape(document.Title)}</title>\n<meta name=\"author\" content=\"{Escape(document.Author)}\">\n");
        if (document.Identifier is { } identifier) html.Append(CultureInfo.InvariantCulture, $"<meta name=\"dcterms.identifier\" content=\"{Escape(identifier)}\">\n");
        html.Append(CultureInfo.InvariantCulture, $"<style>\n{HtmlStyle.Sheet.ReplaceLineEndings("\n")}\n</style>\n</head>\n<body>\n<article>\n");
        if (document.SampleMark is { Length: > 0 } mark) html.Append(CultureInfo.InvariantCulture, $"<p class=\"sample\" role=\"note\">{Escape(mark)}</p>\n");
        html.Append(CultureInfo.InvariantCulture, $"<h1>{Title(document)}</h1>\n");
        if (document.Addressees.Count > 0) html.Append(CultureInfo.InvariantCulture, $"<p class=\"addressees\">{Escape(string.Join('、', document.Addressees))}：</p>\n");
        html.Append(body.Of(document.Body));
        if (document.Annexes.Count > 0 && !document.Body.OfType<AttachmentNote>().Any())
            html.Append(body.NoteOf([.. document.Annexes.Select(annex => annex.Title)]));
        if (document.Signature is { } signature) html.Append(SignatureOf(signature));
        if (document.Note is { Length: > 0 } note) html.Append(CultureInfo.InvariantCulture, $"<p>{Escape(note.StartsWith('（') ? note : $"（{note}）")}</p>\n");
        for (var i = 0; i < document.Annexes.Count; i++) html.Append(AnnexOf(document, i, new HtmlBlocks(text, 0, shift: 1)));
        return html.Append("</article>\n</body>\n</html>\n").ToString();
    }

    private static string Title(OfficialDocument document)
    {
        var issuer = document.TitleIssuer is { Length: > 0 } name && document.Title.StartsWith(name, StringComparison.Ordinal) ? name : "";
        var rest = Escape(document.Title[issuer.Length..]);
        return issuer.Length == 0 ? rest : $"{Escape(issuer)}<wbr>{rest}";
    }

    private static string SignatureOf(Signature signature)
    {
        var date = signature.Date.ToString("yyyy年M月d日", CultureInfo.InvariantCulture);
        var stamp = signature.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return $"<div class=\"signature{(signature.SealSpace ? " sealed" : "")}\"><p>{Escape(signature.Issuer)}</p>"
            + $"<p class=\"date\"><time datetime=\"{stamp}\">{date}</time></p></div>\n";
    }

    private static string AnnexOf(OfficialDocument document, int index, HtmlBlocks blocks)
    {
        var annex = document.Annexes[index];
        var label = document.Annexes.Count == 1 ? "附件" : $"附件{index + 1}";
        return $"<section class=\"annex{(annex.Landscape ? " wide" : "")}\" id=\"annex-{index + 1}\" aria-labelledby=\"annex-title-{index + 1}\">\n"
            + $"<p class=\"label\">{label}</p>\n<h2 id=\"annex-title-{index + 1}\">{Escape(annex.Title)}</h2>\n{blocks.Of(annex.Blocks)}</section>\n";
    }
}
