using Ledger.Api.Figures;
using Ledger.Api.Setup;
using Ledger.Api.Units;
using Ledger.Domain;
using Ledger.Domain.Figures;
using Ledger.Domain.Kinds;
using Ledger.Domain.Units;
using Microsoft.AspNetCore.Mvc;
using Wolverine.Http;

namespace Ledger.Api.Counties;

/// <summary>A figure of a county.</summary>
/// <param name="Figure">The county's: every joint activity once.</param>
/// <param name="UnitsSum">The units' own values added up; null for names told apart and rates, which do not add up.</param>
/// <param name="JointOverlap">What of that sum is a joint activity counted again.</param>
public sealed record CountyFigure(Figure Figure, decimal? UnitsSum, decimal? JointOverlap)
{
    public static CountyFigure Of(Figure figure, CountyBook book)
    {
        ArgumentNullException.ThrowIfNull(figure);
        ArgumentNullException.ThrowIfNull(book);
        if (Catalogue.FindFigure(figure.Code)!.Rule.Measure is Measure.Distinct or Measure.Rate or Measure.Share)
            return new(figure, null, null);
        var overlap = book.Overlap(figure.Code);
        return new(figure, figure.Value + overlap, overlap);
    }
}

/// <summary>The figures of a county's year, with the event they are current to.</summary>
public sealed record CountyFiguresView(string County, string Name, int Year, long Sequence, DateTimeOffset? AsOf, int Units, IReadOnlyList<CountyFigure> Figures);

/// <summary>All figures of a county's year, now or as known at an earlier time or sequence.</summary>
public static class GetCountyFigures
{
    [WolverineGet("/api/counties/{county}/figures/{year}")]
    public static async Task<IResult> Get(string county, int year, string? asOf, HttpContext http, KnownUnits units, CountyBookReader books, CancellationToken ct)
    {
        var (known, of, book, refusal) = await ReadAsync(county, year, asOf, http, units, books, ct);
        return refusal is null
            ? Results.Ok(new CountyFiguresView(county, known!.Name, year, book!.Book.Sequence, book.Book.KnownAt, of.Count, FiguresOf(of, book)))
            : Results.Problem(refusal);
    }

    internal static IReadOnlyList<CountyFigure> FiguresOf(IReadOnlyList<Unit> units, CountyBook book) =>
        [.. Figure.ReadAll(book.Book, units.Any(u => u.Enforcement)).Select(f => CountyFigure.Of(f, book))];

    internal static async Task<(County? County, IReadOnlyList<Unit> Units, CountyBook? Book, ProblemDetails? Refusal)> ReadAsync(
        string county, int year, string? asOf, HttpContext http, KnownUnits units, CountyBookReader books, CancellationToken ct)
    {
        if (await units.FindCountyAsync(county, ct) is not { } known)
            return (null, [], null, http.Refuse(404, "unknown-county", $"没有代码为“{county}”的县（市、区）", $"There is no county with the code '{county}'"));
        if (year is < 2000 or > 2100)
            return (known, [], null, http.Invalid([new Problem("year", "年度应在 2000 到 2100 之间", "The year must lie between 2000 and 2100")]));
        var of = await units.OfCountyAsync(county, ct);
        return await books.ReadAsync(county, of, year, asOf, ct) is { } book
            ? (known, of, book, null)
            : (known, of, null, http.Invalid([GetFigures.BadAsOf]));
    }
}
