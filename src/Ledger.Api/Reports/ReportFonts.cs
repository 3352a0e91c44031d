using Ledger.Api.Setup;
using Ledger.Documents;

namespace Ledger.Api.Reports;

/// <summary>The fonts of this machine, looked up once: the data folder's first, then the system's.</summary>
public static class ReportFonts
{
    private static readonly Lazy<FontLibrary> Loaded = new(() => FontLibrary.Discover(Folders()));

    public static FontLibrary Library => Loaded.Value;

    private static IEnumerable<string> Folders()
    {
        if (Environment.GetEnvironmentVariable("LEDGER_FONTS") is { Length: > 0 } named)
            yield return named;
        yield return DataFolder.FromEnvironment().Fonts;
    }
}
