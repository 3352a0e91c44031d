namespace Ledger.Documents.Tests.Fixtures;

/// <summary>
/// The real faces, found once: in the folder LEDGER_FONTS names, in the one the set-up fills, or in the system. Without
/// them the tests fail and say which face is missing; they never skip.
/// </summary>
public static class TestFonts
{
    private static readonly Lazy<FontLibrary> Found = new(() => FontLibrary.Discover(Folders));

    public static FontLibrary Library => Found.Value;

    public static IReadOnlyList<string> Folders =>
    [
        Environment.GetEnvironmentVariable("LEDGER_FONTS") ?? "",
        Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData), "Ledger", "fonts"),
    ];

    public static RenderedPdf Render(OfficialDocument document) => PdfRenderer.Render(document, Library);
}
