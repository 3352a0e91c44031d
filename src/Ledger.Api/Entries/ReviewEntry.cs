using Ledger.Api.Units;
using Ledger.Domain.Entries;
using Marten;
using JasperFx.Events;
using Microsoft.AspNetCore.Mvc;
using Wolverine.Http;

namespace Ledger.Api.Entries;

/// <summary>A reviewer's word on an entry at a version: agreed, or sent back with a reason.</summary>
public sealed record ReviewEntry(long Version, string? Reason);

/// <summary>Confirm an entry (审核确认).</summary>
public static class ConfirmEntry
{
    public static Task<(ProblemDetails, IEventStream<Entry>?)> LoadAsync(
        string unit, Guid id, ReviewEntry review, HttpContext http, IDocumentSession session, KnownUnits units, CancellationToken ct) =>
        EntryGuard.FetchAsync(unit, id, review.Version, http, session, units, ct);

    [WolverinePost("/api/units/{unit}/entries/{id}/confirm")]
    public static EntryState Post(string unit, Guid id, ReviewEntry review, IEventStream<Entry> stream, IDocumentSession session)
    {
        stream.AppendOne(new EntryConfirmed(review.Reason));
        return EntryState.Of(stream.Aggregate!, review.Version + 1, EntryStatus.Confirmed);
    }
}

/// <summary>Return an entry to who logged it (退回).</summary>
public static class ReturnEntry
{
    public static async Task<(ProblemDetails, IEventStream<Entry>?)> LoadAsync(
        string unit, Guid id, ReviewEntry review, HttpContext http, IDocumentSession session, KnownUnits units, CancellationToken ct) =>
        review.Reason is { Length: >= 2 and <= 500 }
            ? await EntryGuard.FetchAsync(unit, id, review.Version, http, session, units, ct)
            : (Setup.Refusals.Invalid(http, [new("reason", "请写明退回原因（2 至 500 字）", "A reason of 2 to 500 characters is required")]), null);

    [WolverinePost("/api/units/{unit}/entries/{id}/return")]
    public static EntryState Post(string unit, Guid id, ReviewEntry review, IEventStream<Entry> stream, IDocumentSession session)
    {
        stream.AppendOne(new EntryReturned(review.Reason!));
        return EntryState.Of(stream.Aggregate!, review.Version + 1, EntryStatus.Returned);
    }
}
