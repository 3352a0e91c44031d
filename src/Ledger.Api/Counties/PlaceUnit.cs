using Ledger.Api.Setup;
using Ledger.Api.Units;
using Ledger.Domain;
using Ledger.Domain.Units;
using Marten;
using Wolverine.Http;

namespace Ledger.Api.Counties;

/// <summary>Places a unit that keeps a ledger already in a county.</summary>
public sealed record PlaceUnit(string? County, UnitKind? Kind);

public static class PlaceUnitEndpoint
{
    [WolverinePost("/api/units/{unit}/county")]
    public static async Task<IResult> Post(string unit, PlaceUnit place, HttpContext http, IDocumentStore store, KnownUnits units, CancellationToken ct)
    {
        if (await units.FindAsync(unit, ct) is not { } known)
            return Results.Problem(http.UnknownUnit(unit));
        if (place?.County is not { } county || await units.FindCountyAsync(county, ct) is null)
            return Results.Problem(http.Invalid([RegisterUnitEndpoint.UnknownCounty(place?.County ?? "")]));
        // Whoever moved on would leave joint activities behind in a county that counts them no more.
        if (known.County is not null)
            return Results.Problem(http.Refuse(409, "unit-placed", $"{known.ShortName}已归入{known.County}", $"The unit belongs to {known.County} already"));
        var placed = new UnitPlaced(county, place.Kind ?? UnitKind.Other);
        var stream = DeterministicId.Of($"unit/{unit}");
        await using var session = store.LightweightSession();
        session.LastModifiedBy = http.User.Identity?.Name;
        session.ForTenant(unit).Events.Append(stream, placed);
        var after = known with { County = placed.County, Kind = placed.Kind };
        session.Store(after);
        await session.SaveChangesAsync(ct);
        units.Forget(unit);
        return Results.Ok(UnitView.Of(after));
    }
}
