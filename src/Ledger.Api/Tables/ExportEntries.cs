using Ledger.Api.Access;
using Ledger.Api.Entries;
using Ledger.Api.Erasures;
using Ledger.Api.Setup;
using Ledger.Api.Units;
using Ledger.Domain;
using Ledger.Domain.Kinds;
using Marten;
using Wolverine.Http;

namespace Ledger.Api.Tables;

/// <summary>The entries of a unit as a file: all that the filter admits, or an error.</summary>
public static class ExportEntries
{
    [WolverineGet("/api/units/{unit}/entries.xlsx")]
    public static Task<IResult> Xlsx(
        string unit, string? year, string? kind, string? from, string? to, string? q, string? status, string? figure, string? late, string? masked,
        HttpContext http, KnownUnits units, IDocumentStore store, UnitDatabase database, Freshness freshness, CancellationToken ct) =>
        AnswerAsync(unit, ListEntries.Read(year, kind, from, to, q, status, figure, late), TableFile.XlsxAsync, masked, http, units, store, database, freshness, ct);

    [WolverineGet("/api/units/{unit}/entries.csv")]
    public static Task<IResult> Csv(
        string unit, string? year, string? kind, string? from, string? to, string? q, string? status, string? figure, string? late, string? masked,
        HttpContext http, KnownUnits units, IDocumentStore store, UnitDatabase database, Freshness freshness, CancellationToken ct) =>
        AnswerAsync(unit, ListEntries.Read(year, kind, from, to, q, status, figure, late), TableFile.CsvAsync, masked, http, units, store, database, freshness, ct);

    internal static async Task<IResult> AnswerAsync(
        string unit, (EntryFilter Filter, IReadOnlyList<Problem> Problems) asked, Func<string, Documents.Sheets.Sheet, CancellationToken, Task<IResult>> write, string? masked,
        HttpContext http, KnownUnits units, IDocumentStore store, UnitDatabase database, Freshness freshness, CancellationToken ct)
    {
        if (await units.FindAsync(unit, ct) is not { } known)
            return Results.Problem(http.UnknownUnit(unit));
        var (filter, problems) = asked;
        if (problems.Count > 0)
            return Results.Problem(http.Invalid(problems));
        if (masked is not (null or "" or "true" or "false"))
            return Results.Problem(http.Invalid([new("masked", "应为 true 或 false", "Must be true or false")]));
        await using var snapshot = await EntrySnapshot.OpenAsync(store, database, freshness, unit, filter, ct);
        var what = filter.Figure is { } figure ? Catalogue.FindFigure(figure)!.Name : filter.Kind is { } kind ? Catalogue.FindKind(kind)!.Name : "台账";
        return await write(
            $"{known.ShortName}{(filter.Year is { } year ? $"{year}年" : "")}{what}",
            EntriesTable.Of(snapshot, await MasksAsync(masked == "true", unit, snapshot.Sequence, http, database, ct), filter.Kind is null ? null : Catalogue.FindKind(filter.Kind)),
            ct);
    }

    /// <summary>Names are for whoever works with them: a viewer's file hides them always, others' on request.</summary>
    private static async Task<Masks?> MasksAsync(bool asked, string unit, long sequence, HttpContext http, UnitDatabase database, CancellationToken ct)
    {
        if (!asked && Caller.Of(http).Holds([Access.Role.Recorder, Access.Role.Reviewer, Access.Role.Head], unit))
            return null;
        await using var connection = await database.OpenAsync(unit, ct);
        return await Masks.ReadAsync(connection, unit, sequence, ct);
    }
}
