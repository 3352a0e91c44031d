using JasperFx.Events;
using Ledger.Domain.Entries;
using Ledger.Domain.Figures;
using Ledger.Domain.Kinds;
using Marten;
using Marten.Linq.MatchesSql;

namespace Ledger.Api.Entries;

/// <summary>
/// An entry's stream as a unit may read it: its own, or that of a unit which logged a joint activity and names it. Whoever
/// is named reads, and changes nothing but its own part.
/// </summary>
/// <param name="Entry">What it says; for a joint unit in that unit's role.</param>
/// <param name="Events">How it came about.</param>
/// <param name="Host">The unit that logged it, where that is another.</param>
public sealed record ReadableEntry(Entry Entry, IReadOnlyList<IEvent> Events, string? Host)
{
    /// <summary>Null when there is none, the stream is no entry's, or the unit is not named in it any more.</summary>
    public static async Task<ReadableEntry?> FindAsync(IQuerySession session, Guid id, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(session);
        var own = await session.Events.FetchStreamAsync(id, token: ct);
        if (own.Count > 0)
            return own[0].Data is Activity ? new(Fold(own), own, null) : null;
        if (await HostOfAsync(session, id, ct) is not { } host)
            return null;
        await using var theirs = session.DocumentStore.QuerySession(host);
        var events = await theirs.Events.FetchStreamAsync(id, token: ct);
        var entry = Fold(events);
        return (entry.Activity.JointUnits ?? []).Concat(entry.Declined).FirstOrDefault(u => u.Unit == session.TenantId) is { } named
            ? new(entry with { Activity = entry.Activity.As(named) }, events, host)
            : null;
    }

    /// <summary>The unit whose joint activity names this session's unit; asked of the events, which are never behind.</summary>
    public static async Task<string?> HostOfAsync(IQuerySession session, Guid id, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(session);
        // As the owner, by an index that is not for a session which may see its unit's rows alone.
        await using var all = session.DocumentStore.QuerySession();
        var naming = await all.Events.QueryAllRawEvents()
            .Where(e => e.AnyTenant() && e.StreamId == id && e.MatchesSql(JointEvents.Naming, JointEvents.Unit(session.TenantId)))
            .Take(1)
            .ToListAsync(ct);
        return naming is [var e] ? e.TenantId : null;
    }

    private static Entry Fold(IEnumerable<IEvent> events) => events.Aggregate(new Entry(), (current, e) => current.Evolve(e));
}
