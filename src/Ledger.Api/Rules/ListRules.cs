using Ledger.Domain.Rules;
using Marten;
using Wolverine.Http;

namespace Ledger.Api.Rules;

/// <summary>Every change of a counting rule that was ever proposed, the newest first.</summary>
public static class ListRules
{
    [WolverineGet("/api/rules")]
    public static async Task<IReadOnlyList<RuleChangeView>> Get(IDocumentStore store, CancellationToken ct)
    {
        await using var session = store.QuerySession(RuleChange.Tenant);
        return [.. (await RuleChanges.AllAsync(session, ct)).Select(RuleChangeView.Of)];
    }
}

/// <summary>The streams of changed rules, under their own tenant.</summary>
internal static class RuleChanges
{
    public static IDocumentSession Open(IDocumentStore store, HttpContext http)
    {
        var session = store.LightweightSession(RuleChange.Tenant);
        session.LastModifiedBy = http.User.Identity?.Name;
        session.CorrelationId = System.Diagnostics.Activity.Current?.RootId;
        return session;
    }

    public static async Task<IReadOnlyList<RuleChange>> AllAsync(IQuerySession session, CancellationToken ct) =>
        [.. (await session.Events.QueryAllRawEvents().OrderBy(e => e.Sequence).ToListAsync(ct))
            .GroupBy(e => e.StreamId)
            .Select(stream => stream.Aggregate(new RuleChange(), (change, e) => change.Evolve(e)))
            .Where(change => change.Proposed is not null)
            .OrderByDescending(change => change.Id)];
}
