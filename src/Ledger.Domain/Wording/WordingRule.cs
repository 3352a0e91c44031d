using Ledger.Domain.Reports;

namespace Ledger.Domain.Wording;

/// <summary>A rule about how a report is worded. It finds and suggests; nothing is ever changed by it.</summary>
/// <param name="Code">Its code: L for content and words (domain rules §2.3), P for punctuation and numerals.</param>
/// <param name="Name">What it asks, in Chinese.</param>
/// <param name="EnglishName">What it asks.</param>
/// <param name="Source">The standard, regulation or custom it comes from.</param>
/// <param name="Look">The places in a text that break it, with what stands there and what should.</param>
public sealed record WordingRule(string Code, string Name, string EnglishName, string Source, Func<WordedText, IEnumerable<(string Place, string Text, string Message)>> Look)
{
    public IEnumerable<Finding> Find(WordedText text) => Look(text).Select(f => new Finding(Code, f.Place, f.Text, f.Message));
}

/// <summary>All rules of wording.</summary>
public static class WordingRules
{
    public static IReadOnlyList<WordingRule> All { get; } =
    [
        HeadingNumbering.Rule, RuleOfLawTerm.Rule, HeadingsBacked.Rule, RectificationTold.Rule, Collocations.Rule, OutdatedTerms.Rule,
        StockWords.Rule, AddresseesComplete.Rule, TypedNumbers.Rule, OwnBusiness.Rule, ReportVerb.Rule, RequiredElements.Rule,
        .. Punctuation.Rules, .. Numerals.Rules,
    ];

    /// <summary>Everything the rules find, in the order of the rules.</summary>
    public static IReadOnlyList<Finding> Find(WordedText text) => [.. All.SelectMany(rule => rule.Find(text))];
}
