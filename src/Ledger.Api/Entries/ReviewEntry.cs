using JasperFx.Events;
using Ledger.Api.Setup;
using Ledger.Api.Units;
using Ledger.Domain;
using Ledger.Domain.Entries;
using Marten;
using Microsoft.AspNetCore.Mvc;
using Wolverine.Http;

namespace Ledger.Api.Entries;

/// <summary>A reviewer's word on an entry at a version: agreed, or sent back with a reason.</summary>
public sealed record ReviewEntry(long Version, string? Reason);

/// <summary>What both reviews must pass: a version, a reason that can be read, and the guard of every change.</summary>
internal static class Review
{
    public static async Task<(ProblemDetails, IEventStream<Entry>?)> FetchAsync(
        string unit, Guid id, ReviewEntry? review, bool reasonRequired, HttpContext http, IDocumentSession session, KnownUnits units, CancellationToken ct)
    {
        var problems = new List<Problem>();
        if (review is not { Version: >= 1 })
            problems.Add(new("version", "请给出所依据的版本号", "The version it was made from is required"));
        if (review?.Reason is { Length: > 0 } reason ? !PlainText.Is(reason, 2, 500) : reasonRequired)
            problems.Add(new("reason", "请写明原因（2 至 500 字）", "A reason of 2 to 500 characters is required"));
        return problems.Count > 0
            ? (http.Invalid(problems), null)
            : await EntryGuard.FetchAsync(unit, id, review!.Version, http, session, units, ct);
    }
}

/// <summary>Confirm an entry (审核确认).</summary>
public static class ConfirmEntry
{
    public static Task<(ProblemDetails, IEventStream<Entry>?)> LoadAsync(
        string unit, Guid id, ReviewEntry review, HttpContext http, IDocumentSession session, KnownUnits units, CancellationToken ct) =>
        Review.FetchAsync(unit, id, review, reasonRequired: false, http, session, units, ct);

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
    public static Task<(ProblemDetails, IEventStream<Entry>?)> LoadAsync(
        string unit, Guid id, ReviewEntry review, HttpContext http, IDocumentSession session, KnownUnits units, CancellationToken ct) =>
        Review.FetchAsync(unit, id, review, reasonRequired: true, http, session, units, ct);

    [WolverinePost("/api/units/{unit}/entries/{id}/return")]
    public static EntryState Post(string unit, Guid id, ReviewEntry review, IEventStream<Entry> stream, IDocumentSession session)
    {
        stream.AppendOne(new EntryReturned(review.Reason!));
        return EntryState.Of(stream.Aggregate!, review.Version + 1, EntryStatus.Returned);
    }
}
