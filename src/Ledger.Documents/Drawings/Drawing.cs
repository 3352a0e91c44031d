using Ledger.Documents.Fonts;

namespace Ledger.Documents.Drawings;

/// <summary>
/// A picture of lines, areas and text that every renderer draws alike. Lengths are points from the top left corner, x to
/// the right and y downward; greys go from 0 (black) to 1 (white). Later shapes cover earlier ones, labels cover all.
/// </summary>
internal sealed record Drawing(double Width, double Height, IReadOnlyList<Shape> Shapes);

internal abstract record Shape;

/// <summary>A rectangle.</summary>
/// <param name="Fill">The grey inside; null: see-through.</param>
/// <param name="Pen">Its outline; null: none.</param>
internal sealed record Box(double X, double Y, double Width, double Height, double? Fill, Pen? Pen = null) : Shape;

/// <summary>A line from point to point; an area closed from the last to the first point when it has a fill.</summary>
internal sealed record Trace(IReadOnlyList<Point> Points, Pen? Pen, double? Fill = null) : Shape;

/// <summary>One line of black text.</summary>
/// <param name="X">Where its start, middle or end is, as <paramref name="Anchor"/> says.</param>
internal sealed record Label(string Text, double X, double Baseline, double Size, LabelAnchor Anchor = LabelAnchor.Middle) : Shape
{
    public FontRole Role { get; init; } = FontRole.Song;
}

internal enum LabelAnchor
{
    Start,
    Middle,
    End,
}

/// <param name="Dash">Lengths of marks and gaps in turn; empty: unbroken.</param>
internal sealed record Pen(double Width, double Grey = 0, IReadOnlyList<double>? Dash = null);

internal readonly record struct Point(double X, double Y);
