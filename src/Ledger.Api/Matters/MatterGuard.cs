using JasperFx.Events;
using Ledger.Api.Setup;
using Ledger.Api.Units;
using Ledger.Domain.Matters;
using Marten;
using Microsoft.AspNetCore.Mvc;

namespace Ledger.Api.Matters;

/// <summary>What every change of a matter must pass: the unit and the matter exist, the version is the newest, something of it stands.</summary>
internal static class MatterGuard
{
    public static async Task<(ProblemDetails? Refusal, IEventStream<Matter>? Stream)> FetchAsync(
        string unit, Guid id, long? version, HttpContext http, IDocumentSession session, KnownUnits units, CancellationToken ct)
    {
        if (await units.FindAsync(unit, ct) is null)
            return (http.UnknownUnit(unit), null);
        var stream = await session.Events.FindForWritingAsync<Matter>(id, ct);
        if (stream?.Aggregate is not { Taken.Count: > 0 } matter)
            return (http.UnknownMatter(id), null);
        if (version is { } v && stream.CurrentVersion != v)
            return (http.StaleMatter(stream.CurrentVersion ?? 0), null);
        return matter.Void ? (http.VoidMatter(), null) : (null, stream);
    }
}
