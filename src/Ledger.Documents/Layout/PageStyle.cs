namespace Ledger.Documents.Layout;

/// <summary>
/// Every length of the page, in points unless a name says otherwise (GB/T 9704-2012, 5 and 7; one millimetre is 72/25.4
/// points).
/// </summary>
internal sealed record PageStyle
{
    public const double Millimetre = 72 / 25.4;

    /// <summary>The layout standard's page.</summary>
    public static PageStyle Standard { get; } = new();

    // 5.1, 5.2.1: A4, 天头 37 mm, 订口 28 mm, 版心 156 × 225 mm.
    public double PageWidth { get; init; } = 210 * Millimetre;
    public double PageHeight { get; init; } = 297 * Millimetre;
    public double Left { get; init; } = 28 * Millimetre;
    public double Top { get; init; } = 37 * Millimetre;
    public double Width { get; init; } = 156 * Millimetre;
    public double Height { get; init; } = 225 * Millimetre;

    // 5.2.2, 5.2.3: 3号 (16 pt), 22 lines of 28 characters that fill the type area.
    public double BodySize { get; init; } = 16;
    public int Lines { get; init; } = 22;
    public int Characters { get; init; } = 28;

    /// <summary>From one baseline to the next.</summary>
    public double Pitch => Height / Lines;

    /// <summary>The room of one character: a little less than 16 pt, or 28 of them would not fit.</summary>
    public double Cell => Width / Characters;

    /// <summary>
    /// The part of the em box above the baseline. Taken as given for every face: the faces' own line metrics are not
    /// reliable (FandolSong's descent points upward).
    /// </summary>
    public double Ascent { get; init; } = 0.88;

    /// <summary>7.3.1: 2号.</summary>
    public double TitleSize { get; init; } = 22;

    /// <summary>From one title line to the next: office practice; the body's pitch is tight for the larger type.</summary>
    public double TitlePitch { get; init; } = 33;

    // 7.2.4: the mark's top edge 35 mm below the type area's. Its size is left open: 初号 as far as the width allows, on one
    // line down to 一号.
    public double MarkTop { get; init; } = 35 * Millimetre;
    public double MarkSize { get; init; } = 42;
    public double MarkLeastSize { get; init; } = 26;

    // 7.2.7: the red line 4 mm below the number; its thickness is left open.
    public double HeadRuleGap { get; init; } = 4 * Millimetre;
    public double HeadRuleWidth { get; init; } = 0.5 * Millimetre;

    // 10.1: in a letter the mark's top 30 mm below the sheet's, a red double line 4 mm below the mark and one 20 mm above the
    // sheet's bottom, 170 mm long; the first thing below a line 7/8 of a 3号 character away. Thicknesses are left open.
    public double LetterMarkTop { get; init; } = 30 * Millimetre;
    public double LetterRuleRise { get; init; } = 20 * Millimetre;
    public double LetterRuleLength { get; init; } = 170 * Millimetre;
    public double LetterThickRule { get; init; } = 1 * Millimetre;
    public double LetterThinRule { get; init; } = 0.35 * Millimetre;
    public double LetterRuleSpace { get; init; } = 0.5 * Millimetre;
    public double LetterRuleGap => BodySize * 7 / 8;

    // 7.4: 4号, the first and the last line 0.35 mm thick, those between 0.25 mm.
    public double ImprintSize { get; init; } = 14;
    public double ImprintRule { get; init; } = 0.35 * Millimetre;
    public double ImprintInnerRule { get; init; } = 0.25 * Millimetre;

    // 7.5: 4号, the dash's top 7 mm below the type area, one character in from the outer side.
    public double PageNumberSize { get; init; } = 14;
    public double PageNumberDrop { get; init; } = 7 * Millimetre;

    // Tables are left open by the standard: 小四, ruled.
    public double TableSize { get; init; } = 12;
    public double TableLeading { get; init; } = 16;
    public double CellPaddingX { get; init; } = 3;
    public double CellPaddingY { get; init; } = 4.5;
    public double RuleWidth { get; init; } = 0.5;
    public double AfterTable { get; init; } = 6;

    /// <summary>A full-width mark gives up at most this part of its cell.</summary>
    public double Squeeze { get; init; } = 0.25;

    /// <summary>The largest a picture's pixel is printed: 1/96 inch.</summary>
    public double Pixel { get; init; } = 0.75;

    // The mark for invented data: 小五, its baseline this far above the type area.
    public double SampleMarkSize { get; init; } = 10.5;
    public double SampleMarkRise { get; init; } = 12 * Millimetre;
}
