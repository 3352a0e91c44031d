using Ledger.Domain.Entries;
using Ledger.Domain.Kinds;
using Marten;

namespace Ledger.Api.Importing;

/// <summary>
/// Entries that rows look like: of the same kind and day, and nearly the same in words. It is a question to people and no
/// more, since two legal services on one day are two.
/// </summary>
internal static class NearEntries
{
    /// <summary>Share of the pairs of characters that two texts have in common (Dice); half the words of a short entry changed brings it below.</summary>
    private const double Likely = 0.8;

    public static async Task<IReadOnlyDictionary<Guid, AlikeEntry>> FindAsync(IQuerySession session, KindDefinition kind, IReadOnlyList<ImportRow> rows, CancellationToken ct)
    {
        if (rows.Count == 0)
            return new Dictionary<Guid, AlikeEntry>();
        var (first, last, code) = (rows.Min(r => r.Activity!.OccurredOn), rows.Max(r => r.Activity!.OccurredOn), kind.Code);
        var cards = await session.Query<EntryCard>()
            .Where(c => c.Kind == code && c.OccurredOn >= first && c.OccurredOn <= last && c.Status != EntryStatus.Void)
            .Select(c => new { c.Id, c.OccurredOn, c.Title, c.Text })
            .ToListAsync(ct);
        var byDay = cards.ToLookup(c => c.OccurredOn, c => (c.Id, c.Title, Grams: SearchText.Grams(c.Text).ToHashSet()));
        var found = new Dictionary<Guid, AlikeEntry>();
        foreach (var row in rows)
        {
            var grams = SearchText.Grams(SearchText.Of(row.Activity!)).ToHashSet();
            foreach (var (id, title, others) in byDay[row.Activity!.OccurredOn])
            {
                if (Likeness(grams, others) >= Likely && found.TryAdd(row.Id, new AlikeEntry(id, title)))
                    break;
            }
        }

        return found;
    }

    private static double Likeness(HashSet<string> one, HashSet<string> other) =>
        2d * one.Count(other.Contains) / Math.Max(1, one.Count + other.Count);
}
