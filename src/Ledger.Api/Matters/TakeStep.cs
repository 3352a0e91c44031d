using JasperFx.Events;
using Ledger.Api.Entries;
using Ledger.Api.Setup;
using Ledger.Api.Units;
using Ledger.Domain;
using Ledger.Domain.Matters;
using Marten;
using Microsoft.AspNetCore.Mvc;
using Wolverine.Http;

namespace Ledger.Api.Matters;

/// <summary>Take a step of a matter. Where a guard warns, the reason goes with it; nothing that happened is refused.</summary>
public static class TakeStep
{
    public static async Task<(ProblemDetails, Taking?)> LoadAsync(
        string unit, Guid id, string step, HttpContext http, IDocumentSession session, KnownUnits units, TimeProvider clock, CancellationToken ct)
    {
        var (json, malformed) = await SentJson.ReadAsync(http, ct);
        if (malformed is not null)
            return (malformed, null);
        var (version, missing) = SentStep.VersionOf(json);
        var (refusal, stream) = await MatterGuard.FetchAsync(unit, id, missing is null ? version : null, http, session, units, ct);
        if (stream is null)
            return (refusal!, null);
        var matter = stream.Aggregate!;
        if (matter.Definition.FindStep(step) is not { Opens: false } definition)
            return (http.UnknownStep(matter.Definition, step), null);
        if (missing is not null)
            return (http.Invalid([missing]), null);
        var (wrong, taken) = await SentStep.ReadAsync(definition, matter.State, json, json, "", unit, http, session, ChinaCalendar.Today(clock), ct);
        return taken is null ? (wrong!, null) : (WolverineContinue.NoProblems, new Taking(stream, taken));
    }

    [WolverinePost("/api/units/{unit}/matters/{id}/{step}")]
    [DeduplicatedWithResponse(DeduplicationScope.Endpoint, Required = false)]
    public static MatterMoved Post(string unit, Guid id, string step, [NotBody] Taking taking, IDocumentSession session)
    {
        var events = taking.Stream.Aggregate!.Take(taking.Step);
        taking.Stream.AppendMany(events);
        return MatterMoved.Of(taking.Stream.Aggregate!, events);
    }

    /// <summary>A step that has passed every rule, and the stream it goes to.</summary>
    public sealed record Taking(IEventStream<Matter> Stream, MatterStep Step);
}
