using Ledger.Domain.Kinds;

namespace Ledger.Domain.Hints;

/// <summary>What looks wrong about a year's entries. A hint is looked at by people and never stops anything.</summary>
public enum HintKind
{
    [Label("疑似重复", "Perhaps the same")] Alike,
    [Label("人数超过本单位人数", "More people than the unit has")] AboveStaff,
    [Label("数量异常", "Out of proportion")] Outlier,
    [Label("一天登记多项", "Many on one day")] ManyOnOneDay,
    [Label("去年有、今年没有", "Some last year, none this year")] ZeroAfterSome,
}

/// <summary>One hint.</summary>
/// <param name="Kind">What it is about.</param>
/// <param name="Key">Its name within the year: it changes with what it is about, so that a dismissal holds for that alone.</param>
/// <param name="Text">In Chinese.</param>
/// <param name="EnglishText">In English.</param>
/// <param name="Entries">The entries it is about.</param>
public sealed record Hint(HintKind Kind, string Key, string Text, string EnglishText, IReadOnlyList<HintedEntry> Entries)
{
    /// <summary>The figure it is about, where it is about no entry.</summary>
    public string? Figure { get; init; }

    /// <summary>Why somebody found nothing wrong in it.</summary>
    public string? Dismissed { get; init; }
}

/// <summary>An entry a hint is about.</summary>
public sealed record HintedEntry(Guid Id, string Title, DateOnly OccurredOn);
