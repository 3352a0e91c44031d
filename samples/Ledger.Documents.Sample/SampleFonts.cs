namespace Ledger.Documents.Sample;

/// <summary>Where faces are looked for before the system's folders: in LEDGER_FONTS, and where ./run puts them.</summary>
internal static class SampleFonts
{
    public static IReadOnlyList<string> Folders =>
    [
        Environment.GetEnvironmentVariable("LEDGER_FONTS") ?? "",
        Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData), "Ledger", "fonts"),
    ];
}
