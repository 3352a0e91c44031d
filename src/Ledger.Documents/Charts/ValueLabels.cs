using Ledger.Documents.Drawings;

namespace Ledger.Documents.Charts;

/// <summary>
/// The numbers at the columns' ends: all of them in full when they fit in one of the sizes, else all of them in 万 or 亿,
/// else the largest as far as there is room.
/// </summary>
internal static class ValueLabels
{
    private const double Distance = 2;

    public static IReadOnlyList<Label> Of(List<(Extent Extent, decimal Value)> columns, Extent room)
    {
        foreach (var text in new Func<decimal, string>[] { ChartNumber.Exact, ChartNumber.Short })
        {
            foreach (var size in ChartStyle.Sizes)
            {
                if (Place(columns, room, size, text) is { } all && all.Count == columns.Count) return all;
            }
        }

        return Place(columns, room, ChartStyle.Sizes[^1], ChartNumber.Short);
    }

    private static IReadOnlyList<Label> Place(List<(Extent Extent, decimal Value)> columns, Extent room, double size, Func<decimal, string> text)
    {
        var placer = new LabelPlacer(room);
        foreach (var (extent, _) in columns) placer.Block(extent);
        foreach (var (extent, value) in columns.OrderByDescending(column => Math.Abs(column.Value)))
        {
            var y = value < 0 ? extent.Bottom + Distance + 0.8 * size : extent.Top - Distance;
            placer.TryPlace(new Label(text(value), (extent.Left + extent.Right) / 2, y, size));
        }

        return placer.Placed;
    }
}
