using System.Globalization;
using Ledger.Documents.Fonts;

namespace Ledger.Documents.Layout;

/// <summary>What stands outside the type area, always on the upright sheet: the page number and the mark for invented data.</summary>
internal sealed class PageFurniture(PageStyle style, GlyphLookup find, StructNode root, string? sampleMark)
{
    private const string Dash = "—";

    // One element for all pages: what is invented is said once to those who listen, and seen on every page.
    private readonly StructNode markNode = new("P", root);

    public void AddSampleMark(PageContent page)
    {
        if (string.IsNullOrEmpty(sampleMark)) return;
        var line = Natural(sampleMark, FontRole.Kai, style.SampleMarkSize);
        Add(page, line, markNode, style.SampleMarkSize, style.Left + style.Width - line.Width, style.Top - style.SampleMarkRise);
    }

    /// <summary>
    /// 7.5: 4号 half-width 宋体 digits between dashes, the dashes' top 7 mm below the type area; odd pages right less one
    /// character, even pages left plus one.
    /// </summary>
    public void AddPageNumber(PageContent page, int number)
    {
        var size = style.PageNumberSize;
        var line = Natural($"{Dash} {number.ToString(CultureInfo.InvariantCulture)} {Dash}", FontRole.Song, size);
        var left = number % 2 == 1 ? style.Left + style.Width - size - line.Width : style.Left + size;
        var dash = line.Glyphs[0].Glyph;
        Add(page, line, null, size, left, style.Top + style.Height + style.PageNumberDrop + dash.InkTop * size);
    }

    private Line Natural(string text, FontRole role, double size) =>
        LineSetter.Set(new Clusterer(find, size, null).Split([new StyledRun(text, role)]), 0, 0, 0, []);

    private static void Add(PageContent page, Line line, StructNode? node, double size, double left, double baseline)
    {
        for (int from = 0, to; from < line.Glyphs.Count; from = to)
        {
            var face = line.Glyphs[from].Glyph.Face;
            for (to = from + 1; to < line.Glyphs.Count && line.Glyphs[to].Glyph.Face == face; to++) { }
            var glyphs = new ArraySegment<PlacedGlyph>([.. line.Glyphs], from, to - from);
            page.Marks.Add(new TextMark(node, face, size, glyphs, left, baseline) { OnSheet = true });
        }
    }
}
