using System.Text;

namespace Ledger.Documents.Drawings;

/// <summary>
/// How wide a label is without asking a face, so that a drawing is the same wherever it is drawn: Han characters and
/// full-width marks one em, digits half an em, as in the faces of official documents.
/// </summary>
internal static class LabelWidth
{
    public static double Of(string text, double size) => text.EnumerateRunes().Sum(Em) * size;

    private static double Em(Rune rune) => rune.Value switch
    {
        >= 0x250 => 1,
        >= 'A' and <= 'Z' => 0.72,
        'm' or 'w' or '%' => 0.8,
        _ => 0.5,
    };
}
