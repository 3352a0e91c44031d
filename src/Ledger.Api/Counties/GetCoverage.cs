using Ledger.Api.Setup;
using Ledger.Api.Units;
using Ledger.Domain;
using Wolverine.Http;

namespace Ledger.Api.Counties;

/// <summary>How far a county's year is covered.</summary>
public sealed record CoverageView(string County, string Name, int Year, DateOnly Today, IReadOnlyList<UnitCoverage> Units);

/// <summary>Who has logged, who has confirmed that there was nothing, whose report was signed, submitted and published, who is late.</summary>
public static class GetCoverage
{
    [WolverineGet("/api/counties/{county}/coverage/{year}")]
    public static async Task<IResult> Get(
        string county, int year, HttpContext http, KnownUnits units, CountyBookReader books, Coverage coverage, [NotBody] Freshness freshness, TimeProvider clock, CancellationToken ct)
    {
        await freshness.AwaitAsync(nameof(Domain.Entries.EntryCards), ct);
        var (known, of, book, refusal) = await GetCountyFigures.ReadAsync(county, year, null, http, units, books, ct);
        return refusal is null
            ? Results.Ok(new CoverageView(county, known!.Name, year, ChinaCalendar.Today(clock), await coverage.ReadAsync(of, book!, year, ct)))
            : Results.Problem(refusal);
    }
}
