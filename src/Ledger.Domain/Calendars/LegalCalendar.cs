using Ledger.Domain.Matters;

namespace Ledger.Domain.Calendars;

/// <summary>Something the calendar does not know and says so, in place of guessing.</summary>
public sealed record CalendarNotice(string Code, string Text, string English);

/// <summary>The law's days: rules, working days and the windows of campaigns, as they are entered.</summary>
public sealed record LegalCalendar(WorkingDays Days, RuleBook Rules, IReadOnlyList<CampaignWindow> Campaigns)
{
    public const string ConstitutionWeek = "constitution-week";

    /// <summary>National Constitution Day, which stands when a year's window does not (全国人大常委会 2014-11-01).</summary>
    public static DateOnly ConstitutionDay(int year) => new(year, 12, 4);

    /// <summary>A year's window as the calendar has it, or else as a campaign of the unit sets it.</summary>
    public CampaignWindow? Window(string campaign, int year, IReadOnlyList<CampaignWindow>? own = null) =>
        Campaigns.Concat(own ?? []).FirstOrDefault(w => w.Campaign == campaign && w.Year == year);

    /// <summary>The window that a unit's campaign sets; null where its title names none of those that come every year.</summary>
    public CampaignWindow? OwnWindow(Campaign matter)
    {
        ArgumentNullException.ThrowIfNull(matter);
        return matter.Has<CampaignConfigured>() && Campaigns.FirstOrDefault(w => matter.Title.Contains(w.Name, StringComparison.Ordinal)) is { } yearly
            ? new(yearly.Campaign, matter.From.Year, matter.Title, matter.From, matter.To, 0, matter.Last<CampaignConfigured>()?.Theme ?? "", "本单位专题活动", false)
            : null;
    }

    /// <summary>What is missing for a year, asked on a day; next year is asked for from November on, when it is usually published.</summary>
    public IReadOnlyList<CalendarNotice> Notices(int year, DateOnly on, IReadOnlyList<CampaignWindow>? own = null)
    {
        var notices = new List<CalendarNotice>();
        var years = on.Year == year && on.Month >= 11 ? [year, year + 1] : new[] { year };
        notices.AddRange(OfHolidays(years));
        if (Rules.Rules.Any(r => r.Trigger.Campaign == ConstitutionWeek) && Window(ConstitutionWeek, year, own) is null && on >= new DateOnly(year, 11, 15))
        {
            notices.Add(new(
                $"campaign-{year}", $"{year} 年宪法宣传周的时间尚未录入，暂按国家宪法日（12月4日）提示", $"The constitution week of {year} is not entered; 4 December stands for it"));
        }

        return notices;
    }

    /// <summary>What is amiss with the holidays of some years: not entered, or not held against the notice.</summary>
    public IReadOnlyList<CalendarNotice> OfHolidays(IEnumerable<int> years) =>
        [.. years.Distinct().Order().Select(y => !Days.Knows(y) ? HolidaysMissing(y) : Days.Years.First(k => k.Year == y).Verified ? null : HolidaysUnverified(y)).OfType<CalendarNotice>()];

    private static CalendarNotice HolidaysUnverified(int year) => new(
        $"holidays-unverified-{year}", $"{year} 年节假日安排尚未与国务院办公厅通知核对，涉及的工作日可能变动", $"The holidays of {year} were not held against the notice; working days in it may move");

    public static CalendarNotice HolidaysMissing(int year) => new(
        $"holidays-{year}", $"{year} 年节假日安排尚未录入，涉及的工作日暂按周一至周五计算", $"The holidays of {year} are not entered; working days in it are counted by weekends alone");
}
