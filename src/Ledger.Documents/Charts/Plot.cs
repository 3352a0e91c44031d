using Ledger.Documents.Drawings;

namespace Ledger.Documents.Charts;

/// <summary>The area the values stand in: from number to height, from category to place.</summary>
internal sealed record Plot(Extent Area, Axis Axis, int Count)
{
    /// <summary>The room of one category.</summary>
    public double Slot => (Area.Right - Area.Left) / Count;

    /// <summary>Where labels of values may stand: a little above and below the area too.</summary>
    public Extent Room => new(Area.Left, Area.Top - ChartStyle.Headroom + 2, Area.Right, Area.Bottom + 1);

    public double X(int category) => Area.Left + (category + 0.5) * Slot;

    public double Y(decimal value) => Area.Bottom - Axis.Share(value) * (Area.Bottom - Area.Top);

    /// <summary>The line the columns stand on: zero, or the scale's end when it has none.</summary>
    public double Zero => Y(Math.Clamp(0, Axis.From, Axis.To));

    public IEnumerable<Shape> Grid(IReadOnlyList<string> ticks)
    {
        foreach (var (tick, text) in Axis.Ticks.Zip(ticks))
        {
            var y = Y(tick);
            if (Math.Abs(y - Zero) > 0.01) yield return new Trace([new(Area.Left, y), new(Area.Right, y)], ChartStyle.GridPen);
            yield return new Label(text, Area.Left - ChartStyle.Gap, y + ChartStyle.DigitMiddle * ChartStyle.Size, ChartStyle.Size, LabelAnchor.End);
        }
    }

    /// <summary>White behind the labels a grid line runs through.</summary>
    public IEnumerable<Shape> Plates(IEnumerable<Label> labels) =>
        from extent in labels.Select(Extent.Of)
        where Axis.Ticks.Any(tick => Y(tick) > extent.Top - 1 && Y(tick) < extent.Bottom + 1)
        select new Box(extent.Left - 0.4, extent.Top - 1, extent.Right - extent.Left + 0.8, extent.Bottom - extent.Top + 2, 1);

    /// <summary>What stands in the area when no value is known.</summary>
    public Shape Nothing() => new Label("无数据", (Area.Left + Area.Right) / 2, (Area.Top + Area.Bottom) / 2, ChartStyle.Size);

    /// <summary>A black line for zero; a scale without it ends in one more line of the grid.</summary>
    public Shape Baseline() =>
        new Trace([new(Area.Left, Zero), new(Area.Right, Zero)], Axis.From <= 0 && Axis.To >= 0 ? ChartStyle.BasePen : ChartStyle.GridPen);
}
