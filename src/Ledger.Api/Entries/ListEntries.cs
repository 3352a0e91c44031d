using System.Globalization;
using Ledger.Api.Setup;
using Ledger.Api.Units;
using Ledger.Domain;
using Ledger.Domain.Entries;
using Ledger.Domain.Kinds;
using Wolverine.Http;

namespace Ledger.Api.Entries;

/// <summary>The entries of a unit: filtered, searched, paged.</summary>
public static class ListEntries
{
    [WolverineGet("/api/units/{unit}/entries")]
    public static async Task<IResult> Get(
        string unit, string? year, string? kind, string? from, string? to, string? q, string? status, string? page, string? size,
        HttpContext http, KnownUnits units, EntrySearch search, CancellationToken ct)
    {
        if (await units.FindAsync(unit, ct) is null)
            return Results.Problem(http.UnknownUnit(unit));
        var (filter, problems) = Read(year, kind, from, to, q, status, page: page, size: size);
        return problems.Count > 0
            ? Results.Problem(http.Invalid(problems))
            : Results.Ok(await search.FindAsync(unit, filter, ct));
    }

    /// <summary>The filter as far as it can be read, and what is wrong with the rest. A figure's entries are those of its kind and a year.</summary>
    internal static (EntryFilter Filter, IReadOnlyList<Problem> Problems) Read(
        string? year, string? kind, string? from, string? to, string? q, string? status,
        string? figure = null, string? late = null, string? page = null, string? size = null)
    {
        kind = string.IsNullOrEmpty(kind) ? null : kind;
        var problems = new List<Problem>();
        var filter = new EntryFilter(
            Whole("year", year, 1, 9999, null, problems),
            kind,
            Day("from", from, problems),
            Day("to", to, problems),
            q,
            StatusOf(status, problems),
            Late: late == "1",
            Page: Whole("page", page, 1, 1_000_000, 1, problems) ?? 1,
            Size: Whole("size", size, 1, EntrySearch.LargestPage, 50, problems) ?? 50);
        if (kind is not null && Catalogue.FindKind(kind) is null)
            problems.Add(new("kind", $"没有代码为“{kind}”的类别", $"There is no kind with the code '{kind}'"));
        if (q is not null && !PlainText.Is(q, 0, 100))
            problems.Add(new("q", "搜索词最多 100 字，不含控制字符", "At most 100 characters, no control characters"));
        return (string.IsNullOrEmpty(figure) ? filter : OfFigure(filter, figure, problems), problems);
    }

    private static EntryFilter OfFigure(EntryFilter filter, string code, List<Problem> problems)
    {
        if (Catalogue.FindFigure(code) is not { } figure)
        {
            problems.Add(new("figure", $"没有代码为“{code}”的指标", $"There is no figure with the code '{code}'"));
            return filter;
        }

        if (filter.Year is null && problems.All(p => p.Path != "year"))
            problems.Add(new("year", "看指标背后的登记，请给出年度", "The entries behind a figure are those of a year"));
        return filter with { Figure = code, Kind = figure.Kind };
    }

    internal static int? Whole(string name, string? sent, int low, int high, int? otherwise, List<Problem> problems)
    {
        if (string.IsNullOrEmpty(sent))
            return otherwise;
        if (int.TryParse(sent, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= low && number <= high)
            return number;
        problems.Add(new(name, $"应为 {low} 到 {high} 之间的整数", $"Must be a whole number between {low} and {high}"));
        return otherwise;
    }

    private static DateOnly? Day(string name, string? sent, List<Problem> problems)
    {
        if (string.IsNullOrEmpty(sent))
            return null;
        if (DateOnly.TryParseExact(sent, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return day;
        problems.Add(new(name, "日期应写作 2023-12-04", "A date is written 2023-12-04"));
        return null;
    }

    private static EntryStatus? StatusOf(string? sent, List<Problem> problems)
    {
        if (string.IsNullOrEmpty(sent))
            return null;
        var options = Codes.OptionsOf(typeof(EntryStatus));
        var at = options.ToList().FindIndex(o => o.Code == sent);
        if (at < 0)
            problems.Add(new("status", $"应为以下之一：{string.Join("、", options.Select(o => o.Code))}", $"Must be one of: {string.Join(", ", options.Select(o => o.Code))}"));
        return at < 0 ? null : (EntryStatus)at;
    }
}
