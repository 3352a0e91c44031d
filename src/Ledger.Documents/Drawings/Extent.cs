namespace Ledger.Documents.Drawings;

/// <summary>The room something takes in a drawing.</summary>
internal readonly record struct Extent(double Left, double Top, double Right, double Bottom)
{
    public bool Meets(Extent other) => Left < other.Right && other.Left < Right && Top < other.Bottom && other.Top < Bottom;

    public bool Holds(Extent other) => other.Left >= Left && other.Right <= Right && other.Top >= Top && other.Bottom <= Bottom;

    /// <summary>A label's room, as far as it can be known without its face.</summary>
    public static Extent Of(Label label)
    {
        var width = LabelWidth.Of(label.Text, label.Size);
        var left = label.X - label.Anchor switch { LabelAnchor.Start => 0, LabelAnchor.Middle => width / 2, _ => width };
        return new(left, label.Baseline - 0.8 * label.Size, left + width, label.Baseline + 0.1 * label.Size);
    }

    /// <summary>The room of a straight stroke, cut into short pieces so that slopes take no more than they cover.</summary>
    public static IEnumerable<Extent> Along(Point from, Point to)
    {
        const double piece = 3;
        var count = Math.Max(1, (int)Math.Ceiling(Math.Max(Math.Abs(to.X - from.X), Math.Abs(to.Y - from.Y)) / piece));
        for (var i = 0; i < count; i++)
        {
            var (x1, y1) = (from.X + (to.X - from.X) * i / count, from.Y + (to.Y - from.Y) * i / count);
            var (x2, y2) = (from.X + (to.X - from.X) * (i + 1) / count, from.Y + (to.Y - from.Y) * (i + 1) / count);
            yield return new(Math.Min(x1, x2) - 0.5, Math.Min(y1, y2) - 0.5, Math.Max(x1, x2) + 0.5, Math.Max(y1, y2) + 0.5);
        }
    }
}
