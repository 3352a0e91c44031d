using Ledger.Api.Access;
using Ledger.Api.Setup;
using Ledger.Api.Units;
using Ledger.Domain.Kinds;
using Marten;
using Microsoft.AspNetCore.Mvc;
using Wolverine.Http;

namespace Ledger.Api.Importing;

/// <summary>Reads a table of a kind and says what its import would do. Nothing is saved.</summary>
public static class PreviewImport
{
    [WolverinePost("/api/units/{unit}/import/{kind}")]
    public static async Task<IResult> Post(
        string unit, string kind, HttpContext http, KnownUnits units, IDocumentStore store, UnitDatabase database, Freshness freshness, TimeProvider clock, CancellationToken ct)
    {
        var (definition, unknown) = await GetImportTemplate.KindAsync(unit, kind, http, units, ct);
        if (definition is null)
            return Results.Problem(unknown!);
        var (upload, unusable) = await ImportUpload.ReceiveAsync(http, ct);
        if (upload is null)
            return Results.Problem(unusable!);
        var (plan, refusal) = await PlanAsync(unit, definition, upload, http, store, database, freshness, clock, ct);
        return plan is null ? Results.Problem(refusal!) : Results.Ok(ImportView.Of(unit, plan, http.English()));
    }

    internal static async Task<(ImportPlan? Plan, ProblemDetails? Refusal)> PlanAsync(
        string unit, KindDefinition kind, ImportUpload upload, HttpContext http, IDocumentStore store, UnitDatabase database, Freshness freshness, TimeProvider clock, CancellationToken ct)
    {
        var (table, refusal) = ImportTable.Read(upload.File, kind, http);
        if (table is null)
            return (null, refusal);
        await using var session = store.QuerySession(unit);
        var plan = await ImportPlan.MakeAsync(table, kind, unit, session, database, freshness, clock, ct);
        return plan.Rows.Count > ImportTable.MostRows ? (null, ImportTable.TooManyRows(http)) : (plan, null);
    }
}
