using Ledger.Documents.Fonts;

namespace Ledger.Documents.Layout;

/// <summary>Headings and paragraphs (7.3.3).</summary>
internal static class TextFlow
{
    private const double Indent = 2;

    public static void AddHeading(Flow flow, Heading heading)
    {
        var role = heading.Level switch
        {
            1 => FontRole.Hei,
            2 => FontRole.Kai,
            3 or 4 => FontRole.Body,
            _ => throw new DocumentException(
                $"标题只有一至四级，没有第 {heading.Level} 级：{Text(heading)}。",
                $"Headings have the levels 1 to 4, not {heading.Level}: {Text(heading)}."),
        };
        var bookmark = new Bookmark(heading.Level + 1 + flow.HeadingShift, Text(heading));
        var node = new StructNode(flow.HeadingTag(heading.Level + 1), flow.Root);
        foreach (var line in flow.Lines(flow.OnGrid(flow.Styled(heading.Runs, role, node)), Indent))
        {
            flow.Add(new TextItem(line, flow.Style.BodySize, 0, node) { KeepWithNext = true, Bookmark = bookmark });
            bookmark = null;
        }
    }

    public static void AddParagraph(Flow flow, Paragraph paragraph)
    {
        var node = new StructNode("P", flow.Root);
        foreach (var line in flow.Lines(flow.OnGrid(flow.Styled(paragraph.Runs, FontRole.Body, node)), Indent))
            flow.Add(new TextItem(line, flow.Style.BodySize, 0, node));
    }

    /// <summary>Plain body text with its own first indent, in characters.</summary>
    public static void AddLines(Flow flow, StructNode node, string text, double firstIndent)
    {
        foreach (var line in flow.Lines(flow.OnGrid([new StyledRun(text, FontRole.Body)]), firstIndent))
            flow.Add(new TextItem(line, flow.Style.BodySize, 0, node));
    }

    private static string Text(Heading heading) => string.Concat(heading.Runs.Select(run => run.Text));
}
