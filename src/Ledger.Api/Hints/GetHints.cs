using Ledger.Api.Setup;
using Ledger.Api.Units;
using Ledger.Domain.Hints;
using Wolverine.Http;

namespace Ledger.Api.Hints;

/// <summary>What looks wrong in a unit's year; those that somebody has looked at stand last, with the reason.</summary>
public sealed record HintsView(string Unit, int Year, int Open, IReadOnlyList<Hint> Hints);

public static class GetHints
{
    [WolverineGet("/api/units/{unit}/hints/{year}")]
    public static async Task<IResult> Get(string unit, int year, HttpContext http, KnownUnits units, HintReader hints, CancellationToken ct)
    {
        if (await units.FindAsync(unit, ct) is not { } known)
            return Results.Problem(http.UnknownUnit(unit));
        if (year is < 2000 or > 2100)
            return Results.Problem(http.Invalid([new("year", "年度应在 2000 到 2100 之间", "The year must lie between 2000 and 2100")]));
        var found = await hints.ReadAsync(known, year, ct);
        return Results.Ok(new HintsView(unit, year, found.Count(h => h.Dismissed is null), found));
    }
}
