using Ledger.Api.Setup;
using Ledger.Api.Units;
using Wolverine.Http;

namespace Ledger.Api.Sealing;

/// <summary>The hashes by which a log is seen to have only grown between two sizes (RFC 6962, 2.1.2), base64.</summary>
public sealed record ConsistencyView(long From, long To, IReadOnlyList<string> Hashes);

public static class GetConsistency
{
    [WolverineGet("/api/units/{unit}/log/consistency")]
    public static async Task<IResult> Get(string unit, long from, long? to, HttpContext http, KnownUnits units, UnitLog log, CancellationToken ct)
    {
        if (await units.FindAsync(unit, ct) is null)
            return Results.Problem(http.UnknownUnit(unit));
        var size = await log.SizeAsync(unit, ct);
        if (to is < 0 || to > size)
            return Results.Problem(http.Invalid([new("to", $"应在 0 到 {size} 之间", $"Must lie between 0 and {size}")]));
        var end = to ?? size;
        if (from < 0 || from > end)
            return Results.Problem(http.Invalid([new("from", $"应在 0 到 {end} 之间", $"Must lie between 0 and {end}")]));
        return Results.Ok(new ConsistencyView(from, end, [.. (await log.ConsistencyAsync(unit, from, end, ct)).Select(Convert.ToBase64String)]));
    }
}
