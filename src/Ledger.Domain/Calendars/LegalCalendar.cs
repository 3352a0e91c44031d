namespace Ledger.Domain.Calendars;

/// <summary>Something the calendar does not know and says so, in place of guessing.</summary>
public sealed record CalendarNotice(string Code, string Text, string English);

/// <summary>The law's days: rules, working days and the windows of campaigns, as they are entered.</summary>
public sealed record LegalCalendar(WorkingDays Days, RuleBook Rules, IReadOnlyList<CampaignWindow> Campaigns)
{
    public const string ConstitutionWeek = "constitution-week";

    /// <summary>National Constitution Day, which stands when a year's window does not (全国人大常委会 2014-11-01).</summary>
    public static DateOnly ConstitutionDay(int year) => new(year, 12, 4);

    public CampaignWindow? Window(string campaign, int year) => Campaigns.FirstOrDefault(w => w.Campaign == campaign && w.Year == year);

    /// <summary>What is missing for a year, asked on a day; next year is asked for from November on, when it is usually published.</summary>
    public IReadOnlyList<CalendarNotice> Notices(int year, DateOnly on)
    {
        var notices = new List<CalendarNotice>();
        var years = on.Year == year && on.Month >= 11 ? [year, year + 1] : new[] { year };
        foreach (var missing in years.Where(y => !Days.Knows(y)))
            notices.Add(HolidaysMissing(missing));
        if (Rules.Rules.Any(r => r.Trigger.Campaign == ConstitutionWeek) && Window(ConstitutionWeek, year) is null && on >= new DateOnly(year, 11, 15))
        {
            notices.Add(new(
                $"campaign-{year}", $"{year} 年宪法宣传周的时间尚未录入，暂按国家宪法日（12月4日）提示", $"The constitution week of {year} is not entered; 4 December stands for it"));
        }

        return notices;
    }

    public static CalendarNotice HolidaysMissing(int year) => new(
        $"holidays-{year}", $"{year} 年节假日安排尚未录入，涉及的工作日暂按周一至周五计算", $"The holidays of {year} are not entered; working days in it are counted by weekends alone");
}
