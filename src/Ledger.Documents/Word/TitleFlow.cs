using DocumentFormat.OpenXml;
using Ledger.Documents.Fonts;
using Ledger.Documents.Layout;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Ledger.Documents.Word;

/// <summary>A title: 2号 小标宋, centred, cut into lines where the PDF cuts it, one blank line below (7.3.1, 7.3.2).</summary>
internal static class TitleFlow
{
    /// <summary>From one title line to the next, in twips.</summary>
    public const int Pitch = 660;

    /// <param name="issuer">The name at the title's head after which a line may break first; null: any fit place.</param>
    /// <param name="width">The room of a line, in twips.</param>
    public static void Add(Flow flow, string style, string title, string? issuer, int width)
    {
        var lines = Lines(title, issuer, width);
        var content = lines.SelectMany((line, i) => i == 0 ? [WordText.Run(line)] : (OpenXmlElement[])[new W.Run(new W.Break()), WordText.Run(line)]);
        var paragraph = flow.Add(style, [.. content]);
        paragraph.ParagraphProperties!.SpacingBetweenLines = new W.SpacingBetweenLines { After = $"{Blank(lines.Count)}" };
    }

    public static IReadOnlyList<string> Lines(string title, string? issuer, int width)
    {
        var size = PageStyle.Standard.TitleSize;
        var pieces = new Clusterer(Measure.Find, size, size).Split([new StyledRun(WordText.Clean(title), FontRole.Title)]);
        return [.. TitleBreaker.Break(pieces, issuer, width / 20.0).Select(line => string.Concat(line.Of(pieces).SelectMany(Characters)))];
    }

    // The title's lines are further apart than the grid's; the blank line gives the difference back.
    private static int Blank(int lines)
    {
        var surplus = lines * (Pitch - Measure.Pitch);
        return (surplus > Measure.Pitch / 2 ? 2 : 1) * Measure.Pitch - surplus;
    }

    private static IEnumerable<string> Characters(Cluster piece) => piece.Glyphs.Select(glyph => char.ConvertFromUtf32(glyph.CodePoint));
}
