namespace Ledger.Documents.Layout;

/// <summary>
/// A letter's red double lines (10.1), in the middle of the sheet: the upper one thick above thin, the lower one thin above
/// thick. The frame is the type area, so the lower one lies below it.
/// </summary>
internal static class LetterRules
{
    /// <param name="top">Where the thick line's upper edge is below the frame's top.</param>
    public static IReadOnlyList<FixedRule> Upper(PageStyle style, double top) => Pair(style, top, style.LetterThickRule, style.LetterThinRule);

    /// <summary>The thick line's lower edge 20 mm above the sheet's bottom.</summary>
    public static IReadOnlyList<FixedRule> Lower(PageStyle style)
    {
        var height = style.LetterThinRule + style.LetterRuleSpace + style.LetterThickRule;
        return Pair(style, style.PageHeight - style.LetterRuleRise - style.Top - height, style.LetterThinRule, style.LetterThickRule);
    }

    public static double Bottom(IReadOnlyList<FixedRule> rules) => rules.Max(rule => rule.Y + rule.Thickness / 2);

    private static FixedRule[] Pair(PageStyle style, double top, double first, double second) =>
        [Rule(style, top, first), Rule(style, top + first + style.LetterRuleSpace, second)];

    private static FixedRule Rule(PageStyle style, double top, double thickness) => new(top + thickness / 2, thickness)
    {
        Ink = Ink.HeadRed,
        Left = (style.PageWidth - style.LetterRuleLength) / 2 - style.Left,
        Length = style.LetterRuleLength,
    };
}
