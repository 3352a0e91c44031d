using JasperFx.Events;
using Ledger.Api.Setup;
using Ledger.Api.Units;
using Ledger.Domain;
using Ledger.Domain.Entries;
using Ledger.Domain.Kinds;
using Ledger.Domain.Units;
using Ledger.Domain.Years;
using Marten;
using Microsoft.AspNetCore.Mvc;
using Wolverine.Http;

namespace Ledger.Api.Entries;

/// <summary>Correct an entry: what was said is taken back in full and said anew, with the reason, in one commit.</summary>
public static class CorrectEntry
{
    public static async Task<(ProblemDetails, Correction?)> LoadAsync(
        string unit, Guid id, HttpContext http, IDocumentSession session, KnownUnits units, TimeProvider clock, CancellationToken ct)
    {
        var (json, malformed) = await SentJson.ReadAsync(http, ct);
        if (malformed is not null)
            return (malformed, null);
        var (change, problems) = SentChange.Read(json, withActivity: true);
        if (change is null)
            return (http.Invalid(problems), null);
        var (refusal, stream) = await EntryGuard.FetchAsync(unit, id, change.Version, http, session, units, ct);
        if (stream is null)
            return (refusal, null);
        var kind = Catalogue.KindOf(stream.Aggregate!.Activity);
        var (activity, wrong) = ActivityReader.Read(kind, change.Activity, ChinaCalendar.Today(clock), "activity.");
        if (activity is null)
            return (http.Invalid(wrong), null);
        var known = (await units.FindAsync(unit, ct))!;
        wrong = [.. JointRules.Check(activity, known, await units.PeersAsync(known, activity, ct), stream.Aggregate.Declined, "activity.")];
        if (wrong.Count > 0)
            return (http.Invalid(wrong), null);
        return await MovesIntoFrozenYearAsync(unit, stream.Aggregate.Activity, activity, session, ct)
            ? (http.Invalid([LogEntry.Late(activity.OccurredOn.Year, "activity.")]), null)
            : (WolverineContinue.NoProblems, new Correction(stream, change, activity));
    }

    [WolverinePost("/api/units/{unit}/entries/{id}/correct")]
    [DeduplicatedWithResponse(DeduplicationScope.Endpoint, Required = false)]
    public static EntryState Post(string unit, Guid id, [NotBody] Correction correction, IDocumentSession session)
    {
        var entry = correction.Stream.Aggregate!;
        var events = entry.Correct(correction.Activity, correction.Change.Code, correction.Change.Reason);
        correction.Stream.AppendMany(events);
        return EntryState.Of(entry, correction.Change.Version + events.Count, EntryStatus.Recorded);
    }

    /// <summary>For the frozen year it moves into, the entry is a late one; within its own year the correction has its reason.</summary>
    private static async Task<bool> MovesIntoFrozenYearAsync(string unit, Activity before, Activity after, IDocumentSession session, CancellationToken ct) =>
        after.LateReason is null
        && after.OccurredOn.Year != before.OccurredOn.Year
        && await session.LoadAsync<Year>(Year.StreamOf(unit, after.OccurredOn.Year), ct) is { Frozen: true };

    /// <summary>A correction that has passed every rule, and the stream it goes to.</summary>
    public sealed record Correction(IEventStream<Entry> Stream, SentChange Change, Activity Activity);
}
