using System.Globalization;
using System.Text;
using System.Xml;
using DocumentFormat.OpenXml;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Ledger.Documents.Word;

/// <summary>Plain text as Word runs.</summary>
internal static class WordText
{
    /// <summary>
    /// The characters as they are printed: as in the PDF, white space other than U+3000 is a space, and what draws nothing
    /// is left out.
    /// </summary>
    public static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune) && rune.Value != 0x3000) clean.Append(' ');
            else if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.Format or UnicodeCategory.Control) continue;
            else if (!rune.IsBmp || XmlConvert.IsXmlChar((char)rune.Value)) clean.Append(rune.ToString());
        }

        return clean.ToString();
    }

    /// <param name="style">A character style, or null.</param>
    public static W.Run Run(string text, string? style = null)
    {
        var clean = Clean(text);
        var run = new W.Run();
        if (Properties(clean, style) is { } properties) run.Append(properties);
        run.Append(new W.Text(clean) { Space = SpaceProcessingModeValues.Preserve });
        return run;
    }

    // Quotes, dashes and dots stand in Latin and in Chinese text: without the hint Word takes them for Latin and sets
    // them half as wide.
    private static W.RunProperties? Properties(string text, string? style)
    {
        var isAmbiguous = text.Any(c => c is >= '\u0080' and < '\u2E80');
        if (style is null && !isAmbiguous) return null;
        return new W.RunProperties
        {
            RunStyle = style is null ? null : new W.RunStyle { Val = style },
            RunFonts = isAmbiguous ? new W.RunFonts { Hint = W.FontTypeHintValues.EastAsia } : null,
        };
    }
}
