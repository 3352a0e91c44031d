using Ledger.Api.Entries;
using Ledger.Api.Setup;
using Ledger.Api.Units;
using Ledger.Domain;
using Ledger.Domain.Kinds;
using Wolverine.Http;

namespace Ledger.Api.Figures;

/// <summary>The entries a figure is counted from: as many as its main value says, participation left out.</summary>
public static class GetFigureEntries
{
    [WolverineGet("/api/units/{unit}/figures/{year}/{code}/entries")]
    public static async Task<IResult> Get(
        string unit, int year, string code, string? page, string? size, HttpContext http, KnownUnits units, EntrySearch search, CancellationToken ct)
    {
        if (await units.FindAsync(unit, ct) is null)
            return Results.Problem(http.UnknownUnit(unit));
        if (Catalogue.FindFigure(code = FigureCode.InAddress(code)) is not { } figure)
            return Results.Problem(http.UnknownFigure(code));
        if (figure.OfMatters)
            return Results.Problem(http.FigureOfMatters(unit, year, figure));
        var problems = new List<Problem>();
        if (year is < 1 or > 9999)
            problems.Add(new("year", "应为 1 到 9999 之间的整数", "Must be a whole number between 1 and 9999"));
        var filter = new EntryFilter(
            year, figure.Kind, Figure: code,
            Page: ListEntries.Whole("page", page, 1, 1_000_000, 1, problems) ?? 1,
            Size: ListEntries.Whole("size", size, 1, EntrySearch.LargestPage, 50, problems) ?? 50);
        return problems.Count > 0
            ? Results.Problem(http.Invalid(problems))
            : Results.Ok(await search.FindAsync(unit, filter, ct));
    }
}
