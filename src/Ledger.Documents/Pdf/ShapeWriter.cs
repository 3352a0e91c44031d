using Ledger.Documents.Drawings;
using static Ledger.Documents.Pdf.PdfSyntax;

namespace Ledger.Documents.Pdf;

/// <summary>A drawing's lines and areas as path operators (ISO 32000-1, 8.5).</summary>
internal static class ShapeWriter
{
    /// <param name="left">Where the drawing begins in the frame.</param>
    public static string Write(Shape shape, double left, double top) => shape switch
    {
        Box box => Painted(box.Fill, box.Pen, $"{Number(left + box.X)} {Number(-top - box.Y - box.Height)} {Number(box.Width)} {Number(box.Height)} re"),
        Trace trace => Painted(trace.Fill, trace.Pen, string.Join(' ', trace.Points.Select((point, i) =>
            $"{Number(left + point.X)} {Number(-top - point.Y)} {(i == 0 ? 'm' : 'l')}"))),
        _ => throw new InvalidOperationException($"A drawing has no {shape.GetType().Name}."),
    };

    private static string Painted(double? fill, Pen? pen, string path)
    {
        var inside = fill is { } grey ? $"{Number(grey)} g " : "";
        var stroke = pen is null ? "" : $"{Number(pen.Grey)} G {Number(pen.Width)} w {Dash(pen)}";
        var paint = (fill, pen) switch { (null, null) => "n", (null, _) => "S", (_, null) => "f", _ => "b" };
        return $"q {inside}{stroke}{path} {paint} Q\n";
    }

    private static string Dash(Pen pen) => pen.Dash is { Count: > 0 } lengths ? $"[{string.Join(' ', lengths.Select(Number))}] 0 d " : "";
}
