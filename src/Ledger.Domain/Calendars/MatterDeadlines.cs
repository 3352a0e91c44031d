namespace Ledger.Domain.Calendars;

/// <summary>Days that open matters state of themselves, with the basis of their rule, whatever else the rule asks of the unit.</summary>
internal static class MatterDeadlines
{
    public static IEnumerable<Deadline> Of(LegalCalendar calendar, LegalRule rule, UnitFacts facts, int year, DateOnly on)
    {
        var own = facts.Matters.Where(m => m.Rule == rule.Id && m.Due.Year == year && rule.InForce(m.Due)).ToList();
        foreach (var matter in own)
        {
            yield return Deadlines.By(rule, $"{rule.Id}/{year}/{matter.Key}", matter.Due) with
            {
                Text = matter.Text,
                English = matter.English,
                How = $"{PeriodText.Rule(rule)}，{Deadlines.Chinese(matter.Due)}",
                EnglishHow = $"{PeriodText.EnglishRule(rule)}: {Deadlines.English(matter.Due)}",
                State = Deadline.OpenOn(on, matter.Due, rule.Reminders),
                Missing = [new("该步骤的办理登记", "the step")],
                Provisional = calendar.Days.Knows(year) ? [] : [year],
            };
        }

        if (rule.Trigger.On != TriggerKind.Matter || own.Count > 0 || !rule.InForce(new DateOnly(year, 12, 31)))
            yield break;
        var none = Deadlines.By(rule, $"{rule.Id}/{year}", new DateOnly(year, 12, 31)) with { How = PeriodText.Rule(rule), EnglishHow = PeriodText.EnglishRule(rule) };
        yield return Deadlines.Exempt(rule, facts) is var (why, english)
            ? none.NotApplicable(why, english)
            : none.NotApplicable($"{year}年没有到期而未办的这类事项", $"No open matter of this kind is due in {year}");
    }
}
