using System.Globalization;

namespace Ledger.Domain.Calendars;

/// <summary>
/// A unit's deadlines of a year: every day that falls in it, from the rules in force on that day and from what the ledger
/// knows, as things stand on a given day.
/// </summary>
public static class Deadlines
{
    /// <param name="calendar">Rules and days.</param>
    /// <param name="facts">The unit's.</param>
    /// <param name="year">The year in which the days fall.</param>
    /// <param name="on">The day as of which it is judged. Entries after it are left out; figures are those of now.</param>
    public static IReadOnlyList<Deadline> Of(LegalCalendar calendar, UnitFacts facts, int year, DateOnly on)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        ArgumentNullException.ThrowIfNull(facts);
        return
        [
            .. calendar.Rules.Rules.SelectMany(rule => rule.Trigger.On switch
            {
                TriggerKind.Year => YearDeadlines.Of(calendar, rule, facts, year, on),
                TriggerKind.Campaign => CampaignDeadlines.Of(calendar, rule, facts, year, on),
                TriggerKind.Entry => EntryDeadlines.Of(calendar, rule, facts, year, on),
                TriggerKind.Matter => MatterDeadlines.Of(calendar, rule, facts, year, on),
                _ => [],
            }).OrderBy(d => d.Due).ThenBy(d => d.Id, StringComparer.Ordinal),
        ];
    }

    /// <summary>What is open and past or near on a day, from this year and its neighbours.</summary>
    public static IReadOnlyList<Deadline> Calling(LegalCalendar calendar, UnitFacts facts, DateOnly on) =>
        [.. new[] { on.Year - 1, on.Year, on.Year + 1 }.SelectMany(year => Of(calendar, facts, year, on)).Where(d => d.Calls && d.Due > on.AddYears(-1)).OrderBy(d => d.Due)];

    /// <summary>A rule's share of every deadline it makes.</summary>
    internal static Deadline By(LegalRule rule, string id, DateOnly due) => new()
    {
        Id = id,
        Rule = rule.Id,
        Text = rule.Text,
        English = rule.English,
        Basis = rule.Basis,
        Severity = rule.Severity,
        Verified = rule.Verified,
        Due = due,
        How = "",
        EnglishHow = "",
        State = DeadlineState.Later,
        Note = rule.Note,
        Reminders = rule.Reminders,
    };

    internal static Deadline NotApplicable(this Deadline deadline, string why, string english) =>
        deadline with { State = DeadlineState.NotApplicable, Note = why, EnglishNote = english, Reminders = [] };

    internal static Deadline Judged(this Deadline deadline, Satisfaction found, DateOnly on) => deadline with
    {
        State = !found.Met ? Deadline.OpenOn(on, deadline.Due, deadline.Reminders)
            : found.On > deadline.Due ? DeadlineState.DoneLate
            : DeadlineState.Done,
        Proofs = found.Proofs,
        Missing = found.Missing,
    };

    /// <summary>Why a rule has nothing to ask of this unit in general; null if it has.</summary>
    internal static (string Why, string English)? Exempt(LegalRule rule, UnitFacts facts) => rule.AppliesTo switch
    {
        AppliesTo.Enforcement when !facts.Enforcement => ("本单位没有执法职能", "The unit does not enforce law"),
        AppliesTo.Demonstration => ("只适用于示范创建地区（单位）", "For demonstration areas and units only"),
        _ => null,
    };

    internal static string Chinese(DateOnly day) => string.Create(CultureInfo.InvariantCulture, $"{day.Year}年{day.Month}月{day.Day}日");

    internal static string English(DateOnly day) => day.ToString("d MMM yyyy", CultureInfo.InvariantCulture);
}
