using System.Text.Json.Serialization;
using Ledger.Domain.Kinds;
using Ledger.Domain.Matters;
using Ledger.Domain.Reports;

namespace Ledger.Domain.Calendars;

/// <summary>Where a deadline stands on a day.</summary>
public enum DeadlineState
{
    /// <summary>Past, and nothing in the ledger says that it was kept. It may have been: the ledger knows what was logged.</summary>
    [Label("已过期限，未见登记", "Past, nothing logged")] Overdue,

    /// <summary>Near enough for a reminder.</summary>
    [Label("临近", "Coming up")] Upcoming,

    [Label("尚早", "Later")] Later,

    [Label("已办", "Done")] Done,

    [Label("已办，晚于期限", "Done after its day")] DoneLate,

    [Label("不适用", "Does not apply")] NotApplicable,
}

/// <summary>What kept a deadline: an entry, a figure's count or a frozen edition.</summary>
/// <param name="Text">The entry's title, or what was counted.</param>
/// <param name="On">The day; null for a figure, which is of no single day.</param>
/// <param name="Entry">The entry.</param>
/// <param name="Figure">The figure's code.</param>
/// <param name="Edition">The edition's number.</param>
/// <param name="Outcome">What the edition's secrecy review came to, where that is the proof.</param>
public sealed record DeadlineProof(string Text, DateOnly? On, Guid? Entry = null, string? Figure = null, int? Edition = null, SecrecyOutcome? Outcome = null);

/// <summary>Something that is still missing, in Chinese and English.</summary>
public sealed record MissingPart(string Text, string English);

/// <summary>A day a unit has to keep: by which rule, how it was worked out, and what is known of it.</summary>
public sealed record Deadline
{
    /// <summary>The same for ever: rule, year and what set it off.</summary>
    public required string Id { get; init; }

    public required string Rule { get; init; }
    public required string Text { get; init; }
    public required string English { get; init; }
    public required string Basis { get; init; }
    public required Severity Severity { get; init; }

    /// <summary>The rule's text was held against its basis.</summary>
    public required bool Verified { get; init; }

    /// <summary>The last day on which it is kept.</summary>
    public required DateOnly Due { get; init; }

    /// <summary>The last working day up to it, where the day itself is off.</summary>
    public DateOnly? WorkBy { get; init; }

    /// <summary>How the day was worked out.</summary>
    public required string How { get; init; }

    public required string EnglishHow { get; init; }
    public required DeadlineState State { get; init; }

    /// <summary>What kept it, or as much of it as there is.</summary>
    public IReadOnlyList<DeadlineProof> Proofs { get; init; } = [];

    /// <summary>What is still missing.</summary>
    public IReadOnlyList<MissingPart> Missing { get; init; } = [];

    /// <summary>Why it does not apply, or what has to be known beside it.</summary>
    public string? Note { get; init; }

    public string? EnglishNote { get; init; }

    /// <summary>Years without an arrangement of holidays that the day was counted through: it may move.</summary>
    public IReadOnlyList<int> Provisional { get; init; } = [];

    /// <summary>Days ahead on which one is reminded of it.</summary>
    public IReadOnlyList<int> Reminders { get; init; } = [];

    /// <summary>The day passed or is near, and it is open.</summary>
    [JsonIgnore]
    public bool Calls => State is DeadlineState.Overdue or DeadlineState.Upcoming;

    /// <summary>Open on a day: past, near, or not near enough for a reminder.</summary>
    public static DeadlineState OpenOn(DateOnly on, DateOnly due, IReadOnlyList<int> reminders) =>
        on > due ? DeadlineState.Overdue
        : due.DayNumber - on.DayNumber <= reminders.Max() ? DeadlineState.Upcoming
        : DeadlineState.Later;
}
