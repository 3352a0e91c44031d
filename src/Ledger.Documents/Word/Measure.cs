using Ledger.Documents.Fonts;
using Ledger.Documents.Layout;

namespace Ledger.Documents.Word;

/// <summary>
/// The page in Word's unit, twentieths of a point, and the widths text has there. Word sets by the reader's own fonts;
/// in all that an office uses a Han character is one em wide and a digit half of one.
/// </summary>
internal static class Measure
{
    /// <summary>5.2.3: 22 of these fill the 225 mm without running over; 580 would leave 21.</summary>
    public const int Pitch = 579;

    /// <summary>What every body character gives up so that 28 of them fit: a quarter of a point.</summary>
    public const int Tracking = -5;

    /// <summary>A body character's room: 16 pt less the quarter.</summary>
    public const int Cell = 16 * 20 + Tracking;

    // 5.2.1: A4, 天头 37 mm, 订口 28 mm, 版心 156 × 225 mm.
    public const int PageWidth = 11906, PageHeight = 16838;
    public const int Top = 2098, Left = 1588, Right = 1474, Bottom = 1984;
    public const int Width = PageWidth - Left - Right, Height = PageHeight - Top - Bottom;

    public static int Twips(double points) => (int)Math.Round(points * 20, MidpointRounding.AwayFromZero);

    /// <summary>A glyph as wide as any office's font has it, of no face.</summary>
    public static Glyph? Find(FontRole role, int codePoint) =>
        new Glyph(null!, 0, codePoint is < 0x250 and not (0xB7 or 0xD7 or 0xF7 or 0xA7) ? 0.5 : 1, 0);

    /// <summary>The width of body text on one line.</summary>
    public static int Body(string text) =>
        WordText.Clean(text).EnumerateRunes().Sum(rune => Em(rune.Value) + Tracking);

    private static int Em(int codePoint) => Twips(Find(FontRole.Body, codePoint)!.Advance * PageStyle.Standard.BodySize);
}
