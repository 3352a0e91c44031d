using Ledger.Documents.Fonts;

namespace Ledger.Documents.Layout;

/// <summary>Turns placed items into marks on pages, and notes where bookmarks, named places and links are.</summary>
internal sealed class PageComposer(PageStyle style, PageFurniture furniture)
{
    private readonly List<PageContent> pages = [];
    private readonly List<(Bookmark, Place)> bookmarks = [];
    private readonly Dictionary<string, Place> places = new(StringComparer.Ordinal);
    private readonly TableMarks tables = new(style);
    private PageContent page = null!;

    public static LaidOutDocument Compose(OfficialDocument document, PageStyle style, GlyphLookup find)
    {
        var flow = DocumentFlow.Build(document, style, find);
        var composer = new PageComposer(style, new PageFurniture(style, find, flow.Root, document.SampleMark));
        foreach (var filled in DocumentPages.Of(flow, style)) composer.Add(filled);
        return new LaidOutDocument(composer.pages, flow.Root, composer.bookmarks, composer.places);
    }

    private void Add(FlowPage filled)
    {
        page = new PageContent(filled.Frame);
        pages.Add(page);
        furniture.AddSampleMark(page);
        for (var i = 0; i < filled.Items.Count; i++)
        {
            var (item, top) = (filled.Items[i].Item, filled.Items[i].Top);
            if (item is TextItem text) Add(text, top);
            if (item is FixedItem group) Add(group, top);
            if (item is FigureItem figure) FigureMarks.Add(page, style, figure, top);
            if (item is RowItem row)
            {
                var part = filled.Items.Skip(i).TakeWhile(placed => placed.Item is RowItem other && other.Table == row.Table).ToList();
                Add(part);
                i += part.Count - 1;
            }
        }

        if (filled.Numbered) furniture.AddPageNumber(page, pages.Count);
    }

    private void Add(TextItem text, double top)
    {
        // On the grid every size shares the body's baselines.
        var size = text.Height is null ? style.BodySize : text.Size;
        NotePlaces(text.Bookmark, text.Anchor, top);
        LineMarks.Add(page, style, new FixedLine(text.Line, text.Size, text.Left, top + text.Drop + style.Ascent * size, text.Node));
    }

    private void Add(FixedItem group, double top)
    {
        foreach (var line in group.Lines) LineMarks.Add(page, style, line with { Baseline = top + line.Baseline });
        foreach (var rule in group.Rules)
        {
            var right = rule.Length is { } length ? rule.Left + length : page.Frame.Width;
            page.Marks.Add(new RuleMark(rule.Left, top + rule.Y, right, top + rule.Y, rule.Thickness) { Ink = rule.Ink });
        }
    }

    private void Add(List<PlacedItem> rows)
    {
        foreach (var placed in rows)
        {
            var row = (RowItem)placed.Item;
            NotePlaces(null, row.Anchor, placed.Top);
            foreach (var cell in row.Cells) NotePlaces(null, cell.Anchor, placed.Top);
        }

        tables.Add(page, rows);
    }

    private void NotePlaces(Bookmark? bookmark, string? anchor, double top)
    {
        var place = new Place(pages.Count - 1, top);
        if (bookmark is not null) bookmarks.Add((bookmark, place));
        if (anchor is not null) places.TryAdd(anchor, place);
    }
}
