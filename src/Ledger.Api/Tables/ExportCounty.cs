using Ledger.Api.Counties;
using Ledger.Api.Setup;
using Ledger.Api.Units;
using Ledger.Domain;
using Npgsql;
using Wolverine.Http;

namespace Ledger.Api.Tables;

/// <summary>A county's year as a workbook (统计汇总): the figures with each unit's beside them, and who has filed.</summary>
public static class ExportCounty
{
    [WolverineGet("/api/counties/{county}/figures/{year}.xlsx")]
    public static async Task<IResult> Xlsx(
        string county, int year, string? asOf, HttpContext http, KnownUnits units, CountyBookReader books, NpgsqlDataSource database, [NotBody] Freshness freshness, TimeProvider clock, CancellationToken ct)
    {
        await freshness.AwaitAsync(nameof(Domain.Entries.EntryCards), ct);
        var (known, of, book, refusal) = await GetCountyFigures.ReadAsync(county, year, asOf, http, units, books, ct);
        if (refusal is not null)
            return Results.Problem(refusal);
        var coverage = await Coverage.ReadAsync(database, of, book!, year, ChinaCalendar.Today(clock), ct);
        return await TableFile.XlsxAsync($"{known!.Name}{year}年统计汇总", [CountyTable.Figures(of, book!), CountyTable.Coverage(coverage, book!)], ct);
    }
}
