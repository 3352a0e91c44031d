using System.Globalization;
using Ledger.Api.Figures;
using Ledger.Api.Setup;
using Ledger.Api.Units;
using Ledger.Domain.Reports;
using Ledger.Domain.Units;
using Wolverine.Http;

namespace Ledger.Api.Reports;

/// <summary>What is another number in a later edition, and why.</summary>
/// <param name="Earlier">The edition frozen first.</param>
/// <param name="Later">The later one; null is the draft.</param>
/// <param name="Changes">Every number that differs, with the steps that lead from one to the other.</param>
public sealed record EditionsCompared(int Earlier, int? Later, IReadOnlyList<FigureChange> Changes);

/// <summary>Hold an edition of a year against a later one, or against the draft.</summary>
public static class CompareEditions
{
    [WolverineGet("/api/units/{unit}/reports/{year}/changes")]
    public static async Task<IResult> Get(
        string unit, int year, string? earlier, string? later, HttpContext http, KnownUnits units, ReportWriter reports, YearBookReader books, CancellationToken ct)
    {
        if (await units.FindAsync(unit, ct) is not { } known)
            return Results.Problem(http.UnknownUnit(unit));
        if (NumberOf(earlier) is not { } from || (!string.IsNullOrEmpty(later) && NumberOf(later) is null))
            return Results.Problem(http.Invalid([new(NumberOf(earlier) is null ? "earlier" : "later", "应为定稿的版次", "Must be the number of an edition")]));
        return await BetweenAsync(known, year, from, NumberOf(later), reports, books, ct) is { } compared
            ? Results.Ok(compared)
            : Results.Problem(http.Refuse(404, "unknown-edition", $"{year} 年没有这一版报告，或者不是先后两版", $"There is no such edition of {year}, or they are not an earlier and a later one"));
    }

    /// <summary>Null where one of them is not there, or the earlier is not the earlier.</summary>
    internal static async Task<EditionsCompared?> BetweenAsync(Unit unit, int year, int from, int? to, ReportWriter reports, YearBookReader books, CancellationToken ct)
    {
        if (to <= from || await reports.EditionAsync(unit.Id, year, from, ct) is not { Model: var earlier })
            return null;
        var later = to is null ? await reports.DraftAsync(unit, year, ct) : (await reports.EditionAsync(unit.Id, year, to, ct))?.Model;
        if (later is null)
            return null;
        var (book, events) = await books.BetweenAsync(unit.Id, year, earlier.Sequence, later.Sequence, ct);
        return new EditionsCompared(from, to, EditionChanges.Between(earlier, later, book, events));
    }

    internal static int? NumberOf(string? sent) =>
        int.TryParse(sent, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : null;
}
