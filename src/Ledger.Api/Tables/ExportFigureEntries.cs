using Ledger.Api.Access;
using Ledger.Api.Entries;
using Ledger.Api.Figures;
using Ledger.Api.Setup;
using Ledger.Api.Units;
using Ledger.Domain.Kinds;
using Marten;
using Wolverine.Http;

namespace Ledger.Api.Tables;

/// <summary>The entries a figure is counted from, as a file.</summary>
public static class ExportFigureEntries
{
    [WolverineGet("/api/units/{unit}/figures/{year}/{code}/entries.xlsx")]
    public static Task<IResult> Xlsx(
        string unit, int year, string code, string? masked, HttpContext http, KnownUnits units, IDocumentStore store, UnitDatabase database, Freshness freshness, CancellationToken ct) =>
        AnswerAsync(unit, year, code, TableFile.XlsxAsync, masked, http, units, store, database, freshness, ct);

    [WolverineGet("/api/units/{unit}/figures/{year}/{code}/entries.csv")]
    public static Task<IResult> Csv(
        string unit, int year, string code, string? masked, HttpContext http, KnownUnits units, IDocumentStore store, UnitDatabase database, Freshness freshness, CancellationToken ct) =>
        AnswerAsync(unit, year, code, TableFile.CsvAsync, masked, http, units, store, database, freshness, ct);

    private static async Task<IResult> AnswerAsync(
        string unit, int year, string code, Func<string, Documents.Sheets.Sheet, CancellationToken, Task<IResult>> write, string? masked,
        HttpContext http, KnownUnits units, IDocumentStore store, UnitDatabase database, Freshness freshness, CancellationToken ct)
    {
        if (await units.FindAsync(unit, ct) is null)
            return Results.Problem(http.UnknownUnit(unit));
        if (Catalogue.FindFigure(code = FigureCode.InAddress(code)) is not { } figure)
            return Results.Problem(http.UnknownFigure(code));
        if (figure.OfMatters)
            return Results.Problem(http.FigureOfMatters(unit, year, figure));
        // As the list behind a figure takes it: of a year that is none there are no entries.
        return year is < 1 or > 9999
            ? Results.Problem(http.Invalid([new("year", "应为 1 到 9999 之间的整数", "Must be a whole number between 1 and 9999")]))
            : await ExportEntries.AnswerAsync(unit, (new EntryFilter(year, figure.Kind, Figure: code), []), write, masked, http, units, store, database, freshness, ct);
    }
}
