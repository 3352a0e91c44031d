using Ledger.Api.Setup;
using Ledger.Domain.Calendars;

namespace Ledger.Api.Calendars;

/// <summary>
/// The calendar's files: those shipped with the program, and over them those of the data folder's <c>calendar</c>, where a
/// new year's holidays are entered without a new release.
/// </summary>
public static class CalendarFiles
{
    private static readonly string Shipped = Path.Combine(AppContext.BaseDirectory, "seeds");

    /// <exception cref="LedgerSetupException">A file is refused; says which, where and why.</exception>
    public static LegalCalendar Load(DataFolder folder)
    {
        ArgumentNullException.ThrowIfNull(folder);
        var own = Path.Combine(folder.Root, "calendar");
        try
        {
            var years = Holidays(Path.Combine(Shipped, "holidays")).Concat(Holidays(Path.Combine(own, "holidays")))
                .GroupBy(y => y.Year).Select(g => g.Last());
            var windows = Windows(Path.Combine(Shipped, "rules", "campaigns.json")).Concat(Windows(Path.Combine(own, "campaigns.json")))
                .GroupBy(w => (w.Campaign, w.Year)).Select(g => g.Last()).OrderBy(w => w.Year);
            var rules = Path.Combine(own, "legal-calendar.json") is var local && File.Exists(local) ? local : Path.Combine(Shipped, "rules", "legal-calendar.json");
            return new LegalCalendar(new WorkingDays([.. years]), RuleBook.Parse(rules, File.ReadAllText(rules)), [.. windows]);
        }
        catch (CalendarDataException e)
        {
            throw new LedgerSetupException(e.Message);
        }
    }

    private static IEnumerable<HolidayYear> Holidays(string folder) => Directory.Exists(folder)
        ? Directory.EnumerateFiles(folder, "*.json").Order(StringComparer.Ordinal).Select(f => HolidayYear.Parse(f, File.ReadAllText(f)))
        : [];

    private static IReadOnlyList<CampaignWindow> Windows(string file) =>
        File.Exists(file) ? CampaignWindow.ParseAll(file, File.ReadAllText(file)) : [];
}
