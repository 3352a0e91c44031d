using System.Text;

namespace Ledger.Documents.Drawings;

/// <summary>
/// How wide a label is without asking a face, so that a drawing is the same wherever it is drawn: Han characters and
/// full-width marks one em, digits half an em, as in the faces of official documents.
/// </summary>
internal static class LabelWidth
{
    public static double Of(string text, double size) => text.EnumerateRunes().Sum(Em) * size;

    /// <summary>As much of the text as fits, with … when something is left out.</summary>
    public static string Cut(string text, double size, double width)
    {
        if (Of(text, size) <= width) return text;
        var kept = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            if (Of($"{kept}{rune}…", size) > width) break;
            kept.Append(rune);
        }

        return $"{kept}…";
    }

    private static double Em(Rune rune) => rune.Value switch
    {
        >= 0x250 => 1,
        >= 'A' and <= 'Z' => 0.72,
        'm' or 'w' or '%' => 0.8,
        _ => 0.5,
    };
}
