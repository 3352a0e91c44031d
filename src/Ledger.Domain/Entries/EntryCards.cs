using JasperFx.Events;
using Ledger.Domain.Kinds;
using Marten;
using Marten.Events.Projections;

namespace Ledger.Domain.Entries;

/// <summary>
/// Keeps the card of every entry current, behind the log, and of a joint one a card in each unit that carried it: a page of
/// events is folded in memory and each card touched is written once.
/// </summary>
public sealed class EntryCards : IProjection
{
    public async Task ApplyAsync(IDocumentOperations operations, IReadOnlyList<IEvent> events, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(operations);
        ArgumentNullException.ThrowIfNull(events);
        foreach (var unit in events.GroupBy(e => e.TenantId))
            await FoldAsync(operations, unit.Key, unit, cancellation);
    }

    private static async Task FoldAsync(IDocumentOperations operations, string host, IEnumerable<IEvent> events, CancellationToken cancellation)
    {
        var own = operations.ForTenant(host);
        var streams = events.ToLookup(e => e.StreamId);
        Guid[] begun = [.. streams.Where(s => s.First() is not { Version: 1, Data: Activity }).Select(s => s.Key)];
        var known = begun.Length == 0 ? [] : (await own.LoadManyAsync<EntryCard>(cancellation, begun)).ToDictionary(c => c.Id);
        foreach (var stream in streams)
        {
            var before = known.GetValueOrDefault(stream.Key)?.Entry;
            if (before is null && !stream.Any(e => e.Data is Activity))
                continue;
            var entry = stream.Aggregate(before ?? new Entry(), (current, e) => current.Evolve(e));
            own.Store(EntryCard.Of(entry));
            var named = entry.Activity.JointUnits ?? [];
            foreach (var unit in named)
                operations.ForTenant(unit.Unit).Store(EntryCard.Of(entry, unit, host));
            foreach (var gone in Named(before, stream).Except(named.Select(u => u.Unit)))
                operations.ForTenant(gone).Delete<EntryCard>(stream.Key);
        }
    }

    /// <summary>Every unit that had a card before, or got one within the page.</summary>
    private static IEnumerable<string> Named(Entry? before, IEnumerable<IEvent> stream) =>
        stream.Select(e => (e.Data as Activity)?.JointUnits).Append(before?.Activity.JointUnits).OfType<IEnumerable<JointUnit>>().SelectMany(units => units).Select(u => u.Unit).Distinct();
}
