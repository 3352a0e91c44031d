using System.Globalization;
using System.Text.Json;
using Ledger.Domain.Figures;

namespace Ledger.Domain.Calendars;

/// <summary>An entry as rules look at it, its activity as it is stored: fields by their names in the catalogue. Void ones are no facts.</summary>
public sealed record EntryFact(Guid Id, string Kind, DateOnly OccurredOn, string Title, JsonElement Activity)
{
    public DateOnly? Date(string field) =>
        Activity.TryGetProperty(field, out var value) && value.ValueKind == JsonValueKind.String
        && DateOnly.TryParseExact(value.GetString(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}

/// <summary>What the ledger knows of a unit's year as a whole: figures and nil returns, and the steps of its report.</summary>
public sealed record YearFacts(YearBook Book, IReadOnlyList<EditionFact> Editions)
{
    public bool HasAnything => Book.Cells.Count > 0 || Editions.Count > 0;

    public static YearFacts None(int year) => new(YearBook.Empty(year), []);
}

/// <summary>A day that an open matter of the unit has to keep, as the matter itself states it; what was done in time or late is none any more.</summary>
/// <param name="Due">The last day.</param>
/// <param name="Rule">The rule it comes from.</param>
/// <param name="Text">What is to be done, naming the matter.</param>
/// <param name="English">The same in English.</param>
/// <param name="Key">Tells it apart from others of the same rule.</param>
public sealed record MatterDay(DateOnly Due, string Rule, string Text, string English, string Key);

/// <summary>Everything a unit's deadlines are worked out from.</summary>
public sealed record UnitFacts(
    bool Enforcement, IReadOnlyList<EntryFact> Entries, IReadOnlyDictionary<int, YearFacts> Years, IReadOnlyList<MatterDay> Matters)
{
    /// <summary>Windows that the unit's own campaigns set, for years the calendar has none of.</summary>
    public IReadOnlyList<CampaignWindow> Campaigns { get; init; } = [];

    public YearFacts Of(int year) => Years.GetValueOrDefault(year) ?? YearFacts.None(year);
}

/// <summary>Whether a fact is what a rule speaks of.</summary>
internal static class RuleFacts
{
    /// <summary>A value, or any of a list of them.</summary>
    public static IEnumerable<string> Values(JsonElement wanted) => wanted.ValueKind switch
    {
        JsonValueKind.String => [wanted.GetString()!],
        JsonValueKind.Array => wanted.EnumerateArray().Select(v => v.ValueKind == JsonValueKind.String ? v.GetString()! : ""),
        _ => [""],
    };

    public static bool Matches(this EntryFact entry, string kind, IReadOnlyDictionary<string, JsonElement>? where) =>
        entry.Kind == kind && (where ?? new Dictionary<string, JsonElement>()).All(w =>
            entry.Activity.TryGetProperty(w.Key, out var value) && value.ValueKind == JsonValueKind.String && Values(w.Value).Contains(value.GetString()));

    public static bool Says(this EntryFact entry, IReadOnlyList<string>? words) =>
        words is not { Count: > 0 } || words.Any(word => Texts(entry).Any(text => text.Contains(word, StringComparison.Ordinal)));

    private static IEnumerable<string> Texts(EntryFact entry) => entry.Activity.EnumerateObject()
        .Where(m => m.Value.ValueKind == JsonValueKind.String)
        .Select(m => m.Value.GetString()!)
        .Prepend(entry.Title);
}
