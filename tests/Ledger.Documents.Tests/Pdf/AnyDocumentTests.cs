using CsCheck;
using Ledger.Documents.Tests.Fixtures;
using UglyToad.PdfPig;

namespace Ledger.Documents.Tests.Pdf;

/// <summary>Whatever is handed in, a renderer makes a file of it or says what is wrong; it never fails in another way.</summary>
public class AnyDocumentTests
{
    [Fact]
    public void pdf() => AnyDocument.One.Sample(
        document => Rendered(() => TestFonts.Render(document).Bytes) is not { } bytes || Opens(bytes),
        iter: 200);

    [Fact]
    public void html() => AnyDocument.One.Sample(
        document => Rendered(() => HtmlRenderer.Render(document)) is not { } page || !page.Contains("javascript:", StringComparison.Ordinal),
        iter: 400);

    [Fact]
    public void word() => AnyDocument.One.Sample(
        document => Rendered(() => WordRenderer.Render(document)) is not { } bytes || ReadWord.Faults(bytes).Count == 0,
        iter: 60);

    private static T? Rendered<T>(Func<T> render) where T : class
    {
        try
        {
            return render();
        }
        catch (DocumentException said)
        {
            Assert.Contains('\n', said.Message);
            return null;
        }
    }

    private static bool Opens(byte[] bytes)
    {
        using var pdf = PdfDocument.Open(bytes);
        return pdf.GetPages().All(page => page.Letters.All(letter => letter.Value.Length > 0));
    }
}
