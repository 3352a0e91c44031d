using Ledger.Api.Entries;
using Ledger.Api.Setup;
using Ledger.Api.Units;
using Ledger.Domain;
using Ledger.Domain.Matters;
using Marten;
using Microsoft.AspNetCore.Mvc;
using Wolverine.Http;
using Wolverine.Marten;

namespace Ledger.Api.Matters;

/// <summary>Open a matter by its first step: it starts the matter's stream.</summary>
public static class OpenMatter
{
    public static async Task<(ProblemDetails, MatterOpening?)> LoadAsync(
        string unit, string kind, HttpContext http, IDocumentSession session, KnownUnits units, TimeProvider clock, CancellationToken ct)
    {
        if (await units.FindAsync(unit, ct) is null)
            return (http.UnknownUnit(unit), null);
        if (MatterCatalogue.Find(kind) is not { } definition)
            return (http.UnknownMatterKind(kind), null);
        var (json, malformed) = await SentJson.ReadAsync(http, ct);
        if (malformed is not null)
            return (malformed, null);
        var (refusal, step) = await SentStep.ReadAsync(definition.Opening, null, json, json, "", unit, http, session, ChinaCalendar.Today(clock), ct);
        return step is null ? (refusal!, null) : (WolverineContinue.NoProblems, (MatterOpening)step);
    }

    [WolverinePost("/api/units/{unit}/matters/{kind}")]
    [DeduplicatedWithResponse(DeduplicationScope.Endpoint, Required = false)]
    public static (MatterReceipt, IStartStream) Post(string unit, string kind, [NotBody] MatterOpening opening)
    {
        var id = Guid.CreateVersion7();
        return (new MatterReceipt(unit, id, kind, 1), MartenOps.StartStream<Matter>(id, MatterChange.Open(opening)));
    }
}
