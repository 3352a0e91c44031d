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

    public Shape Baseline() => new Trace([new(Area.Left, Zero), new(Area.Right, Zero)], ChartStyle.BasePen);
}
