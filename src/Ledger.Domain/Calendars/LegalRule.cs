using System.Text.Json;
using Ledger.Domain.Kinds;
using Ledger.Domain.Matters;
using Ledger.Domain.Reports;

namespace Ledger.Domain.Calendars;

/// <summary>What sets a rule off.</summary>
public enum TriggerKind
{
    [Label("每年", "Every year")] Year,
    [Label("登记", "An entry")] Entry,
    [Label("事项步骤", "A step of a matter")] Matter,
    [Label("宣传活动", "A campaign")] Campaign,
    [Label("常年", "At all times")] Standing,
}

public enum AppliesTo
{
    [Label("所有单位", "Every unit")] All,
    [Label("有执法职能的单位", "Units that enforce law")] Enforcement,
    [Label("示范创建地区（单位）", "Demonstration areas and units")] Demonstration,
}

public enum PeriodLimit
{
    [Label("之内", "within")] Within,
    [Label("不少于", "at least")] AtLeast,
    [Label("提前不少于", "at least ahead")] Ahead,
}

/// <summary>What sets a rule off, in words, and where the ledger knows it from.</summary>
/// <param name="On">What kind of thing it is.</param>
/// <param name="Text">In words.</param>
/// <param name="English">The same in English.</param>
/// <param name="Entry">The kind whose entries set it off.</param>
/// <param name="Field">The date field of that kind from which is counted.</param>
/// <param name="Where">Code fields of the kind and the values they must have.</param>
/// <param name="Step">The matter's kind and step.</param>
/// <param name="Campaign">The campaign's code.</param>
public sealed record RuleTrigger(
    TriggerKind On, string Text, string English,
    string? Entry = null, string? Field = null, IReadOnlyDictionary<string, JsonElement>? Where = null, string? Step = null, string? Campaign = null);

/// <summary>A period from the trigger: calendar days or working days, never both.</summary>
/// <param name="Limit">Within it, at least so long, or so long ahead.</param>
/// <param name="Days">Calendar days.</param>
/// <param name="WorkingDays">Working days.</param>
/// <param name="Rolls">A last day off moves to the next working day.</param>
public sealed record RulePeriod(PeriodLimit Limit, int? Days = null, int? WorkingDays = null, bool Rolls = false);

/// <summary>A fixed day of the year, and from when to when what is done counts for it.</summary>
/// <param name="Day">Month and day, <c>03-01</c>.</param>
/// <param name="Before">Before that day: the last day is the one before it.</param>
/// <param name="From">First day that counts; by default 1 January.</param>
/// <param name="FromYear">0 for the year of the day, −1 for the year before.</param>
public sealed record RuleDue(string Day, bool Before = false, string From = "01-01", int FromYear = 0);

/// <summary>One thing that satisfies a rule or a part of it: an entry, a figure or a step of the report.</summary>
/// <param name="Text">What it is, in Chinese.</param>
/// <param name="English">The same in English.</param>
/// <param name="Entry">A kind of entry.</param>
/// <param name="Where">Code fields of the kind and the values they must have.</param>
/// <param name="Contains">Any of these words stands in the entry.</param>
/// <param name="Figure">A figure's code.</param>
/// <param name="Part">A part of the figure, <c>dimension/part</c>.</param>
/// <param name="AtLeast">How many it takes.</param>
/// <param name="Edition">An edition of the report of the year before came this far.</param>
/// <param name="Outcome">What the report's last secrecy review came to.</param>
public sealed record RuleCondition(
    string Text, string English,
    string? Entry = null, IReadOnlyDictionary<string, JsonElement>? Where = null, IReadOnlyList<string>? Contains = null,
    string? Figure = null, string? Part = null, int AtLeast = 1, EditionStage? Edition = null, SecrecyOutcome? Outcome = null);

/// <summary>One version of a rule: what it asks, on what basis, from when to when, and how the ledger knows that it was kept.</summary>
/// <param name="Id">Its code, the same in every version.</param>
/// <param name="Text">What it asks, in Chinese.</param>
/// <param name="English">The same in English.</param>
/// <param name="Basis">Law and article.</param>
/// <param name="Severity">How binding it is.</param>
/// <param name="From">First day in force.</param>
/// <param name="Verified">Held against the text of its basis.</param>
/// <param name="Trigger">What sets it off.</param>
/// <param name="To">Last day in force; null while it is.</param>
/// <param name="Note">What has to be known beside it.</param>
/// <param name="AppliesTo">Which units it binds.</param>
/// <param name="OfPreviousYear">It is about the year before the one its day falls in.</param>
/// <param name="Due">Fixed days of the year.</param>
/// <param name="Period">Counted from the trigger.</param>
/// <param name="Remind">Days ahead on which one is reminded, most first.</param>
/// <param name="SatisfiedBy">Alternatives; of each, everything is needed.</param>
/// <param name="Nil">The figure whose confirmed zero says that there was nothing to do.</param>
public sealed record LegalRule(
    string Id, string Text, string English, string Basis, Severity Severity, DateOnly From, bool Verified, RuleTrigger Trigger,
    DateOnly? To = null, string? Note = null, AppliesTo AppliesTo = AppliesTo.All, bool OfPreviousYear = false,
    IReadOnlyList<RuleDue>? Due = null, RulePeriod? Period = null, IReadOnlyList<int>? Remind = null,
    IReadOnlyList<IReadOnlyList<RuleCondition>>? SatisfiedBy = null, string? Nil = null)
{
    private static readonly IReadOnlyList<int> UsualReminders = [30, 7];

    public IReadOnlyList<int> Reminders => Remind ?? UsualReminders;

    public bool InForce(DateOnly day) => From <= day && !(To < day);
}
