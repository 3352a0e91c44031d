using Ledger.Documents.Charts;
using Ledger.Documents.Drawings;
using Ledger.Documents.Fonts;
using Ledger.Documents.Images;

namespace Ledger.Documents.Layout;

/// <summary>Charts and images, each with the line below that names it; a chart's table follows.</summary>
internal static class FigureFlow
{
    private const double Above = 8, AboveCaption = 6;

    public static void Add(Flow flow, Chart chart)
    {
        var drawing = ChartDrawing.Of(chart, flow.Frame.Width);
        var node = new StructNode("Figure", flow.Root) { Alternative = ChartWords.Of(chart) };
        flow.Add(new GapItem(Above) { KeepWithNext = true });
        flow.Add(new DrawingItem(drawing, [.. drawing.Shapes.OfType<Label>().Select(label => Set(flow, label))], node));
        AddCaption(flow, chart.Caption, node);
        if (chart.WithTable) TableFlow.Add(flow, chart.Twin());
    }

    public static void Add(Flow flow, Image image)
    {
        var (style, frame, picture) = (flow.Style, flow.Frame, Picture.Read(image));
        var captionLines = CaptionLines(flow, image.Caption).Count;
        var highest = frame.Height - BelowTitle(flow) - (captionLines == 0 ? 0 : AboveCaption + captionLines * style.TableLeading);
        var scale = Math.Min(style.Pixel, Math.Min(frame.Width / picture.ShownWidth, highest / picture.ShownHeight));
        var (width, height) = (scale * picture.ShownWidth, scale * picture.ShownHeight);
        var node = new StructNode("Figure", flow.Root) { Alternative = image.AlternativeText };
        flow.Add(new GapItem(Above) { KeepWithNext = true });
        flow.Add(new PictureItem(picture, (frame.Width - width) / 2, width, height, node));
        AddCaption(flow, image.Caption, node);
    }

    // What has begun the page and cannot be left there alone: a picture that shares the page with it is that much lower.
    private static double BelowTitle(Flow flow)
    {
        var begun = flow.Items.Reverse().TakeWhile(item => item is not PageStart).ToList();
        return begun.Count > 0 && begun.All(item => item is BlankItem or TextItem { KeepWithNext: true })
            ? begun.Count * flow.Style.Pitch + Above
            : 0;
    }

    private static List<Line> CaptionLines(Flow flow, string? caption) => caption is { Length: > 0 }
        ? flow.NaturalLines(flow.Natural([new StyledRun(caption, FontRole.Hei)], flow.Style.TableSize), flow.Style.TableSize, flow.Frame.Width)
        : [];

    private static void AddCaption(Flow flow, string? caption, StructNode figure)
    {
        var lines = CaptionLines(flow, caption);
        if (lines.Count > 0)
        {
            var (style, width, node) = (flow.Style, flow.Frame.Width, new StructNode("Caption", figure));
            flow.KeepLastWithNext();
            flow.Add(new GapItem(AboveCaption) { KeepWithNext = true });
            for (var i = 0; i < lines.Count; i++)
            {
                flow.Add(new TextItem(lines[i], style.TableSize, (width - lines[i].Width) / 2, node)
                {
                    Height = style.TableLeading,
                    KeepWithNext = i + 1 < lines.Count,
                });
            }
        }

        flow.Add(new GapItem(flow.Style.AfterTable));
    }

    private static SetLabel Set(Flow flow, Label label)
    {
        var line = LineSetter.Set(flow.Natural([new StyledRun(label.Text, label.Role)], label.Size), left: 0, squeeze: 0, stretchTo: 0, blanks: []);
        var before = label.Anchor switch { LabelAnchor.Start => 0, LabelAnchor.Middle => line.Width / 2, _ => line.Width };
        return new SetLabel(line, label.Size, label.X - before, label.Baseline);
    }
}
