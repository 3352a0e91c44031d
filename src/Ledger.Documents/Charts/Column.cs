using Ledger.Documents.Drawings;

namespace Ledger.Documents.Charts;

/// <summary>One column, or a piece of a stacked one.</summary>
internal static class Column
{
    private const double HatchStep = 4;
    private static readonly Pen HatchPen = new(0.5, 0.15);

    public static IEnumerable<Shape> Of(Extent extent, Fill fill)
    {
        var (width, height) = (extent.Right - extent.Left, extent.Bottom - extent.Top);
        if (height < 0.01) yield break;
        yield return new Box(extent.Left, extent.Top, width, height, fill.Grey);
        if (fill.Hatching is { } hatching)
        {
            if (hatching != Hatching.Falling)
                foreach (var line in Strokes(extent, rising: true)) yield return line;
            if (hatching != Hatching.Rising)
                foreach (var line in Strokes(extent, rising: false)) yield return line;
        }

        yield return new Box(extent.Left, extent.Top, width, height, null, ChartStyle.Outline);
    }

    // Strokes at 45 degrees, cut at the column's edges; all columns share their raster.
    private static IEnumerable<Trace> Strokes(Extent extent, bool rising)
    {
        var (width, height) = (extent.Right - extent.Left, extent.Bottom - extent.Top);
        var offset = extent.Left + (rising ? extent.Bottom : -extent.Bottom);
        for (var at = HatchStep - Modulo(offset, HatchStep); at < width + height; at += HatchStep)
        {
            // The stroke of x + y = at, counted from the corner it runs around.
            var (x1, x2) = (Math.Max(0, at - height), Math.Min(width, at));
            yield return rising
                ? new Trace([new(extent.Left + x1, extent.Top + at - x1), new(extent.Left + x2, extent.Top + at - x2)], HatchPen)
                : new Trace([new(extent.Left + x1, extent.Bottom - at + x1), new(extent.Left + x2, extent.Bottom - at + x2)], HatchPen);
        }
    }

    private static double Modulo(double value, double by) => value - Math.Floor(value / by) * by;
}
