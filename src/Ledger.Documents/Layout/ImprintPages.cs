namespace Ledger.Documents.Layout;

/// <summary>
/// Closes a document with its imprint: on the last page of the last sheet, an even one, its last rule on the bottom of the
/// type area (7.4.1). When a blank page comes before it, neither of the two has a page number (7.5).
/// A letter is closed on its last page, odd or even (10.1).
/// </summary>
internal static class ImprintPages
{
    private const double Rounding = 0.01;

    public static void Close(List<FlowPage> pages, FixedItem imprint, PageStyle style, bool onEvenPage)
    {
        var upright = Frame.Of(style, landscape: false);
        if (onEvenPage && pages.Count % 2 == 1) pages.Add(new FlowPage(upright, []));
        else if (!HasRoom(pages[^1], imprint, style) && onEvenPage)
            pages.AddRange([new FlowPage(upright, []) { Numbered = false }, new FlowPage(upright, []) { Numbered = false }]);
        else if (!HasRoom(pages[^1], imprint, style)) pages.Add(new FlowPage(upright, []));
        pages[^1].Items.Add(new PlacedItem(imprint, style.Height - imprint.Height));
    }

    private static bool HasRoom(FlowPage page, FixedItem imprint, PageStyle style) =>
        !page.Frame.Landscape
        && page.Items.Select(placed => Paginator.Bottom(placed, style)).DefaultIfEmpty().Max() + imprint.Height <= style.Height + Rounding;
}
