using Ledger.Api.Setup;
using Ledger.Api.Units;
using Ledger.Domain;
using Ledger.Domain.Calendars;
using Wolverine.Http;

namespace Ledger.Api.Calendars;

/// <summary>A unit's deadlines of a year as they stood on a day, with what the calendar itself does not know.</summary>
public sealed record DeadlinesView(string Unit, int Year, DateOnly On, IReadOnlyList<CalendarNotice> Notices, IReadOnlyList<Deadline> Items);

/// <summary>Every deadline that falls in a year: today, or as of <c>?on=</c>.</summary>
public static class GetDeadlines
{
    [WolverineGet("/api/units/{unit}/deadlines")]
    public static async Task<IResult> Get(
        string unit, string? year, string? on, HttpContext http, KnownUnits units, DeadlineReader deadlines, TimeProvider clock, CancellationToken ct)
    {
        if (await units.FindAsync(unit, ct) is not { } known)
            return Results.Problem(http.UnknownUnit(unit));
        var day = string.IsNullOrEmpty(on) ? ChinaCalendar.Today(clock) : AskedDay.Of(on);
        var of = string.IsNullOrEmpty(year) ? day?.Year : AskedDay.Year(year);
        if (day is not { } asOf || of is not { } asked)
            return Results.Problem(http.Invalid([.. day is null ? (Problem[])[AskedDay.BadDay] : [], .. !string.IsNullOrEmpty(year) && of is null ? (Problem[])[AskedDay.BadYear] : []]));
        return Results.Ok(new DeadlinesView(unit, asked, asOf, await deadlines.NoticesAsync(known, asked, asOf, ct), await deadlines.OfYearAsync(known, asked, asOf, ct)));
    }
}
