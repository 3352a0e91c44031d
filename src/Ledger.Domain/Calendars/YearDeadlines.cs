using System.Globalization;

namespace Ledger.Domain.Calendars;

/// <summary>Days fixed in every year: 3月1日前, 12月31日 and the like.</summary>
internal static class YearDeadlines
{
    public static IEnumerable<Deadline> Of(LegalCalendar calendar, LegalRule rule, UnitFacts facts, int year, DateOnly on)
    {
        var dues = rule.Due ?? [];
        for (var i = 0; i < dues.Count; i++)
        {
            var named = DayIn(year, dues[i].Day);
            var due = dues[i].Before ? named.AddDays(-1) : named;
            if (rule.InForce(due))
                yield return One(calendar, rule, facts, dues[i], named, due, dues.Count > 1 ? $"{rule.Id}/{year}/{i + 1}" : $"{rule.Id}/{year}", on);
        }
    }

    private static Deadline One(LegalCalendar calendar, LegalRule rule, UnitFacts facts, RuleDue fixedDay, DateOnly named, DateOnly due, string id, DateOnly on)
    {
        var about = rule.OfPreviousYear ? due.Year - 1 : due.Year;
        var deadline = Deadlines.By(rule, id, due) with
        {
            WorkBy = calendar.Days.IsWorking(due) ? null : calendar.Days.OnOrBefore(due),
            Provisional = calendar.Days.Knows(due.Year) ? [] : [due.Year],
            How = fixedDay.Before ? $"{Deadlines.Chinese(named)}之前，最迟{due.Month}月{due.Day}日" : Deadlines.Chinese(due),
            EnglishHow = fixedDay.Before ? $"before {Deadlines.English(named)}: {Deadlines.English(due)} at the latest" : Deadlines.English(due),
        };
        if (rule.OfPreviousYear)
            deadline = deadline with { How = $"{deadline.How}（事关{about}年）", EnglishHow = $"{deadline.EnglishHow} (about {about})" };
        if (Deadlines.Exempt(rule, facts) is var (why, english))
            return deadline.NotApplicable(why, english);
        var from = DayIn(due.Year + fixedDay.FromYear, fixedDay.From);
        var found = Satisfaction.Of(rule, facts, day => from <= day && day.Year <= due.Year, due.Year, about, on);
        // A year that this ledger was not kept in is no lapse; this year's own work is asked for in any case.
        return !found.Met && about < on.Year && !facts.Of(about).HasAnything
            ? deadline.NotApplicable($"台账中没有{about}年的登记", $"The ledger holds nothing of {about}")
            : deadline.Judged(found, on);
    }

    private static DateOnly DayIn(int year, string day) =>
        DateOnly.ParseExact($"{year.ToString("0000", CultureInfo.InvariantCulture)}-{day}", "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
