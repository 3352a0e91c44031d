using JasperFx.Events;
using Ledger.Api.Setup;
using Ledger.Api.Units;
using Ledger.Domain.Entries;
using Marten;
using Microsoft.AspNetCore.Mvc;
using Wolverine.Http;

namespace Ledger.Api.Entries;

/// <summary>Void an entry: taken back and not said anew. Nothing is deleted; it stops counting everywhere at once.</summary>
public static class VoidEntry
{
    public static async Task<(ProblemDetails, Voiding?)> LoadAsync(
        string unit, Guid id, HttpContext http, IDocumentSession session, KnownUnits units, CancellationToken ct)
    {
        var (json, malformed) = await SentJson.ReadAsync(http, ct);
        if (malformed is not null)
            return (malformed, null);
        var (change, problems) = SentChange.Read(json, withActivity: false);
        if (change is null)
            return (http.Invalid(problems), null);
        var (refusal, stream) = await EntryGuard.FetchAsync(unit, id, change.Version, http, session, units, ct);
        if (stream is null)
            return (refusal, null);
        await session.HoldAsync($"merge/{unit}", ct);
        return await MergedInto.CountAsync(session, id, ct) is > 0 and var merged
            ? (http.Refuse(409, "entry-kept", $"有 {merged} 条重复登记合并到这一条，先撤销合并再作废", $"{merged} duplicate(s) are merged into this entry; part them first"), null)
            : (WolverineContinue.NoProblems, new Voiding(stream, change));
    }

    [WolverinePost("/api/units/{unit}/entries/{id}/void")]
    [DeduplicatedWithResponse(DeduplicationScope.Endpoint, Required = false)]
    public static EntryState Post(string unit, Guid id, [NotBody] Voiding voiding, IDocumentSession session)
    {
        var entry = voiding.Stream.Aggregate!;
        voiding.Stream.AppendOne(entry.Void(voiding.Change.Code, voiding.Change.Reason));
        return EntryState.Of(entry, voiding.Change.Version + 1, EntryStatus.Void);
    }

    /// <summary>A void that has passed every rule, and the stream it goes to.</summary>
    public sealed record Voiding(IEventStream<Entry> Stream, SentChange Change);
}
