using Ledger.Api.Access;
using Ledger.Api.Setup;
using Ledger.Api.Units;
using Ledger.Domain;
using Ledger.Domain.Entries;
using Ledger.Domain.Kinds;
using Marten;
using Microsoft.AspNetCore.Mvc;
using Wolverine.Http;

namespace Ledger.Api.Importing;

/// <summary>
/// Logs the rows of a table that was looked at: the same file is sent again under the hash its preview named, so that what
/// is logged is what was seen. One transaction: all of it or nothing. What was imported before is found by its id and adds
/// nothing.
/// </summary>
public static class ConfirmImport
{
    [WolverinePost("/api/units/{unit}/import/{kind}/{sha256}")]
    public static async Task<IResult> Post(
        string unit, string kind, string sha256, string? alike, HttpContext http, KnownUnits units, IDocumentStore store, UnitDatabase database, Freshness freshness, TimeProvider clock, CancellationToken ct)
    {
        var (definition, unknown) = await GetImportTemplate.KindAsync(unit, kind, http, units, ct);
        if (definition is null)
            return Results.Problem(unknown!);
        var (upload, unusable) = await ImportUpload.ReceiveAsync(http, ct);
        if (upload is null)
            return Results.Problem(unusable!);
        var (receipt, _, refusal) = await RunAsync(unit, definition, sha256, alike, upload, http, store, database, freshness, clock, ct);
        return receipt is null ? Results.Problem(refusal!) : Results.Ok(receipt);
    }

    /// <summary>What was done; or the plan and why it was not.</summary>
    internal static async Task<(ImportReceipt? Receipt, ImportPlan? Plan, ProblemDetails? Refusal)> RunAsync(
        string unit, KindDefinition kind, string sha256, string? alike, ImportUpload upload, HttpContext http, IDocumentStore store, UnitDatabase database, Freshness freshness, TimeProvider clock, CancellationToken ct)
    {
        var (table, unread) = ImportTable.Read(upload.File, kind, http);
        if (table is null)
            return (null, null, unread);
        await using var session = store.LightweightSession(unit);
        // Two who confirm at once go one after the other, so that the second finds what the first has logged.
        await session.HoldAsync($"import/{unit}", ct);
        var plan = await ImportPlan.MakeAsync(table, kind, unit, session, database, freshness, clock, ct);
        if (Refusal(plan, sha256, alike, http) is { } refusal)
            return (null, plan, refusal);
        var rows = plan.Rows.Where(r => r.State == ImportState.Ready || (r.State == ImportState.Alike && alike == "add")).ToList();
        Log(session, rows, plan.Sha256, http);
        await session.SaveChangesAsync(ct);
        return (new ImportReceipt(unit, kind.Code, plan.Sha256, rows.Count, plan.Count(ImportState.Repeated), plan.Count(ImportState.Alike) - rows.Count(r => r.State == ImportState.Alike)), plan, null);
    }

    private static ProblemDetails? Refusal(ImportPlan plan, string sha256, string? alike, HttpContext http)
    {
        if (plan.Rows.Count > ImportTable.MostRows)
            return ImportTable.TooManyRows(http);
        if (!string.Equals(plan.Sha256, sha256, StringComparison.OrdinalIgnoreCase))
            return http.Refuse(409, "other-file", "文件与预览时的不同，请重新预览", "This is not the file that was previewed; preview it again");
        if (alike is not (null or "" or "add" or "skip"))
            return http.Invalid([new Problem("alike", "应为 add（照样登记）或 skip（略过）", "Must be add or skip")]);
        if (plan.Count(ImportState.Faulty) is > 0 and var faulty)
            return http.Refuse(422, "faulty-rows", $"有 {faulty} 行有误，一行也没有导入；请改好后重新预览", $"{faulty} row(s) are faulty and nothing was imported", [.. plan.Problems.Select(p => new Problem($"{p.Column}{p.Row}", p.Said(english: false), p.Said(english: true)))]);
        return plan.Count(ImportState.Alike) is > 0 and var near && string.IsNullOrEmpty(alike)
            ? http.Refuse(409, "alike", $"有 {near} 行与已有登记疑似重复，请选择照样登记（alike=add）还是略过（alike=skip）", $"{near} row(s) look like entries that are there; say alike=add or alike=skip")
            : null;
    }

    /// <summary>Each row is an entry like any other; beside its event stands the file and the row it came from.</summary>
    private static void Log(IDocumentSession session, List<ImportRow> rows, string sha256, HttpContext http)
    {
        session.LastModifiedBy = http.User.Identity?.Name;
        session.CorrelationId = System.Diagnostics.Activity.Current?.RootId;
        foreach (var row in rows)
        {
            var logged = session.Events.BuildEvent(row.Activity!);
            logged.CausationId = ImportOrigin.Of(sha256, row.Number);
            session.Events.StartStream<Entry>(row.Id, logged);
        }
    }
}
