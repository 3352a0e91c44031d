using System.Text.Json;
using Ledger.Domain.Calendars;

namespace Ledger.Api.Calendars;

/// <summary>
/// Entries that a rule looks at: of a kind, with these codes, with one of these words in them. Rules count in whole days
/// and only up to what they ask for, so of each day no more than that need be read, however much is logged.
/// </summary>
/// <param name="Kind">Code of the kind.</param>
/// <param name="Where">Code fields and the values of which they must have one.</param>
/// <param name="Words">Words of which one must stand in a text; none asks for none.</param>
/// <param name="Most">How many of one day are enough; all of them where each entry has a deadline of its own.</param>
internal sealed record FactNeed(string Kind, IReadOnlyList<(string Field, string[] Values)> Where, string[] Words, int Most)
{
    /// <summary>What all rules look at, the same asked once.</summary>
    public static IReadOnlyList<FactNeed> Of(IEnumerable<LegalRule> rules) =>
    [
        .. rules.SelectMany(r => (r.SatisfiedBy ?? []).SelectMany(all => all).Where(c => c.Entry is not null)
                .Select(c => Of(c.Entry!, c.Where, c.Contains, c.AtLeast))
                .Concat(r.Trigger is { On: TriggerKind.Entry, Entry: { } entry } ? [Of(entry, r.Trigger.Where, null, int.MaxValue)] : []))
            .GroupBy(n => JsonSerializer.Serialize(new { n.Kind, Where = n.Where.Select(w => $"{w.Field}={string.Join(',', w.Values)}"), n.Words }))
            .Select(same => same.MaxBy(n => n.Most)!),
    ];

    private static FactNeed Of(string kind, IReadOnlyDictionary<string, JsonElement>? where, IReadOnlyList<string>? words, int most) => new(
        kind, [.. (where ?? new Dictionary<string, JsonElement>()).OrderBy(w => w.Key, StringComparer.Ordinal).Select(w => (w.Key, Values(w.Value)))], [.. words ?? []], most);

    private static string[] Values(JsonElement wanted) =>
        wanted.ValueKind == JsonValueKind.Array ? [.. wanted.EnumerateArray().Select(v => v.ToString())] : [wanted.ToString()];
}
