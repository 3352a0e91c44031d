using System.Text.Json;
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

/// <summary>
/// Take a step back that was entered in error, with the reason; with <c>anew</c> the same step is said otherwise in the
/// same commit. Taking back the first step takes back the matter.
/// </summary>
public static class ReverseStep
{
    public static async Task<(ProblemDetails, Reversing?)> LoadAsync(
        string unit, Guid id, HttpContext http, IDocumentSession session, KnownUnits units, TimeProvider clock, CancellationToken ct)
    {
        var (json, malformed) = await SentJson.ReadAsync(http, ct);
        if (malformed is not null)
            return (malformed, null);
        var (change, problems) = SentChange.Read(Envelope(json), withActivity: false);
        var anew = default(JsonElement);
        var again = json.ValueKind == JsonValueKind.Object && json.TryGetProperty("anew", out anew) && anew.ValueKind != JsonValueKind.Null;
        if (change is null)
            return (http.Invalid(problems), null);
        var (refusal, stream) = await MatterGuard.FetchAsync(unit, id, change.Version, http, session, units, ct);
        if (stream is null)
            return (refusal!, null);
        var matter = stream.Aggregate!;
        var at = json.TryGetProperty("taken", out var t) && t.ValueKind == JsonValueKind.Number && t.TryGetInt32(out var number) ? number : 0;
        if (matter.Standing.FirstOrDefault(s => s.Version == at) is not { } taken)
            return (http.Invalid([new("taken", "请给出要撤销的步骤的版本号（须未被撤销）", "The version of the step to take back is required, and it must stand")]), null);
        if (!again)
        {
            // Nothing is answered by them then, but what cannot be read is said all the same.
            var (_, misread) = MatterReader.Reasons(MatterCatalogue.StepOf(taken.Step), json);
            return misread.Count > 0 ? (http.Invalid(misread), null) : (WolverineContinue.NoProblems, new Reversing(stream, taken, change, null));
        }

        var rest = matter.Definition.StateOf(matter.Standing.Where(s => s != taken).Select(s => s.Step));
        var (wrong, step) = await SentStep.ReadAsync(
            MatterCatalogue.StepOf(taken.Step), rest, anew, json, "anew.", unit, http, session, ChinaCalendar.Today(clock), ct);
        return step is null ? (wrong!, null) : (WolverineContinue.NoProblems, new Reversing(stream, taken, change, step));
    }

    [WolverinePost("/api/units/{unit}/matters/{id}/reverse")]
    [DeduplicatedWithResponse(DeduplicationScope.Endpoint, Required = false)]
    public static MatterMoved Post(string unit, Guid id, [NotBody] Reversing reversing, IDocumentSession session)
    {
        var (stream, taken, change, anew) = reversing;
        var events = stream.Aggregate!.Reverse(taken, change.Code, change.Reason, anew);
        stream.AppendMany(events);
        return MatterMoved.Of(stream.Aggregate!, events);
    }

    /// <summary>What a void of an entry is made from; the rest is read here.</summary>
    private static JsonElement Envelope(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Object)
            return json;
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            foreach (var member in json.EnumerateObject().Where(m => m.Name is not ("taken" or "anew" or "reasons")))
                member.WriteTo(writer);
            writer.WriteEndObject();
        }

        return JsonElement.Parse(buffer.ToArray());
    }

    /// <summary>A reversal that has passed every rule, and the stream it goes to.</summary>
    public sealed record Reversing(IEventStream<Matter> Stream, TakenStep Taken, SentChange Change, MatterStep? Anew);
}
