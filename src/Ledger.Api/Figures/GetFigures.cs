using Ledger.Api.Setup;
using Ledger.Api.Units;
using Ledger.Domain;
using Ledger.Domain.Figures;
using Wolverine.Http;

namespace Ledger.Api.Figures;

/// <summary>The figures of a unit's year, with the event they are current to.</summary>
public sealed record FiguresView(string Unit, int Year, long Sequence, DateTimeOffset? AsOf, IReadOnlyList<Figure> Figures);

/// <summary>All figures of a year, now or as known at an earlier time or sequence.</summary>
public static class GetFigures
{
    [WolverineGet("/api/units/{unit}/figures/{year}")]
    public static async Task<IResult> Get(string unit, int year, string? asOf, HttpContext http, KnownUnits units, YearBookReader books, CancellationToken ct)
    {
        if (await units.FindAsync(unit, ct) is not { } known)
            return Results.Problem(http.UnknownUnit(unit));
        if (await books.ReadAsync(unit, year, asOf, ct) is not { } book)
            return Results.Problem(http.Invalid([BadAsOf]));
        return Results.Ok(new FiguresView(unit, year, book.Sequence, book.KnownAt, Figure.ReadAll(book, known.Enforcement)));
    }

    internal static readonly Problem BadAsOf = new(
        "asOf",
        "应为事件序号、时间（2023-06-30T18:00:00+08:00）或日期（2023-06-30）",
        "Must be a sequence number, a time (2023-06-30T18:00:00+08:00) or a day (2023-06-30)");
}
