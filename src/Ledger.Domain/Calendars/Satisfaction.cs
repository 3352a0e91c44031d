using Ledger.Domain.Figures;
using Ledger.Domain.Kinds;

namespace Ledger.Domain.Calendars;

/// <summary>
/// How far a rule's conditions are met by what is known: the alternative that is furthest, with what is still missing of it,
/// and the day on which the last of it was done, where a single day is known.
/// </summary>
internal sealed record Satisfaction(IReadOnlyList<DeadlineProof> Proofs, IReadOnlyList<MissingPart> Missing, DateOnly? On)
{
    public bool Met => Missing.Count == 0;

    /// <param name="rule">The rule.</param>
    /// <param name="facts">What is known.</param>
    /// <param name="counts">Whether a day counts for it.</param>
    /// <param name="year">The year of the figures.</param>
    /// <param name="about">The year its report is about.</param>
    /// <param name="on">What was done later is not known yet.</param>
    public static Satisfaction Of(LegalRule rule, UnitFacts facts, Func<DateOnly, bool> counts, int year, int about, DateOnly on) =>
        (rule.SatisfiedBy ?? []).Select(all => Of(all, facts, counts, year, about, on))
            // Of two ways that are met the earlier one counts; of two that are not, the one that is further.
            .OrderBy(s => s.Missing.Count).ThenBy(s => s.Met ? s.On ?? DateOnly.MinValue : DateOnly.MinValue).ThenByDescending(s => s.Proofs.Count).FirstOrDefault()
        ?? new Satisfaction([], [new("登记", "an entry")], null);

    private static Satisfaction Of(IReadOnlyList<RuleCondition> all, UnitFacts facts, Func<DateOnly, bool> counts, int year, int about, DateOnly on)
    {
        var parts = all.Select(c => (Condition: c, Proofs: Find(c, facts, counts, year, about, on))).ToList();
        var met = parts.Where(p => p.Proofs.Enough).SelectMany(p => p.Proofs.Found).ToList();
        return new Satisfaction(
            [.. parts.SelectMany(p => p.Proofs.Found).DistinctBy(p => (p.Entry, p.Figure, p.Edition))],
            [.. parts.Where(p => !p.Proofs.Enough).Select(p => StillMissing(p.Condition, p.Proofs.Count))],
            met.Max(p => p.On));
    }

    private static MissingPart StillMissing(RuleCondition condition, int count) => condition.AtLeast == 1
        ? new(condition.Text, condition.English)
        : new($"{condition.Text}（已{count}次，需{condition.AtLeast}次）", $"{condition.English} ({count} of {condition.AtLeast})");

    private static (IReadOnlyList<DeadlineProof> Found, int Count, bool Enough) Find(
        RuleCondition condition, UnitFacts facts, Func<DateOnly, bool> counts, int year, int about, DateOnly on)
    {
        if (condition.Edition is { } stage)
        {
            var edition = facts.Of(about).Editions.Where(e => e.Stage == stage && e.On <= on && (condition.Outcome is null || e.Outcome == condition.Outcome)).MinBy(e => e.On);
            var came = condition.Outcome is { } outcome ? Codes.LabelOf(outcome) : Codes.LabelOf(stage);
            return edition is null ? ([], 0, false) : ([new($"{about}年报告第{edition.Number}版{came}", edition.On, Edition: edition.Number, Outcome: condition.Outcome)], 1, true);
        }

        if (condition.Figure is { } code)
        {
            var count = (int)Math.Min(ValueOf(code, condition.Part, facts.Of(year).Book), 1_000_000);
            return count == 0 ? ([], 0, false) : ([new($"{condition.Text}：{count}次", null, Figure: code)], count, count >= condition.AtLeast);
        }

        var entries = facts.Entries
            .Where(e => e.Matches(condition.Entry!, condition.Where) && counts(e.OccurredOn) && e.OccurredOn <= on && e.Says(condition.Contains))
            .OrderBy(e => e.OccurredOn).ThenBy(e => e.Id).ToList();
        return ([.. entries.Take(condition.AtLeast).Select(e => new DeadlineProof(e.Title, e.OccurredOn, e.Id))], entries.Count, entries.Count >= condition.AtLeast);
    }

    private static decimal ValueOf(string code, string? part, YearBook book)
    {
        var figure = Figure.Read(Catalogue.FindFigure(code)!, book);
        if (part is null)
            return figure.Value ?? 0;
        var (dimension, name) = (part.Split('/')[0], part.Split('/')[^1]);
        return figure.Breakdown.GetValueOrDefault(dimension)?.GetValueOrDefault(name) ?? 0;
    }
}
