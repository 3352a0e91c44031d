using Ledger.Documents.Drawings;

namespace Ledger.Documents.Charts;

/// <summary>A line for each series with its name at the end, and the numbers where there is room.</summary>
internal static class Lines
{
    private const double Distance = 4.5;

    /// <param name="direct">The lines' names stand at their ends.</param>
    public static IEnumerable<Shape> Of(SeriesChart chart, Plot plot, bool direct)
    {
        var placer = new LabelPlacer(plot.Room);
        var shapes = new List<Shape>();
        var points = new List<(Point Place, decimal Value)>();
        for (var series = 0; series < chart.Series.Count; series++)
        {
            foreach (var stretch in Stretches(chart.Series[series].Values, plot))
            {
                if (stretch.Count > 1) shapes.Add(new Trace([.. stretch.Select(point => point.Place)], ChartStyle.Pens[series]));
                shapes.AddRange(stretch.Select(point => Marker.At(point.Place, series)));
                points.AddRange(stretch);
                for (var i = 1; i < stretch.Count; i++) placer.Block(Extent.Along(stretch[i - 1].Place, stretch[i].Place));
            }
        }

        foreach (var (place, _) in points) placer.Block(Around(place));
        foreach (var (place, value) in points.OrderByDescending(point => point.Value))
            placer.TryPlace(Places(place, value, ChartStyle.Size).Concat(Places(place, value, ChartStyle.Sizes[^1])));
        return [.. plot.Plates(placer.Placed), .. shapes, .. placer.Placed, .. direct ? LineEnds.Of(chart.Series, plot) : []];
    }

    private static IEnumerable<List<(Point Place, decimal Value)>> Stretches(IReadOnlyList<decimal?> values, Plot plot)
    {
        var open = new List<(Point, decimal)>();
        for (var i = 0; i < values.Count; i++)
        {
            if (values[i] is { } value)
            {
                open.Add((new(plot.X(i), plot.Y(value)), value));
                continue;
            }

            if (open.Count > 0) yield return open;
            open = [];
        }

        if (open.Count > 0) yield return open;
    }

    private static Extent Around(Point place) =>
        new(place.X - Marker.Radius, place.Y - Marker.Radius, place.X + Marker.Radius, place.Y + Marker.Radius);

    private static IEnumerable<Label> Places(Point place, decimal value, double size)
    {
        foreach (var text in new[] { ChartNumber.Exact(value), ChartNumber.Short(value) }.Distinct())
        {
            yield return new Label(text, place.X, place.Y - Distance, size);
            yield return new Label(text, place.X, place.Y + Distance + 0.75 * size, size);
        }
    }
}
