using Ledger.Api.Setup;
using Ledger.Api.Units;
using Wolverine.Http;

namespace Ledger.Api.Reports;

/// <summary>What a year's report still lacks.</summary>
public static class GetGaps
{
    [WolverineGet("/api/units/{unit}/reports/{year}/gaps")]
    public static async Task<IResult> Get(string unit, int year, HttpContext http, KnownUnits units, YearGaps gaps, CancellationToken ct)
    {
        if (await units.FindAsync(unit, ct) is not { } known)
            return Results.Problem(http.UnknownUnit(unit));
        return year is < 2000 or > 2100
            ? Results.Problem(http.Invalid([new("year", "年度应在 2000 到 2100 之间", "The year must lie between 2000 and 2100")]))
            : Results.Ok(await gaps.ReadAsync(known, year, ct));
    }
}
