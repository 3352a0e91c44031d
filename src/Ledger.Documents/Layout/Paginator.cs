namespace Ledger.Documents.Layout;

/// <summary>A page's frame and what stands on it.</summary>
internal sealed record FlowPage(Frame Frame, List<PlacedItem> Items)
{
    /// <summary>False: the page carries no number (7.5).</summary>
    public bool Numbered { get; init; } = true;
}

/// <param name="Top">From the frame's top to the item's, in points.</param>
/// <param name="IsRepeated">A table head printed again: an artifact for readers of the structure.</param>
internal sealed record PlacedItem(FlowItem Item, double Top, bool IsRepeated = false);

/// <summary>
/// Fills pages from top to bottom on the line grid. An item that may not stand last on a page goes down together with
/// its followers; a table goes on under its repeated head.
/// </summary>
internal sealed class Paginator(PageStyle style)
{
    private const double Rounding = 0.01;

    private readonly List<FlowPage> pages = [];
    private Frame frame = Frame.Of(style, landscape: false);
    private FlowPage? page;
    private double pen;

    public static List<FlowPage> Paginate(IReadOnlyList<FlowItem> items, PageStyle style)
    {
        var paginator = new Paginator(style);
        for (var i = 0; i < items.Count; i++) paginator.Place(items, ref i);
        return paginator.pages;
    }

    /// <summary>Where what must be free for an item ends, from the frame's top.</summary>
    public static double Bottom(PlacedItem placed, PageStyle style) =>
        placed.Top + HeightOf(placed.Item, style) + (placed.Item is TextItem text ? text.RoomBelow : 0);

    private void Place(IReadOnlyList<FlowItem> items, ref int i)
    {
        switch (items[i])
        {
            case PageStart start:
                frame = start.Frame;
                NewPage();
                return;
            case BlankItem when pen > 0:
                pen = OnGrid(pen) + style.Pitch;
                return;
            case GapItem gap when pen > 0:
                pen += gap.Height;
                return;
            case BlankItem or GapItem:
                return;
        }

        if (Fits(items[i])) Put(items[i]);
        else i = Break(items, i) - 1;
    }

    /// <summary>Begins a page; returns the item to go on with: the first of those that must go down together.</summary>
    private int Break(IReadOnlyList<FlowItem> items, int at)
    {
        var first = at;
        while (first > 0 && items[first - 1].KeepWithNext) first--;
        var kept = items.Skip(first).Take(at - first).Where(item => item is not (BlankItem or GapItem)).ToList();
        // A chain that fills the page from its top cannot be helped by another page.
        if (page!.Items.Count(placed => !placed.IsRepeated) <= kept.Count || first == 0) first = at;
        else page.Items.RemoveRange(page.Items.Count - kept.Count, kept.Count);
        NewPage();
        if (items[first] is RowItem { IsHead: false } row)
        {
            foreach (var head in row.Head) Put(head, isRepeated: true);
        }

        if (first == at) Put(items[first]);
        return first == at ? at + 1 : first;
    }

    private void NewPage()
    {
        page = new FlowPage(frame, []);
        pages.Add(page);
        pen = 0;
    }

    private bool Fits(FlowItem item) => item switch
    {
        TextItem { Height: null } text => OnGrid(pen) + style.BodySize + text.RoomBelow <= frame.Height + Rounding,
        _ => pen + HeightOf(item, style) <= frame.Height + Rounding,
    };

    private void Put(FlowItem item, bool isRepeated = false)
    {
        var top = item is TextItem { Height: null } ? OnGrid(pen) : pen;
        page!.Items.Add(new PlacedItem(item, top, isRepeated));
        pen = top + HeightOf(item, style);
    }

    private static double HeightOf(FlowItem item, PageStyle style) => item switch
    {
        TextItem text => text.Height ?? style.Pitch,
        RowItem row => row.Height,
        FixedItem group => group.Height,
        FigureItem figure => figure.Height,
        _ => 0,
    };

    private double OnGrid(double y) => Math.Ceiling((y - Rounding) / style.Pitch) * style.Pitch;
}
