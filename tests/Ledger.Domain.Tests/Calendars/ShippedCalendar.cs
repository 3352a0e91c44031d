using Ledger.Domain.Calendars;

namespace Ledger.Domain.Tests.Calendars;

/// <summary>The calendar as it is shipped.</summary>
internal static class ShippedCalendar
{
    private static readonly string Seeds = Path.Combine(AppContext.BaseDirectory, "seeds");

    public static string RulesJson { get; } = File.ReadAllText(Path.Combine(Seeds, "rules", "legal-calendar.json"));

    public static LegalCalendar Calendar { get; } = new(
        new WorkingDays([.. Directory.EnumerateFiles(Path.Combine(Seeds, "holidays")).Order(StringComparer.Ordinal).Select(f => HolidayYear.Parse(f, File.ReadAllText(f)))]),
        RuleBook.Parse("legal-calendar.json", RulesJson),
        CampaignWindow.ParseAll("campaigns.json", File.ReadAllText(Path.Combine(Seeds, "rules", "campaigns.json"))));
}
