namespace Ledger.Documents.Layout;

/// <summary>Puts a set line on a page: one mark for each stretch of one face and owner, and the areas of its links.</summary>
internal static class LineMarks
{
    public static void Add(PageContent page, PageStyle style, FixedLine placed)
    {
        var (line, size, node) = (placed.Line, placed.Size, placed.Node);
        PlacedGlyph[] all = [.. line.Glyphs];
        for (int from = 0, to; from < all.Length; from = to)
        {
            var (face, owner) = (all[from].Glyph.Face, all[from].Run.Owner);
            for (to = from + 1; to < all.Length; to++)
            {
                if (all[to].Glyph.Face != face || all[to].Run.Owner != owner) break;
            }

            var glyphs = new ArraySegment<PlacedGlyph>(all, from, to - from);
            var element = node is null ? null : owner?.Node ?? node;
            page.Marks.Add(new TextMark(element, face, size, glyphs, placed.Left, placed.Baseline) { Ink = placed.Ink });
            if (node is not null && owner is { Node.Type: "Link" }) page.Links.Add(AreaOf(owner, glyphs, placed, style));
        }
    }

    private static LinkArea AreaOf(RunOwner owner, ArraySegment<PlacedGlyph> glyphs, FixedLine placed, PageStyle style)
    {
        var right = placed.Left + glyphs[^1].X + glyphs[^1].Glyph.Advance * placed.Size;
        var top = placed.Baseline - style.Ascent * placed.Size;
        return new LinkArea(owner, placed.Left + glyphs[0].X, top, right, top + placed.Size);
    }
}
