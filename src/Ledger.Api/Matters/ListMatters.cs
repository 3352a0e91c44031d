using Ledger.Api.Entries;
using Ledger.Api.Setup;
using Ledger.Api.Units;
using Ledger.Domain;
using Ledger.Domain.Figures;
using Ledger.Domain.Kinds;
using Ledger.Domain.Matters;
using Marten;
using Wolverine.Http;

namespace Ledger.Api.Matters;

/// <summary>The matters of a unit.</summary>
public sealed record MatterList(int Total, IReadOnlyList<MatterCard> Items);

/// <summary>What is asked of a unit's matters; with a figure and year those it is counted from.</summary>
public sealed record MatterFilter(string? Kind, bool? Open, int? Year = null, string? Figure = null);

/// <summary>The matters of a unit: those with the nearest due day first, then the newest.</summary>
public static class ListMatters
{
    [WolverineGet("/api/units/{unit}/matters")]
    public static async Task<IResult> Get(
        string unit, string? kind, string? open, string? year, string? figure, HttpContext http, IQuerySession session, KnownUnits units, CancellationToken ct)
    {
        if (await units.FindAsync(unit, ct) is null)
            return Results.Problem(http.UnknownUnit(unit));
        var (filter, problems) = Read(kind, open, year, figure);
        return problems.Count > 0
            ? Results.Problem(http.Invalid(problems))
            : Results.Ok(await FindAsync(session, filter, ct));
    }

    internal static (MatterFilter Filter, IReadOnlyList<Problem> Problems) Read(string? kind, string? open, string? year, string? figure)
    {
        var problems = new List<Problem>();
        if (!string.IsNullOrEmpty(kind) && MatterCatalogue.Find(kind) is null)
            problems.Add(new("kind", $"没有代码为“{kind}”的事项类别", $"There is no kind of matter with the code '{kind}'"));
        if (!string.IsNullOrEmpty(open) && open is not ("true" or "false"))
            problems.Add(new("open", "应为 true 或 false", "Must be true or false"));
        if (!string.IsNullOrEmpty(figure) && Catalogue.FindFigure(figure) is not { OfMatters: true })
            problems.Add(new("figure", $"没有由事项计数的指标“{figure}”", $"There is no figure of matters with the code '{figure}'"));
        var number = ListEntries.Whole("year", year, 2000, 2100, null, problems);
        if (!string.IsNullOrEmpty(figure) && number is null && problems.Count == 0)
            problems.Add(new("year", "看指标背后的事项，请给出年度", "The matters behind a figure are those of a year"));
        return (new(string.IsNullOrEmpty(kind) ? null : kind, string.IsNullOrEmpty(open) ? null : open == "true", number, string.IsNullOrEmpty(figure) ? null : figure), problems);
    }

    /// <summary>A unit has some dozens of matters a year: what the database cannot tell of them is read from the matters.</summary>
    internal static async Task<MatterList> FindAsync(IQuerySession session, MatterFilter filter, CancellationToken ct)
    {
        IQueryable<Matter> matters = session.Query<Matter>();
        if ((filter.Kind ?? (filter.Figure is { } code ? Catalogue.FindFigure(code)!.Kind : null)) is { } kind)
            matters = matters.Where(m => m.Kind == kind);
        if (filter.Open is { } open)
            matters = matters.Where(m => m.Open == open);
        var found = (await matters.ToListAsync(ct))
            .Where(m => filter.Year is not { } year || Counts(m, year, filter.Figure))
            .Select(MatterCard.Of)
            .OrderBy(c => c.Void).ThenByDescending(c => c.Open)
            .ThenBy(c => c.Deadlines.Count > 0 ? c.Deadlines[0].Due : DateOnly.MaxValue)
            .ThenByDescending(c => c.OpenedOn).ThenBy(c => c.Id)
            .ToList();
        return new MatterList(found.Count, found);
    }

    /// <summary>Of a year is a matter with a step of it, or one that counts in it; behind a figure only what counts.</summary>
    private static bool Counts(Matter matter, int year, string? figure) => matter.Standing.Any(t =>
        figure is null
            ? t.Step.OccurredOn.Year == year || ((ICounted)t.Step).Year == year
            : ((ICounted)t.Step).Year == year && t.Step.Lines().Any(l => l.Figure == figure));
}
