namespace Ledger.Domain.Calendars;

/// <summary>When a yearly campaign is held, as that year's notice sets it.</summary>
/// <param name="Campaign">Its code, e.g. <c>constitution-week</c>.</param>
/// <param name="Year">The year it is held in.</param>
/// <param name="Name">As people call it.</param>
/// <param name="From">First day.</param>
/// <param name="To">Last day.</param>
/// <param name="ExtraDays">How many days around it still count where the notice lets the time be extended (适当延展).</param>
/// <param name="Theme">主题.</param>
/// <param name="Source">The notice.</param>
/// <param name="Verified">Held against the notice; otherwise taken from reports about it.</param>
public sealed record CampaignWindow(
    string Campaign, int Year, string Name, DateOnly From, DateOnly To, int ExtraDays, string Theme, string Source, bool Verified)
{
    public bool Holds(DateOnly day) => From.AddDays(-ExtraDays) <= day && day <= To.AddDays(ExtraDays);

    /// <exception cref="CalendarDataException">The text is no list of windows; says where and why.</exception>
    public static IReadOnlyList<CampaignWindow> ParseAll(string file, string json) => CalendarData.Read<IReadOnlyList<CampaignWindow>>(file, json, Check);

    private static IEnumerable<Problem> Check(IReadOnlyList<CampaignWindow> read)
    {
        for (var i = 0; i < read.Count; i++)
        {
            var (window, place) = (read[i], $"$[{i}]");
            if (window.To < window.From || window.From.Year != window.Year || window.To.Year != window.Year)
                yield return new(place, "起止日期不在当年，或者止日早于起日", "Begins or ends outside its year, or ends before it begins");
            if (window.ExtraDays is < 0 or > 31)
                yield return new($"{place}.extraDays", "延展天数应为 0 到 31", "0 to 31 days");
            if (read.Take(i).Any(w => w.Campaign == window.Campaign && w.Year == window.Year))
                yield return new(place, $"{window.Year} 年的时间重复", $"The window of {window.Year} stands twice");
        }
    }
}
