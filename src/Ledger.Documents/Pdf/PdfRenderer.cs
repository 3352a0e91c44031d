namespace Ledger.Documents;

public static class PdfRenderer
{
    public static RenderedPdf Render(OfficialDocument document, FontLibrary fonts) => throw new NotImplementedException();
}
