using Ledger.Api.Setup;
using Ledger.Api.Units;
using Ledger.Domain.Figures;
using Ledger.Domain.Kinds;
using Wolverine.Http;

namespace Ledger.Api.Figures;

/// <summary>One figure, with the event it is current to.</summary>
public sealed record FigureView(string Unit, int Year, long Sequence, DateTimeOffset? AsOf, Figure Figure);

/// <summary>One figure of a year, now or as known at an earlier time or sequence.</summary>
public static class GetFigure
{
    [WolverineGet("/api/units/{unit}/figures/{year}/{code}")]
    public static async Task<IResult> Get(string unit, int year, string code, string? asOf, HttpContext http, KnownUnits units, YearBookReader books, CancellationToken ct)
    {
        if (await units.FindAsync(unit, ct) is null)
            return Results.Problem(http.UnknownUnit(unit));
        if (Catalogue.FindFigure(code = FigureCode.InAddress(code)) is not { } definition)
            return Results.Problem(http.UnknownFigure(code));
        if (await books.ReadAsync(unit, year, asOf, ct) is not { } book)
            return Results.Problem(http.Invalid([GetFigures.BadAsOf]));
        return Results.Ok(new FigureView(unit, year, book.Sequence, book.KnownAt, Figure.Read(definition, book)));
    }
}
