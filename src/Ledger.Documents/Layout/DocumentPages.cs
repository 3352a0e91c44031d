namespace Ledger.Documents.Layout;

/// <summary>A flow's pages, from the first, which must show text, to the one that carries the imprint.</summary>
internal static class DocumentPages
{
    /// <exception cref="DocumentException">The first page has no room for text (7.3.3).</exception>
    public static List<FlowPage> Of(Flow flow, PageStyle style)
    {
        var pages = Paginator.Paginate(flow.Items, style);
        if (BeginsWithText(flow) && !pages[0].Items.Exists(placed => ReferenceEquals(placed.Item, flow.Body[0])))
        {
            throw new DocumentException(
                "首页显示不出正文（GB/T 9704 第7.3.3条）：请缩短标题，或把主送机关移至版记。",
                "The first page shows no text (GB/T 9704, 7.3.3): shorten the title, or move the addressees to the imprint.");
        }

        if (flow.IsLetter) pages[0] = pages[0] with { Numbered = false };
        if (flow.Imprint is { } imprint) ImprintPages.Close(pages, imprint, style, onEvenPage: !flow.IsLetter);
        return pages;
    }

    // A text that begins with a table may begin with a row that is too tall for what is left of the first page.
    private static bool BeginsWithText(Flow flow) =>
        flow.Body.SkipWhile(item => item.KeepWithNext).FirstOrDefault() is TextItem { Height: null };
}
