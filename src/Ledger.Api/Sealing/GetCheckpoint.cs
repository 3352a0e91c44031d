using Ledger.Api.Setup;
using Ledger.Api.Units;
using Wolverine.Http;

namespace Ledger.Api.Sealing;

/// <summary>A unit's log as it is now: its size and root, signed (C2SP tlog-checkpoint), with witnesses' cosignatures.</summary>
public static class GetCheckpoint
{
    [WolverineGet("/api/units/{unit}/log/checkpoint")]
    public static async Task<IResult> Get(string unit, HttpContext http, KnownUnits units, UnitLog log, CancellationToken ct)
    {
        if (await units.FindAsync(unit, ct) is null)
            return Results.Problem(http.UnknownUnit(unit));
        return Results.Text((await log.CheckpointAsync(unit, ct)).ToString(), "text/plain", System.Text.Encoding.UTF8);
    }
}
