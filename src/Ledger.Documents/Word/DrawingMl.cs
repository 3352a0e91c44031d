using System.Globalization;
using System.Security;
using System.Text;
using Ledger.Documents.Drawings;
using static Ledger.Documents.Word.Figures;

namespace Ledger.Documents.Word;

/// <summary>A drawing in Word's own shapes, and a picture, as DrawingML.</summary>
internal static class DrawingMl
{
    public const string Namespaces =
        "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" "
        + "xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\" xmlns:pic=\"http://schemas.openxmlformats.org/drawingml/2006/picture\" "
        + "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" "
        + "xmlns:wpg=\"http://schemas.microsoft.com/office/word/2010/wordprocessingGroup\" xmlns:wps=\"http://schemas.microsoft.com/office/word/2010/wordprocessingShape\"";

    // Room around a label's baseline, and beside it: a text box that is too narrow would break its text.
    private const double Above = 0.95, Below = 0.35, Spare = 2;

    public static string Escape(string text) => SecurityElement.Escape(WordText.Clean(text));

    public static string Group(Drawing drawing)
    {
        var (width, height) = (Length(drawing.Width), Length(drawing.Height));
        var group = new StringBuilder();
        group.Append(CultureInfo.InvariantCulture, $"<wpg:wgp><wpg:cNvGrpSpPr/><wpg:grpSpPr><a:xfrm><a:off x=\"0\" y=\"0\"/><a:ext cx=\"{width}\" cy=\"{height}\"/>");
        group.Append(CultureInfo.InvariantCulture, $"<a:chOff x=\"0\" y=\"0\"/><a:chExt cx=\"{width}\" cy=\"{height}\"/></a:xfrm></wpg:grpSpPr>");
        foreach (var shape in drawing.Shapes.Where(shape => shape is not Label).Concat(drawing.Shapes.Where(shape => shape is Label)))
            group.Append(Of(shape));
        return group.Append("</wpg:wgp>").ToString();
    }

    public static string Picture(string id, string name, double width, double height) =>
        $"<pic:pic><pic:nvPicPr><pic:cNvPr id=\"0\" name=\"{Escape(name)}\"/><pic:cNvPicPr/></pic:nvPicPr>"
        + $"<pic:blipFill><a:blip r:embed=\"{id}\"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>"
        + $"<pic:spPr>{Place(0, 0, width, height)}<a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></pic:spPr></pic:pic>";

    private static string Of(Shape shape) => shape switch
    {
        Box box => Shape($"{Place(box.X, box.Y, box.Width, box.Height)}{Rectangle}{Fill(box.Fill)}{Line(box.Pen)}"),
        Trace trace => Of(trace),
        Label label => Of(label),
        _ => throw new InvalidOperationException($"A drawing has no {shape.GetType().Name}."),
    };

    private static string Of(Trace trace)
    {
        var (left, top) = (trace.Points.Min(point => point.X), trace.Points.Min(point => point.Y));
        var (width, height) = (trace.Points.Max(point => point.X) - left, trace.Points.Max(point => point.Y) - top);
        var steps = trace.Points.Select((point, i) =>
            $"<a:{(i == 0 ? "moveTo" : "lnTo")}><a:pt x=\"{Length(point.X - left)}\" y=\"{Length(point.Y - top)}\"/></a:{(i == 0 ? "moveTo" : "lnTo")}>");
        var fill = trace.Fill is null ? " fill=\"none\"" : "";
        return Shape(
            $"{Place(left, top, width, height)}<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/><a:rect l=\"0\" t=\"0\" r=\"r\" b=\"b\"/>"
            + $"<a:pathLst><a:path w=\"{Length(width)}\" h=\"{Length(height)}\"{fill}>{string.Concat(steps)}{(trace.Fill is null ? "" : "<a:close/>")}</a:path></a:pathLst></a:custGeom>"
            + $"{Fill(trace.Fill)}{Line(trace.Pen)}");
    }

    private static string Of(Label label)
    {
        var width = LabelWidth.Of(label.Text, label.Size) + 2 * Spare;
        var (left, side) = label.Anchor switch
        {
            LabelAnchor.Start => (label.X, "left"),
            LabelAnchor.Middle => (label.X - width / 2, "center"),
            _ => (label.X - width, "right"),
        };
        var box = $"{Place(left, label.Baseline - Above * label.Size, width, (Above + Below) * label.Size)}{Rectangle}<a:noFill/><a:ln><a:noFill/></a:ln>";
        var line = FormattableString.Invariant($"{(int)Math.Round((Above + Below) * label.Size * 20)}");
        var size = FormattableString.Invariant($"{(int)Math.Round(label.Size * 2)}");
        var text = $"<w:p><w:pPr><w:snapToGrid w:val=\"0\"/><w:spacing w:before=\"0\" w:after=\"0\" w:line=\"{line}\" w:lineRule=\"exact\"/><w:jc w:val=\"{side}\"/></w:pPr>"
            + $"<w:r><w:rPr>{WordFonts.Of(label.Role).OuterXml}<w:spacing w:val=\"0\"/><w:sz w:val=\"{size}\"/></w:rPr><w:t xml:space=\"preserve\">{Escape(label.Text)}</w:t></w:r></w:p>";
        return $"<wps:wsp><wps:cNvSpPr txBox=\"1\"/><wps:spPr>{box}</wps:spPr><wps:txbx><w:txbxContent>{text}</w:txbxContent></wps:txbx>"
            + "<wps:bodyPr wrap=\"none\" lIns=\"0\" tIns=\"0\" rIns=\"0\" bIns=\"0\" anchor=\"t\"><a:noAutofit/></wps:bodyPr></wps:wsp>";
    }

    private const string Rectangle = "<a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom>";

    private static string Shape(string look) => $"<wps:wsp><wps:cNvSpPr/><wps:spPr>{look}</wps:spPr><wps:bodyPr/></wps:wsp>";

    private static string Place(double x, double y, double width, double height) =>
        $"<a:xfrm><a:off x=\"{Length(x)}\" y=\"{Length(y)}\"/><a:ext cx=\"{Length(width)}\" cy=\"{Length(height)}\"/></a:xfrm>";

    private static string Fill(double? grey) => grey is { } level ? $"<a:solidFill>{Colour(level)}</a:solidFill>" : "<a:noFill/>";

    private static string Line(Pen? pen)
    {
        if (pen is null) return "<a:ln><a:noFill/></a:ln>";
        var dash = pen.Dash is { Count: > 0 } lengths
            ? $"<a:custDash>{string.Concat(lengths.Chunk(2).Select(pair => $"<a:ds d=\"{Share(pair[0], pen)}\" sp=\"{Share(pair[^1], pen)}\"/>"))}</a:custDash>"
            : "";
        return $"<a:ln w=\"{Length(pen.Width)}\"><a:solidFill>{Colour(pen.Grey)}</a:solidFill>{dash}</a:ln>";
    }

    // A dash is measured in thousandths of a percent of the line's width.
    private static string Share(double length, Pen pen) => FormattableString.Invariant($"{(int)Math.Round(length / pen.Width * 100_000)}");

    private static string Colour(double grey)
    {
        var level = ((int)Math.Round(grey * 255)).ToString("X2", CultureInfo.InvariantCulture);
        return $"<a:srgbClr val=\"{level}{level}{level}\"/>";
    }
}
