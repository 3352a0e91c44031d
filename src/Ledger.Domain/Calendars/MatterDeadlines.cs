namespace Ledger.Domain.Calendars;

/// <summary>Days that matters state of themselves, with the text and basis of their rule.</summary>
internal static class MatterDeadlines
{
    public static IEnumerable<Deadline> Of(LegalCalendar calendar, LegalRule rule, UnitFacts facts, int year, DateOnly on)
    {
        var own = facts.Matters.Where(m => m.Rule == rule.Id && m.Due.Year == year && rule.InForce(m.Due)).ToList();
        foreach (var matter in own)
        {
            var open = matter.DoneOn is null || matter.DoneOn > on;
            yield return Deadlines.By(rule, $"{rule.Id}/{year}/{matter.Key}", matter.Due) with
            {
                Text = matter.Text,
                How = $"{PeriodText.Rule(rule)}，{Deadlines.Chinese(matter.Due)}",
                EnglishHow = $"{PeriodText.EnglishRule(rule)}: {Deadlines.English(matter.Due)}",
                State = open ? Deadline.OpenOn(on, matter.Due, rule.Reminders) : matter.DoneOn > matter.Due ? DeadlineState.DoneLate : DeadlineState.Done,
                Proofs = open ? [] : [new DeadlineProof(matter.Text, matter.DoneOn)],
                Provisional = calendar.Days.Knows(year) ? [] : [year],
                Link = matter.Link,
            };
        }

        if (own.Count > 0 || !rule.InForce(new DateOnly(year, 12, 31)))
            yield break;
        var none = Deadlines.By(rule, $"{rule.Id}/{year}", new DateOnly(year, 12, 31)) with { How = PeriodText.Rule(rule), EnglishHow = PeriodText.EnglishRule(rule) };
        yield return Deadlines.Exempt(rule, facts) is var (why, english)
            ? none.NotApplicable(why, english)
            : none.NotApplicable($"台账中没有{year}年的这类事项", $"No such matter in {year}");
    }
}
