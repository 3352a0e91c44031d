using Ledger.Api.Counties;
using Ledger.Api.Setup;
using Ledger.Api.Units;
using Wolverine.Http;

namespace Ledger.Api.Tables;

/// <summary>A county's year as a workbook (统计汇总): the figures with each unit's beside them, and whose report was submitted and published.</summary>
public static class ExportCounty
{
    [WolverineGet("/api/counties/{county}/figures/{year}.xlsx")]
    public static async Task<IResult> Xlsx(
        string county, int year, string? asOf, HttpContext http, KnownUnits units, CountyBookReader books, Coverage coverage, [NotBody] Freshness freshness, CancellationToken ct)
    {
        await freshness.AwaitAsync(nameof(Domain.Entries.EntryCards), ct);
        var (known, of, book, refusal) = await GetCountyFigures.ReadAsync(county, year, asOf, http, units, books, ct);
        if (refusal is not null)
            return Results.Problem(refusal);
        var covered = CountyTable.Coverage(await coverage.ReadAsync(of, book!, year, ct), book!);
        return await TableFile.XlsxAsync($"{known!.Name}{year}年统计汇总", [CountyTable.Figures(of, book!), covered], ct);
    }

    [WolverineGet("/api/counties/{county}/coverage/{year}.csv")]
    public static async Task<IResult> Csv(
        string county, int year, HttpContext http, KnownUnits units, CountyBookReader books, Coverage coverage, [NotBody] Freshness freshness, CancellationToken ct)
    {
        await freshness.AwaitAsync(nameof(Domain.Entries.EntryCards), ct);
        var (known, of, book, refusal) = await GetCountyFigures.ReadAsync(county, year, null, http, units, books, ct);
        return refusal is null
            ? await TableFile.CsvAsync($"{known!.Name}{year}年报送情况", CountyTable.Coverage(await coverage.ReadAsync(of, book!, year, ct), book!), ct)
            : Results.Problem(refusal);
    }
}
