using Ledger.Api.Setup;
using Ledger.Api.Units;
using Ledger.Domain;
using Npgsql;
using Wolverine.Http;

namespace Ledger.Api.Counties;

/// <summary>How far a county's year is covered.</summary>
public sealed record CoverageView(string County, string Name, int Year, DateOnly Today, IReadOnlyList<UnitCoverage> Units);

/// <summary>Who has logged, who has confirmed that there was nothing, who has filed, who is late.</summary>
public static class GetCoverage
{
    [WolverineGet("/api/counties/{county}/coverage/{year}")]
    public static async Task<IResult> Get(
        string county, int year, HttpContext http, KnownUnits units, CountyBookReader books, NpgsqlDataSource database, [NotBody] Freshness freshness, TimeProvider clock, CancellationToken ct)
    {
        await freshness.AwaitAsync(nameof(Domain.Entries.EntryCards), ct);
        var (known, of, book, refusal) = await GetCountyFigures.ReadAsync(county, year, null, http, units, books, ct);
        var today = ChinaCalendar.Today(clock);
        return refusal is null
            ? Results.Ok(new CoverageView(county, known!.Name, year, today, await Coverage.ReadAsync(database, of, book!, year, today, ct)))
            : Results.Problem(refusal);
    }
}
