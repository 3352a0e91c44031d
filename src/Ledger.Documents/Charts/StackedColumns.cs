using Ledger.Documents.Drawings;

namespace Ledger.Documents.Charts;

/// <summary>Columns on top of each other, each piece with its number where it fits inside, the sum above.</summary>
internal static class StackedColumns
{
    private const double Share = 0.62, WidestColumn = 42, Inset = 1.5;

    public static IEnumerable<Shape> Of(SeriesChart chart, Plot plot)
    {
        var width = Math.Min(WidestColumn, plot.Slot * Share);
        var sums = new List<(Extent, decimal)>();
        var shapes = new List<Shape>();
        for (var i = 0; i < chart.Categories.Count; i++)
        {
            var (left, sum, known) = (plot.X(i) - width / 2, 0m, false);
            for (var series = 0; series < chart.Series.Count; series++)
            {
                if (chart.Series[series].Values[i] is not { } value) continue;
                var piece = new Extent(left, plot.Y(sum + value), left + width, plot.Y(sum));
                var fill = chart.Series.Count == 1 ? ChartStyle.Alone : ChartStyle.Fills[series];
                shapes.AddRange(Column.Of(piece, fill));
                if (chart.Series.Count > 1) shapes.AddRange(Number(piece, value, fill));
                (sum, known) = (sum + value, true);
            }

            if (known) sums.Add((new Extent(left, plot.Y(sum), left + width, plot.Zero), sum));
        }

        var labels = ValueLabels.Of(sums, plot.Room);
        return [.. plot.Plates(labels), .. shapes, .. labels];
    }

    private static IEnumerable<Shape> Number(Extent piece, decimal value, Fill fill)
    {
        foreach (var size in ChartStyle.Sizes)
        {
            var (middle, height) = ((piece.Top + piece.Bottom) / 2, 0.9 * size);
            var label = new Label(ChartNumber.Short(value), (piece.Left + piece.Right) / 2, middle + ChartStyle.DigitMiddle * size, size);
            var text = LabelWidth.Of(label.Text, size);
            if (text + 2 * Inset > piece.Right - piece.Left || height + Inset > piece.Bottom - piece.Top) continue;
            // Strokes behind digits make them hard to read.
            if (fill.Hatching is not null) yield return new Box(label.X - text / 2 - Inset, middle - height / 2, text + 2 * Inset, height, 1);
            yield return label;
            yield break;
        }
    }
}
