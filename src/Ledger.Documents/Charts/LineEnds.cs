using Ledger.Documents.Drawings;

namespace Ledger.Documents.Charts;

/// <summary>The names of several lines at their right ends, moved apart where the ends are close.</summary>
internal static class LineEnds
{
    private const double Longest = 81, Distance = 6, Apart = 11;

    /// <summary>More than one line, every one with a name short enough and a value to stand beside.</summary>
    public static bool Fit(IReadOnlyList<ChartSeries> series) =>
        series.Count > 1 && series.All(one => LabelWidth.Of(one.Name, ChartStyle.Size) <= Longest && one.Values.Any(value => value is not null));

    public static double Room(IReadOnlyList<ChartSeries> series) => Distance + series.Max(one => LabelWidth.Of(one.Name, ChartStyle.Size));

    public static IEnumerable<Shape> Of(IReadOnlyList<ChartSeries> series, Plot plot)
    {
        var ends = series.Select(one => (one.Name, Y: plot.Y(one.Values.Last(value => value is not null)!.Value))).OrderBy(end => end.Y).ToList();
        var places = Spread([.. ends.Select(end => end.Y)], plot.Area.Top, plot.Area.Bottom);
        return ends.Select((end, i) =>
            new Label(end.Name, plot.Area.Right + Distance, places[i] + ChartStyle.DigitMiddle * ChartStyle.Size, ChartStyle.Size, LabelAnchor.Start));
    }

    /// <summary>The nearest places to the wanted ones, from top to bottom, that keep their distance and stay inside.</summary>
    internal static double[] Spread(double[] wanted, double top, double bottom)
    {
        double[] places = [.. wanted];
        for (var i = 0; i < places.Length; i++) places[i] = Math.Max(places[i], i == 0 ? top : places[i - 1] + Apart);
        for (var i = places.Length - 1; i >= 0; i--) places[i] = Math.Min(places[i], i == places.Length - 1 ? bottom : places[i + 1] - Apart);
        return places;
    }
}
