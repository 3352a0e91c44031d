using Ledger.Documents.Fonts;

namespace Ledger.Documents.Layout;

/// <summary>Turns placed items into marks on pages, and notes where bookmarks, named places and links are.</summary>
internal sealed class PageComposer(PageStyle style, PageFurniture furniture)
{
    private readonly List<PageContent> pages = [];
    private readonly List<(Bookmark, Place)> bookmarks = [];
    private readonly Dictionary<string, Place> places = new(StringComparer.Ordinal);
    private PageContent page = null!;

    public static LaidOutDocument Compose(OfficialDocument document, PageStyle style, GlyphLookup find)
    {
        var flow = DocumentFlow.Build(document, style, find);
        var composer = new PageComposer(style, new PageFurniture(style, find, flow.Root, document.SampleMark));
        foreach (var filled in Paginator.Paginate(flow.Items, style)) composer.Add(filled);
        return new LaidOutDocument(composer.pages, flow.Root, composer.bookmarks, composer.places);
    }

    private void Add(FlowPage filled)
    {
        page = new PageContent(filled.Frame);
        pages.Add(page);
        furniture.AddSampleMark(page);
        RowItem? above = null;
        foreach (var placed in filled.Items)
        {
            if (placed.Item is TextItem text) Add(text, placed.Top);
            if (placed.Item is RowItem row) Add(row, placed, isFirst: above is null);
            above = placed.Item as RowItem;
        }

        furniture.AddPageNumber(page, pages.Count);
    }

    private void Add(TextItem text, double top)
    {
        // On the grid every size shares the body's baselines.
        var size = text.Height is null ? style.BodySize : text.Size;
        NotePlaces(text.Bookmark, text.Anchor, top);
        AddLine(text.Line, text.Size, text.Left, top + text.Drop + style.Ascent * size, text.Node);
    }

    private void NotePlaces(Bookmark? bookmark, string? anchor, double top)
    {
        var place = new Place(pages.Count - 1, top);
        if (bookmark is not null) bookmarks.Add((bookmark, place));
        if (anchor is not null) places.TryAdd(anchor, place);
    }

    private void Add(RowItem row, PlacedItem placed, bool isFirst)
    {
        var (top, bottom) = (placed.Top, placed.Top + row.Height);
        NotePlaces(null, row.Anchor, top);
        foreach (var cell in row.Cells)
        {
            NotePlaces(null, cell.Anchor, top);
            AddCell(cell, top, row.Height, placed.IsRepeated);
        }

        var (left, right) = (row.Cells[0].Left, row.Cells[^1].Left + row.Cells[^1].Width);
        if (isFirst) Rule(left, top, right, top);
        Rule(left, bottom, right, bottom);
        Rule(left, top, left, bottom);
        foreach (var cell in row.Cells) Rule(cell.Left + cell.Width, top, cell.Left + cell.Width, bottom);
    }

    private void AddCell(SetCell cell, double top, double height, bool isRepeated)
    {
        if (cell.Lines.Count == 0 && !isRepeated) page.Marks.Add(new EmptyMark(cell.Node));
        var (size, leading) = (style.TableSize, style.TableLeading);
        var first = top + (height - cell.Lines.Count * leading) / 2 + (leading - size) / 2 + style.Ascent * size;
        for (var i = 0; i < cell.Lines.Count; i++)
            AddLine(cell.Lines[i], size, cell.Left + cell.Offsets[i], first + i * leading, isRepeated ? null : cell.Node);
    }

    private void AddLine(Line line, double size, double left, double baseline, StructNode? node)
    {
        for (int from = 0, to; from < line.Glyphs.Count; from = to)
        {
            var (face, owner) = (line.Glyphs[from].Glyph.Face, line.Glyphs[from].Run.Owner);
            for (to = from + 1; to < line.Glyphs.Count; to++)
            {
                if (line.Glyphs[to].Glyph.Face != face || line.Glyphs[to].Run.Owner != owner) break;
            }

            var glyphs = new ArraySegment<PlacedGlyph>([.. line.Glyphs], from, to - from);
            page.Marks.Add(new TextMark(node is null ? null : owner?.Node ?? node, face, size, glyphs, left, baseline));
            if (node is not null && owner is { Node.Type: "Link" }) AddLink(owner, glyphs, size, left, baseline);
        }
    }

    private void AddLink(RunOwner owner, ArraySegment<PlacedGlyph> glyphs, double size, double left, double baseline)
    {
        var right = left + glyphs[^1].X + glyphs[^1].Glyph.Advance * size;
        var top = baseline - style.Ascent * size;
        page.Links.Add(new LinkArea(owner, left + glyphs[0].X, top, right, top + size));
    }

    private void Rule(double x1, double y1, double x2, double y2) => page.Marks.Add(new RuleMark(x1, y1, x2, y2, style.RuleWidth));
}
