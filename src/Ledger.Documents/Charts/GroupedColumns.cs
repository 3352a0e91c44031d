using Ledger.Documents.Drawings;

namespace Ledger.Documents.Charts;

/// <summary>Columns side by side, each with its number where it finds room.</summary>
internal static class GroupedColumns
{
    private const double Share = 0.72, WidestColumn = 34;

    public static IEnumerable<Shape> Of(SeriesChart chart, Plot plot)
    {
        var count = chart.Series.Count;
        var width = Math.Min(WidestColumn, plot.Slot * Share / count);
        var columns = new List<(Extent Extent, decimal Value)>();
        var shapes = new List<Shape>();
        for (var series = 0; series < count; series++)
        {
            for (var i = 0; i < chart.Categories.Count; i++)
            {
                if (chart.Series[series].Values[i] is not { } value) continue;
                var left = plot.X(i) + (series - count / 2.0) * width;
                var y = plot.Y(value);
                var extent = new Extent(left, Math.Min(y, plot.Zero), left + width, Math.Max(y, plot.Zero));
                columns.Add((extent, value));
                shapes.AddRange(Column.Of(extent, count == 1 ? ChartStyle.Alone : ChartStyle.Fills[series]));
            }
        }

        var labels = ValueLabels.Of(columns, plot.Room);
        return [.. plot.Plates(labels), .. shapes, .. labels];
    }
}
