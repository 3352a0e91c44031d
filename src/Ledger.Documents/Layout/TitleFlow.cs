namespace Ledger.Documents.Layout;

/// <summary>A title: 2号 小标宋, centred, one blank line below (7.3.1, 7.3.2).</summary>
internal static class TitleFlow
{
    public static void Add(Flow flow, string title, string? issuer)
    {
        var isFirst = !flow.Items.OfType<TextItem>().Any();
        var node = new StructNode(flow.HeadingTag(isFirst ? 1 : 2), flow.Root);
        var pieces = flow.Title(title);
        var bookmark = new Bookmark(isFirst ? 1 : 2, title);
        // The larger type must not rise above the type area, or into the blank lines below the red line.
        var drop = isFirst ? flow.Style.Ascent * (flow.Style.TitleSize - flow.Style.BodySize) : 0;
        foreach (var range in TitleBreaker.Break(pieces, issuer, flow.Frame.Width))
        {
            var line = LineSetter.Set(range.Of(pieces), left: 0, squeeze: 0, stretchTo: 0, blanks: []);
            var left = (flow.Frame.Width - line.Width) / 2;
            var item = new TextItem(line, flow.Style.TitleSize, left, node) { KeepWithNext = true };
            flow.Add(item with { Bookmark = bookmark, Drop = drop });
            drop += flow.Style.TitlePitch - flow.Style.Pitch;
            bookmark = null;
        }

        // The lines' drop goes on at the cost of the blank line, which takes three of them; a fourth needs another.
        if (drop > flow.Style.Pitch / 2) flow.Add(new BlankItem { KeepWithNext = true });
        flow.Add(new BlankItem { KeepWithNext = true });
    }
}
