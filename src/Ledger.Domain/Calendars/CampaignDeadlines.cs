namespace Ledger.Domain.Calendars;

/// <summary>Campaigns with a window of each year: something is done within it, or in the days it may be stretched by.</summary>
internal static class CampaignDeadlines
{
    public static IEnumerable<Deadline> Of(LegalCalendar calendar, LegalRule rule, UnitFacts facts, int year, DateOnly on)
    {
        var window = calendar.Window(rule.Trigger.Campaign!, year, facts.Campaigns);
        var due = window?.To ?? LegalCalendar.ConstitutionDay(year);
        if (!rule.InForce(due))
            yield break;
        var deadline = Deadlines.By(rule, $"{rule.Id}/{year}", due) with
        {
            How = window is null ? $"{year}年活动时间尚未录入，暂按国家宪法日{Deadlines.Chinese(due)}"
                : $"{window.Name}{window.From.Month}月{window.From.Day}日至{window.To.Month}月{window.To.Day}日{(window.ExtraDays > 0 ? $"，前后延展{window.ExtraDays}天内的也算" : "")}{About(window)}",
            EnglishHow = window is null ? $"the window of {year} is not entered: National Constitution Day, {Deadlines.English(due)}"
                : $"{Deadlines.English(window.From)} to {Deadlines.English(window.To)}{(window.ExtraDays > 0 ? $", stretched by up to {window.ExtraDays} days" : "")}",
        };
        if (Deadlines.Exempt(rule, facts) is var (why, english))
        {
            yield return deadline.NotApplicable(why, english);
            yield break;
        }

        // Without a window the week around the day stands for it.
        var found = Satisfaction.Of(rule, facts, day => window?.Holds(day) ?? Math.Abs(day.DayNumber - due.DayNumber) <= 7, year, year, on);
        yield return !found.Met && year < on.Year && !facts.Of(year).HasAnything
            ? deadline.NotApplicable($"台账中没有{year}年的登记", $"The ledger holds nothing of {year}")
            : deadline.Judged(found, on);
    }

    private static string About(CampaignWindow window) => window.Theme.Length > 0 ? $"（主题：{window.Theme}）" : "";
}
