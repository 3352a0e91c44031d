using System.Globalization;
using System.Text;
using Ledger.Documents.Drawings;
using Ledger.Documents.Fonts;
using static Ledger.Documents.Html.HtmlText;

namespace Ledger.Documents.Html;

/// <summary>A drawing as inline SVG: one picture for those who listen, real text for those who select and search.</summary>
internal static class SvgDrawing
{
    public static string Of(Drawing drawing, string title, string alternative)
    {
        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture, $"<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" aria-label=\"{Escape(alternative)}\" ");
        svg.Append(CultureInfo.InvariantCulture, $"viewBox=\"0 0 {Number(drawing.Width)} {Number(drawing.Height)}\" style=\"max-width:{Number(drawing.Width)}pt\">");
        svg.Append(CultureInfo.InvariantCulture, $"<title>{Escape(title)}</title>\n");
        foreach (var shape in drawing.Shapes.Where(shape => shape is not Label)) svg.Append(Of(shape)).Append('\n');
        foreach (var label in drawing.Shapes.OfType<Label>()) svg.Append(Of(label)).Append('\n');
        return svg.Append("</svg>\n").ToString();
    }

    private static string Of(Shape shape) => shape switch
    {
        Box box => $"<rect x=\"{Number(box.X)}\" y=\"{Number(box.Y)}\" width=\"{Number(box.Width)}\" height=\"{Number(box.Height)}\"{Look(box.Fill, box.Pen)}/>",
        Trace trace => $"<path d=\"M{string.Join('L', trace.Points.Select(point => $"{Number(point.X)} {Number(point.Y)}"))}"
            + $"{(trace.Fill is null ? "" : "Z")}\"{Look(trace.Fill, trace.Pen)}/>",
        _ => throw new InvalidOperationException($"A drawing has no {shape.GetType().Name}."),
    };

    private static string Of(Label label)
    {
        var anchor = label.Anchor switch { LabelAnchor.Start => "", LabelAnchor.Middle => " text-anchor=\"middle\"", _ => " text-anchor=\"end\"" };
        var role = label.Role == FontRole.Hei ? " class=\"hei\"" : "";
        return $"<text x=\"{Number(label.X)}\" y=\"{Number(label.Baseline)}\" font-size=\"{Number(label.Size)}\"{anchor}{role}>{Escape(label.Text)}</text>";
    }

    private static string Look(double? fill, Pen? pen)
    {
        var inside = $" fill=\"{(fill is { } grey ? Grey(grey) : "none")}\"";
        if (pen is null) return inside;
        var dash = pen.Dash is { Count: > 0 } lengths ? $" stroke-dasharray=\"{string.Join(' ', lengths.Select(Number))}\"" : "";
        return $"{inside} stroke=\"{Grey(pen.Grey)}\" stroke-width=\"{Number(pen.Width)}\"{dash}";
    }

    private static string Grey(double grey)
    {
        var level = ((int)Math.Round(grey * 255)).ToString("x2", CultureInfo.InvariantCulture);
        return $"#{level}{level}{level}";
    }

    private static string Number(double value) => Math.Round(value, 2).ToString("0.##", CultureInfo.InvariantCulture);
}
