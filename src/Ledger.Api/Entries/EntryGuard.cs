using JasperFx.Events;
using Ledger.Api.Setup;
using Ledger.Api.Units;
using Ledger.Domain.Entries;
using Marten;
using Microsoft.AspNetCore.Mvc;
using Wolverine.Http;

namespace Ledger.Api.Entries;

/// <summary>What every change of an entry must pass: the unit and the entry exist, the version is the newest, it is not void.</summary>
public static class EntryGuard
{
    public static async Task<(ProblemDetails Refusal, IEventStream<Entry>? Stream)> FetchAsync(
        string unit, Guid id, long? version, HttpContext http, IDocumentSession session, KnownUnits units, CancellationToken ct)
    {
        if (await units.FindAsync(unit, ct) is null)
            return (http.UnknownUnit(unit), null);
        var stream = await session.Events.FindForWritingAsync<Entry>(id, ct);
        if (stream?.Aggregate is not { Activity: not null } entry)
            return (http.UnknownEntry(id), null);
        if (version is { } v && stream.CurrentVersion != v)
            return (http.StaleVersion(stream.CurrentVersion ?? 0), null);
        if (entry.Status == EntryStatus.Void)
            return (http.Refuse(409, "entry-void", "该登记已作废，不能再改", "The entry is void and cannot be changed"), null);
        if (entry.MergedInto is { } into)
            return (http.Refuse(409, "entry-merged", $"该登记已合并到 {into}，撤销合并之后才能再改", $"The entry is merged into {into}; part them before changing it"), null);
        return (WolverineContinue.NoProblems, stream);
    }
}
