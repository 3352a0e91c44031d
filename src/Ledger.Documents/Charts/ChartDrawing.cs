using Ledger.Documents.Drawings;

namespace Ledger.Documents.Charts;

/// <summary>A chart as the drawing every renderer shows.</summary>
internal static class ChartDrawing
{
    /// <param name="width">The width of the drawing.</param>
    /// <exception cref="DocumentException">The numbers do not make a chart.</exception>
    public static Drawing Of(Chart chart, double width)
    {
        switch (chart)
        {
            case SeriesChart series:
                ChartCheck.Of(series);
                return Of(EvenDecimals.In(series), width);
            case CalendarChart calendar:
                ChartCheck.Of(calendar);
                return CalendarDrawing.Of(calendar, width);
            default:
                throw new DocumentException($"不认识的图 {chart.GetType().Name}。", $"Unknown kind of chart {chart.GetType().Name}.");
        }
    }

    private static Drawing Of(SeriesChart chart, double width)
    {
        var direct = chart is LineChart && LineEnds.Fit(chart.Series);
        var axis = AxisOf(chart);
        var lead = ChartLead.Of(chart, axis, width, withNames: !direct);
        var ticks = ChartNumber.Ticks(axis);
        var left = ticks.Max(tick => LabelWidth.Of(tick, ChartStyle.Size)) + ChartStyle.Gap;
        var right = width - (direct ? LineEnds.Room(chart.Series) : 0);
        var plot = new Plot(new(left, lead.Height + ChartStyle.Headroom, right, lead.Height + ChartStyle.Headroom + ChartStyle.PlotHeight), axis, chart.Categories.Count);
        var foot = CategoryLabels.Of(chart.Categories, plot);
        var data = chart switch
        {
            ColumnChart { Stacked: true } => StackedColumns.Of(chart, plot),
            ColumnChart => GroupedColumns.Of(chart, plot),
            _ => Lines.Of(chart, plot, direct),
        };
        var known = chart.Series.Any(series => series.Values.Any(value => value is not null));
        Shape[] inside = known ? [.. plot.Grid(ticks), .. data] : [plot.Nothing()];
        Shape[] shapes = [.. lead.Shapes, .. inside, plot.Baseline(), .. foot.Shapes];
        return new Drawing(width, plot.Area.Bottom + foot.Height, shapes);
    }

    private static Axis AxisOf(SeriesChart chart)
    {
        var values = chart.Series.SelectMany(series => series.Values).OfType<decimal>().ToList();
        var whole = values.All(value => value == Math.Floor(value));
        if (chart is ColumnChart { Stacked: true })
            values = [.. chart.Categories.Select((_, i) => chart.Series.Sum(series => series.Values[i] ?? 0))];
        // A line may leave zero out when its values are close together and far from it: their change is what it shows.
        var fromZero = chart is ColumnChart || values.Count == 0 || values.Min() < 0.8m * values.Max();
        return Axis.Of(values, fromZero, whole);
    }
}
