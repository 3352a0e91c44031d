using Ledger.Documents.Layout;
using Ledger.Documents.Pdf;

namespace Ledger.Documents;

/// <summary>
/// Renders official documents as PDF on the layout of GB/T 9704-2012. Pure: the same document and fonts give the same
/// bytes, whatever the culture, time zone or number of threads.
/// </summary>
public static class PdfRenderer
{
    /// <param name="signature">The file is signed, or keeps room for a signature. Null: neither.</param>
    /// <exception cref="DocumentException">
    /// A character no face has, a table whose rows do not fit its columns, numbers that make no chart, a picture that is
    /// damaged or of a kind that cannot be printed, a profile whose head is missing, a first page without room for text.
    /// </exception>
    public static RenderedPdf Render(OfficialDocument document, FontLibrary fonts, SignatureField? signature = null)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(fonts);
        var style = PageStyle.Standard;
        var laid = PageComposer.Compose(document, style, fonts.Find);
        var usage = new FontUsage(laid.Pages);
        var bytes = new PdfWriter(document, laid, style, signature).Write(usage);
        if (signature is not null) PdfSignature.SetRange(bytes);
        if (signature?.Signer is { } signer) bytes = PdfSignature.Fill(bytes, signer.Sign(PdfSignature.SignedBytes(bytes)));
        return new RenderedPdf(bytes, laid.Pages.Count, RenderLogs.Of(usage, fonts));
    }
}
