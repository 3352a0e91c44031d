using Ledger.Api.Entries;
using Ledger.Api.Setup;
using Ledger.Api.Units;
using Ledger.Domain.Years;
using Marten;
using Wolverine.Http;

namespace Ledger.Api.Years;

/// <summary>Open a frozen year again (重新开放): entries need no late-entry reason any more, frozen editions stay as they are.</summary>
public sealed record ReopenYear(string? Reason);

public static class ReopenYearEndpoint
{
    [WolverinePost("/api/units/{unit}/years/{year}/reopen")]
    public static async Task<IResult> Post(
        string unit, int year, ReopenYear reopen, HttpContext http, IDocumentSession session, KnownUnits units, CancellationToken ct)
    {
        if (await units.FindAsync(unit, ct) is null)
            return Results.Problem(http.UnknownUnit(unit));
        if (!PlainText.Is(reopen?.Reason, 2, 500))
            return Results.Problem(http.Invalid([new("reason", "请写明重新开放的原因（2 至 500 字）", "A reason of 2 to 500 characters is required")]));
        var stream = await session.Events.FetchForWriting<Year>(Year.StreamOf(unit, year), ct);
        if (stream.Aggregate is not { Frozen: true })
            return Results.Problem(http.Refuse(409, "not-frozen", $"{year} 年没有冻结", $"The year {year} is not frozen"));
        stream.AppendOne(new YearReopened(year, reopen!.Reason!));
        await session.SaveChangesAsync(ct);
        return Results.Ok(stream.Aggregate with { Frozen = false });
    }
}

/// <summary>Whether a unit's year is open or frozen, and how many editions there are.</summary>
public static class GetYear
{
    [WolverineGet("/api/units/{unit}/years/{year}")]
    public static async Task<IResult> Get(string unit, int year, HttpContext http, IQuerySession session, KnownUnits units, CancellationToken ct)
    {
        if (await units.FindAsync(unit, ct) is null)
            return Results.Problem(http.UnknownUnit(unit));
        var state = await session.LoadAsync<Year>(Year.StreamOf(unit, year), ct);
        return Results.Ok(new YearView(unit, year, state?.Frozen ?? false, state?.Editions ?? 0));
    }
}

/// <summary>A unit's year in short.</summary>
public sealed record YearView(string Unit, int Year, bool Frozen, int Editions);
