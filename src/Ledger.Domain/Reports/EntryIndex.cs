using JasperFx.Events;
using Ledger.Domain.Entries;
using Ledger.Domain.Figures;
using Ledger.Domain.Kinds;
using Marten;
using Marten.Linq.MatchesSql;

namespace Ledger.Domain.Reports;

/// <summary>An entry as it stood when the report's figures were counted.</summary>
/// <param name="Number">Sequence number of the event that first recorded it: its number in print.</param>
/// <param name="Entry">Its state then.</param>
public sealed record IndexedEntry(long Number, Entry Entry);

/// <summary>
/// The entries behind a report's figures, folded from the log up to the report's sequence number: an edition's index comes
/// out the same for ever, whatever was corrected since.
/// </summary>
public static class EntryIndex
{
    /// <summary>What is sensible on paper; whoever has more takes the export.</summary>
    public const int LargestInPrint = 5000;

    private const string OfTheYear = """
        d.stream_id in (
            select y.stream_id from ledger.mt_events y
            where y.tenant_id = d.tenant_id
              and left(coalesce(y.data ->> 'occurredOn', y.data -> 'activity' ->> 'occurredOn'), 4) = ?)
        """;

    /// <summary>The streams of others that name the unit in an activity of the year.</summary>
    private const string Joint = $"""
        d.stream_id in (
            select d.stream_id from ledger.mt_events d
            where {JointEvents.Naming}
              and left(coalesce(d.data ->> 'occurredOn', d.data -> 'activity' ->> 'occurredOn'), 4) = ?)
        """;

    /// <summary>The year's entries that count, by kind, day and number; void ones are left out.</summary>
    /// <returns>Null when they are more than <see cref="LargestInPrint"/>.</returns>
    public static async Task<IReadOnlyList<IndexedEntry>?> ReadAsync(IQuerySession session, int year, long sequence, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(session);
        // Corrections, confirmations and evidence are events too; an entry seldom has more than a handful.
        var events = await session.Events.QueryAllRawEvents()
            .Where(e => e.Sequence <= sequence && e.MatchesSql(OfTheYear, year.ToString("0000", null)))
            .OrderBy(e => e.Sequence)
            .Take(LargestInPrint * 8)
            .ToListAsync(ct);
        await using var all = session.DocumentStore.QuerySession();
        var joint = await all.Events.QueryAllRawEvents()
            .Where(e => e.AnyTenant() && e.Sequence <= sequence && e.MatchesSql(Joint, JointEvents.Unit(session.TenantId), year.ToString("0000", null)))
            .OrderBy(e => e.Sequence)
            .Take(LargestInPrint * 8)
            .ToListAsync(ct);
        if (events.Count == LargestInPrint * 8 || joint.Count == LargestInPrint * 8)
            return null;
        var shared = joint.GroupBy(e => e.StreamId).Select(Fold).Select(e => As(e, session.TenantId)).OfType<IndexedEntry>();
        var byKind = events.GroupBy(e => e.StreamId).Select(Fold).Concat(shared).Where(e => Counts(e.Entry, year)).ToLookup(e => Catalogue.KindOf(e.Entry.Activity));
        List<IndexedEntry> entries = [.. Catalogue.Kinds.SelectMany(kind => byKind[kind].OrderBy(e => e.Entry.Activity.OccurredOn).ThenBy(e => e.Number))];
        return entries.Count > LargestInPrint ? null : entries;
    }

    private static IndexedEntry Fold(IEnumerable<IEvent> stream)
    {
        var events = stream.ToList();
        return new IndexedEntry(events[0].Sequence, events.Aggregate(new Entry(), (entry, e) => entry.Evolve(e)));
    }

    /// <summary>As it counts for a joint unit; null where it names that unit no more.</summary>
    private static IndexedEntry? As(IndexedEntry entry, string unit) =>
        entry.Entry.Activity.JointUnits?.FirstOrDefault(u => u.Unit == unit) is { } named ? entry with { Entry = entry.Entry with { Activity = entry.Entry.Activity.As(named) } } : null;

    private static bool Counts(Entry entry, int year) =>
        entry is { Activity.OccurredOn.Year: var of, Stands: true } && of == year;
}
