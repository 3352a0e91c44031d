using Ledger.Api.Figures;
using Ledger.Api.Reports;
using Ledger.Api.Setup;
using Ledger.Api.Units;
using Wolverine.Http;

namespace Ledger.Api.Tables;

/// <summary>The figures of a year as a file, now or as known at an earlier time or sequence, last year's beside them.</summary>
public static class ExportFigures
{
    [WolverineGet("/api/units/{unit}/figures/{year}.xlsx")]
    public static Task<IResult> Xlsx(string unit, int year, string? asOf, HttpContext http, KnownUnits units, YearBookReader books, ReportWriter reports, CancellationToken ct) =>
        AnswerAsync(unit, year, asOf, TableFile.XlsxAsync, http, units, books, reports, ct);

    [WolverineGet("/api/units/{unit}/figures/{year}.csv")]
    public static Task<IResult> Csv(string unit, int year, string? asOf, HttpContext http, KnownUnits units, YearBookReader books, ReportWriter reports, CancellationToken ct) =>
        AnswerAsync(unit, year, asOf, TableFile.CsvAsync, http, units, books, reports, ct);

    private static async Task<IResult> AnswerAsync(
        string unit, int year, string? asOf, Func<string, Documents.Sheets.Sheet, CancellationToken, Task<IResult>> write,
        HttpContext http, KnownUnits units, YearBookReader books, ReportWriter reports, CancellationToken ct)
    {
        if (await units.FindAsync(unit, ct) is not { } known)
            return Results.Problem(http.UnknownUnit(unit));
        if (await books.ReadAsync(unit, year, asOf, ct) is not { } book)
            return Results.Problem(http.Invalid([GetFigures.BadAsOf]));
        return await write($"{known.ShortName}{year}年指标", FiguresTable.Of(book, await reports.LastYearAsync(unit, year, ct), known.Enforcement), ct);
    }
}
