using Ledger.Documents.Drawings;

namespace Ledger.Documents.Charts;

/// <summary>What stands above a chart: the unit at the left, and the names of several series beside samples of their look.</summary>
internal sealed record ChartLead(IReadOnlyList<Shape> Shapes, double Height)
{
    private const double SampleWidth = 16, SampleHeight = 8, Between = 14;

    public static ChartLead Of(SeriesChart chart, Axis axis, double width, bool withNames)
    {
        var shapes = new List<Shape>();
        var (x, baseline, size) = (0.0, ChartStyle.Size, ChartStyle.Size);
        var remark = Remark(chart, axis);
        if (remark.Length > 0)
        {
            shapes.Add(new Label(remark, 0, baseline, size, LabelAnchor.Start));
            x = LabelWidth.Of(remark, size) + Between;
        }

        for (var series = 0; withNames && chart.Series.Count > 1 && series < chart.Series.Count; series++)
        {
            var name = LabelWidth.Cut(chart.Series[series].Name, size, width - SampleWidth - ChartStyle.Gap);
            var room = SampleWidth + ChartStyle.Gap + LabelWidth.Of(name, size);
            if (x > 0 && x + room > width) (x, baseline) = (0, baseline + ChartStyle.Leading);
            shapes.AddRange(Sample(chart, series, x, baseline - ChartStyle.DigitMiddle * size));
            shapes.Add(new Label(name, x + SampleWidth + ChartStyle.Gap, baseline, size, LabelAnchor.Start));
            x += room + Between;
        }

        return new(shapes, shapes.Count == 0 ? 0 : baseline + ChartStyle.Gap);
    }

    // A scale without zero makes changes look larger than they are: the reader is told.
    private static string Remark(SeriesChart chart, Axis axis)
    {
        var unit = chart.Unit is { Length: > 0 } known ? $"单位：{known}" : "";
        return axis.From > 0 ? $"{unit}（纵轴从 {ChartNumber.Ticks(axis)[0]} 起）" : unit;
    }

    private static IEnumerable<Shape> Sample(SeriesChart chart, int series, double x, double middle) => chart is LineChart
        ? [new Trace([new(x, middle), new(x + SampleWidth, middle)], ChartStyle.Pens[series]), Marker.At(new(x + SampleWidth / 2, middle), series)]
        : Column.Of(new(x, middle - SampleHeight / 2, x + SampleWidth, middle + SampleHeight / 2), ChartStyle.Fills[series]);
}
