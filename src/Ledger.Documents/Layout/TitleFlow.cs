namespace Ledger.Documents.Layout;

/// <summary>A title: 2号 小标宋, centred, one blank line below (7.3.1, 7.3.2).</summary>
internal static class TitleFlow
{
    public static void Add(Flow flow, string title, string? issuer)
    {
        var isFirst = flow.Items.Count == 1;
        var node = new StructNode(flow.HeadingTag(isFirst ? 1 : 2), flow.Root);
        var pieces = flow.Title(title);
        var bookmark = new Bookmark(isFirst ? 1 : 2, title);
        foreach (var range in TitleBreaker.Break(pieces, issuer, flow.Frame.Width))
        {
            var line = LineSetter.Set(pieces[range], left: 0, squeeze: 0, stretchTo: 0, blanks: []);
            var left = (flow.Frame.Width - line.Width) / 2;
            flow.Add(new TextItem(line, flow.Style.TitleSize, left, node) { IsTitle = true, KeepWithNext = true, Bookmark = bookmark });
            bookmark = null;
        }

        flow.Add(new BlankItem { KeepWithNext = true });
    }
}
