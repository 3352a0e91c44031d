using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Ledger.Documents.Word;

/// <summary>The document's settings.</summary>
internal static class SettingsPart
{
    // Word 2013 and later: a table's rules stand on the type area's edges, not a cell's margin outside them.
    private const string Mode = "15", ModeUri = "http://schemas.microsoft.com/office/word";

    public static W.Settings Of(string language) => new(
        new W.Zoom { Percent = "100" },
        new W.DefaultTabStop { Val = 2 * Measure.Cell },
        new W.EvenAndOddHeaders(),
        new W.CharacterSpacingControl { Val = W.CharacterSpacingValues.CompressPunctuation },
        new W.Compatibility(
            new W.UseFarEastLayout(),
            new W.CompatibilitySetting { Name = W.CompatSettingNameValues.CompatibilityMode, Val = Mode, Uri = ModeUri }),
        new W.ThemeFontLanguages { Val = "en-US", EastAsia = language },
        new W.DecimalSymbol { Val = "." },
        new W.ListSeparator { Val = "," });
}
