namespace Ledger.Domain.Calendars;

/// <summary>
/// Periods that an entry tells of itself: it began on a date field of its own and ended on the day it occurred, such as a
/// disclosure request from its receipt to its answer. Judged by the rule in force on the day it began.
/// </summary>
internal static class EntryDeadlines
{
    public static IEnumerable<Deadline> Of(LegalCalendar calendar, LegalRule rule, UnitFacts facts, int year, DateOnly on)
    {
        var any = false;
        foreach (var entry in facts.Entries.Where(e => e.Matches(rule.Trigger.Entry!, rule.Trigger.Where) && e.OccurredOn <= on))
        {
            if (entry.Date(rule.Trigger.Field!) is not { } began || !rule.InForce(began))
                continue;
            var (due, how, english) = PeriodText.Of(calendar.Days, rule.Period!, began, rule.Trigger);
            if (due.Day.Year != year)
                continue;
            any = true;
            yield return Deadlines.By(rule, $"{rule.Id}/{year}/{entry.Id}", due.Day) with
            {
                How = how,
                EnglishHow = english,
                Provisional = due.Missing,
                State = entry.OccurredOn <= due.Day ? DeadlineState.Done : DeadlineState.DoneLate,
                Proofs = [new DeadlineProof(entry.Title, entry.OccurredOn, entry.Id)],
            };
        }

        if (any || !rule.InForce(new DateOnly(year, 12, 31)))
            yield break;
        var none = Deadlines.By(rule, $"{rule.Id}/{year}", new DateOnly(year, 12, 31)) with { How = PeriodText.Rule(rule), EnglishHow = PeriodText.EnglishRule(rule) };
        yield return rule.Nil is { } figure && facts.Of(year).Book.NilReturns.GetValueOrDefault(figure) is { } nil
            ? none.NotApplicable($"{year}年没有发生，{nil.ConfirmedBy}已确认为零", $"None in {year}: confirmed by {nil.ConfirmedBy}")
            : none.NotApplicable($"{year}年没有这样的登记", $"No such entry in {year}");
    }
}
