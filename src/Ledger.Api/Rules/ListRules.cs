using Ledger.Api.Access;
using Ledger.Api.Setup;
using Ledger.Domain.Rules;
using Marten;
using Microsoft.AspNetCore.Mvc;
using Wolverine.Http;

namespace Ledger.Api.Rules;

/// <summary>Every change of a counting rule that was ever proposed, the newest first.</summary>
public static class ListRules
{
    [WolverineGet("/api/counting-rules")]
    public static async Task<IReadOnlyList<RuleChangeView>> Get(IDocumentStore store, CancellationToken ct)
    {
        await using var session = store.QuerySession(RuleChange.Tenant);
        return [.. (await RuleChanges.AllAsync(session, ct)).Select(RuleChangeView.Of)];
    }
}

/// <summary>The streams of changed rules, under a tenant of their own; the book of rules is no unit's.</summary>
internal static class RuleChanges
{
    /// <summary>The rules are the whole ledger's: the office of one county among several does not change them.</summary>
    public static ProblemDetails? NotForAll(HttpContext http) =>
        Caller.Of(http).Grants.Any(g => g is { Role: Role.CountyReader, Unit: null }) ? null
        : http.Refuse(403, "role", "口径适用于全部单位，限分管全部县（市、区）的角色办理", "The rules are those of all units: the role must not be held for one county");

    public static IDocumentSession Open(IDocumentStore store, HttpContext http)
    {
        var session = store.LightweightSession();
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
