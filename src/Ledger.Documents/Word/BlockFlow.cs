using DocumentFormat.OpenXml;
using Ledger.Documents.Charts;
using Ledger.Documents.Layout;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Ledger.Documents.Word;

/// <summary>Blocks as paragraphs and tables.</summary>
/// <param name="width">The type area's width along the lines, in twips.</param>
internal sealed class BlockFlow(Flow flow, Inlines inlines, Bookmarks bookmarks, Figures figures, int width)
{
    // 7.3.4: 附件： begins two characters in; names stand below each other.
    private const int Indent = 2, Label = 3;

    /// <exception cref="DocumentException">A heading of no known level, a table whose rows do not fit, an unknown kind of block.</exception>
    public void Add(IEnumerable<Block> blocks)
    {
        foreach (var block in blocks)
        {
            switch (block)
            {
                case Heading heading: AddHeading(heading); break;
                case Paragraph paragraph: flow.Add(StyleId.Body, inlines.Of(paragraph.Runs)); break;
                case AttachmentNote note: AddAttachments(note.Names); break;
                case Table table: new TableFlow(flow, inlines, bookmarks, table, width).Add(); break;
                case Chart chart: AddChart(chart); break;
                case Image image: AddImage(image); break;
                default:
                    throw new DocumentException($"不认识的段落种类 {block.GetType().Name}。", $"Unknown kind of block {block.GetType().Name}.");
            }
        }
    }

    private void AddHeading(Heading heading)
    {
        if (heading.Level is < 1 or > 4)
        {
            var text = string.Concat(heading.Runs.Select(run => run.Text));
            throw new DocumentException($"标题只有一至四级，没有第 {heading.Level} 级：{text}。", $"Headings have the levels 1 to 4, not {heading.Level}: {text}.");
        }

        flow.Add(StyleId.Heading(heading.Level), inlines.Of(heading.Runs));
    }

    private void AddChart(Chart chart)
    {
        var drawing = ChartDrawing.Of(chart, width / 20.0);
        flow.Add(StyleId.Figure, new W.Run(figures.Of(drawing, chart.Caption, ChartWords.Of(chart))));
        flow.Add(StyleId.FigureCaption, WordText.Run(chart.Caption));
        if (chart.WithTable) new TableFlow(flow, inlines, bookmarks, chart.Twin(), width).Add();
    }

    private void AddImage(Image image)
    {
        flow.Add(StyleId.Figure, new W.Run(figures.Of(image, width)));
        if (image.Caption is { Length: > 0 } caption) flow.Add(StyleId.FigureCaption, WordText.Run(caption));
    }

    public void AddAttachments(IReadOnlyList<string> names)
    {
        flow.KeepLastWithNext();
        for (var i = 0; i < names.Count; i++)
        {
            var number = names.Count == 1 ? "" : FormattableString.Invariant($"{i + 1}.");
            var label = i == 0 ? "附件：" : "";
            var lead = label + number;
            var name = names[i].TrimEnd('。', '；', '，');
            OpenXmlElement[] content = [.. lead.Length == 0 ? [] : new[] { WordText.Run(lead) }, inlines.LinkTo(Anchors.OfAnnex(i + 1), name)];
            var properties = flow.Add(StyleId.AttachmentNote, content).ParagraphProperties!;
            var rest = Indent + Label + (number.Length == 0 ? 0 : 1);
            properties.Indentation = new W.Indentation { Left = $"{rest * Measure.Cell}", Hanging = $"{Measure.Body(lead)}" };
            if (i == 0) properties.SpacingBetweenLines = new W.SpacingBetweenLines { Before = $"{Measure.Pitch}" };
        }
    }
}
