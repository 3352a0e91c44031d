namespace Ledger.Domain.Calendars;

/// <summary>Every rule in every version; a day is judged by the version in force on it.</summary>
public sealed record RuleBook(IReadOnlyList<LegalRule> Rules)
{
    /// <exception cref="CalendarDataException">The text is no book of rules; says where and why.</exception>
    public static RuleBook Parse(string file, string json) => new(CalendarData.Read<IReadOnlyList<LegalRule>>(file, json, RuleChecks.Find));

    /// <summary>The version in force on the day; null if there is none.</summary>
    public LegalRule? At(string id, DateOnly day) => Rules.FirstOrDefault(r => r.Id == id && r.InForce(day));

    public IEnumerable<LegalRule> InForce(DateOnly day) => Rules.Where(r => r.InForce(day));
}
