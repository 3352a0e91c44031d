using Ledger.Api.Access;
using Ledger.Api.Setup;
using Ledger.Domain.Units;
using Marten;
using Wolverine.Http;

namespace Ledger.Api.Units;

/// <summary>A unit as the API shows it.</summary>
public sealed record UnitView(string Code, string Name, string ShortName, IReadOnlyList<string> Addressees, bool Enforcement, bool Sample, string? County, UnitKind? Kind)
{
    public static UnitView Of(Unit unit)
    {
        ArgumentNullException.ThrowIfNull(unit);
        return new(unit.Id, unit.Name, unit.ShortName, unit.Addressees, unit.Enforcement, unit.Sample, unit.County, unit.Kind);
    }
}

/// <summary>The units one may see.</summary>
public static class ListUnits
{
    [WolverineGet("/api/units")]
    public static async Task<IReadOnlyList<UnitView>> Get(HttpContext http, IQuerySession session, CancellationToken ct) =>
        [.. (await session.Query<Unit>().OrderBy(u => u.Id).ToListAsync(ct)).Where(Caller.Of(http).Sees).Select(UnitView.Of)];
}

/// <summary>One unit.</summary>
public static class GetUnit
{
    [WolverineGet("/api/units/{unit}")]
    public static async Task<IResult> Get(string unit, HttpContext http, KnownUnits units, CancellationToken ct) =>
        await units.FindAsync(unit, ct) is { } known ? Results.Ok(UnitView.Of(known)) : Results.Problem(http.UnknownUnit(unit));
}
