using Ledger.Documents.Drawings;

namespace Ledger.Documents.Charts;

/// <summary>The lengths and greys of all charts, in points.</summary>
internal static class ChartStyle
{
    /// <summary>小五, and the sizes labels fall back to when they are many.</summary>
    public const double Size = 9;
    public static IReadOnlyList<double> Sizes { get; } = [9, 8, 7.5];

    public const double PlotHeight = 150;
    public const double Headroom = 14;
    public const double Gap = 5;
    public const double Leading = 13;

    /// <summary>The middle of digits above their baseline, in em.</summary>
    public const double DigitMiddle = 0.33;

    public static Pen GridPen { get; } = new(0.4, 0.82);
    public static Pen BasePen { get; } = new(0.75);
    public static Pen Outline { get; } = new(0.5);

    /// <summary>One series alone needs no telling apart: a calm grey.</summary>
    public static Fill Alone { get; } = new(0.6, null);

    /// <summary>Light and dark, plain and hatched in turn: told apart in grey, black text readable on each.</summary>
    public static IReadOnlyList<Fill> Fills { get; } =
    [
        new(0.62, null), new(1, Hatching.Rising), new(0.9, null), new(1, Hatching.Crossed), new(0.76, Hatching.Falling), new(1, null),
    ];

    public static IReadOnlyList<Pen> Pens { get; } =
    [
        new(1.2), new(1.2, 0, [5, 2.5]), new(1.2, 0.5), new(1.2, 0, [1.2, 2]), new(1.2, 0, [7, 2, 1.2, 2]), new(1.2, 0.5, [5, 2.5]),
    ];
}

/// <summary>What the inside of a column looks like.</summary>
internal sealed record Fill(double Grey, Hatching? Hatching);

internal enum Hatching
{
    Rising,
    Falling,
    Crossed,
}
