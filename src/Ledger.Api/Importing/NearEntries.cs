using Ledger.Domain.Entries;
using Ledger.Domain.Kinds;
using Marten;

namespace Ledger.Api.Importing;

/// <summary>
/// Entries that rows look like. A paper ledger has the right days, so that only entries of the very day are asked about:
/// an adviser's services on two days are two.
/// </summary>
internal static class NearEntries
{
    public static async Task<IReadOnlyDictionary<Guid, AlikeEntry>> FindAsync(IQuerySession session, KindDefinition kind, IReadOnlyList<ImportRow> rows, CancellationToken ct)
    {
        if (rows.Count == 0)
            return new Dictionary<Guid, AlikeEntry>();
        var (first, last, code) = (rows.Min(r => r.Activity!.OccurredOn), rows.Max(r => r.Activity!.OccurredOn), kind.Code);
        var cards = await session.Query<EntryCard>().Standing()
            .Where(c => c.Kind == code && c.OccurredOn >= first && c.OccurredOn <= last)
            .ToListAsync(ct);
        var byDay = cards.ToLookup(c => c.OccurredOn, c => (Entry: new AlikeEntry(c.Id, c.Title), Traits: Alike.TraitsOf(c.Entry.Activity)));
        var found = new Dictionary<Guid, AlikeEntry>();
        foreach (var row in rows)
        {
            var traits = Alike.TraitsOf(row.Activity!);
            var near = byDay[row.Activity!.OccurredOn].FirstOrDefault(c => Alike.Are(traits, c.Traits));
            if (near.Entry is { } entry)
                found.TryAdd(row.Id, entry);
        }

        return found;
    }
}
