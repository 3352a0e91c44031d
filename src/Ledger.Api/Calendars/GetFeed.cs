using System.Text;
using Ledger.Api.Setup;
using Ledger.Api.Units;
using Ledger.Domain;
using Ledger.Domain.Calendars;
using Wolverine.Http;

namespace Ledger.Api.Calendars;

/// <summary>A unit's deadlines for a calendar program: a year back where they are open, and to the end of the next year.</summary>
public static class GetFeed
{
    /// <summary>Name of the query member that carries a feed's key.</summary>
    public const string Key = "feed";

    [WolverineGet("/api/units/{unit}/calendar.ics")]
    public static async Task<IResult> Get(string unit, string? feed, HttpContext http, KnownUnits units, DeadlineReader deadlines, TimeProvider clock, CancellationToken ct)
    {
        _ = feed; // The gate has looked at it.
        if (await units.FindAsync(unit, ct) is not { } known)
            return Results.Problem(http.UnknownUnit(unit));
        var on = ChinaCalendar.Today(clock);
        var past = (await deadlines.CallingAsync(known, on, ct)).Where(d => d.Due < on);
        var ahead = (await deadlines.OfYearAsync(known, on.Year, on, ct)).Concat(await deadlines.OfYearAsync(known, on.Year + 1, on, ct))
            .Where(d => d.Due >= on && d.State != DeadlineState.NotApplicable);
        http.Response.Headers.CacheControl = "private, no-cache";
        return Results.Text(ICalendarText.Of(known, past.Concat(ahead), clock.GetUtcNow()), ICalendarText.MediaType, Encoding.UTF8);
    }
}
