using Ledger.Api.Entries;
using Ledger.Api.Setup;
using Ledger.Api.Units;
using Ledger.Domain;
using Ledger.Domain.Kinds;
using Ledger.Domain.Years;
using Marten;
using Wolverine.Http;

namespace Ledger.Api.Years;

/// <summary>A named person confirms that a figure's zero is a zero (零报告), or takes that back.</summary>
public sealed record ConfirmNil(string? Figure, string? ConfirmedBy, string? Reason, bool Withdraw);

public static class ConfirmNilEndpoint
{
    [WolverinePost("/api/units/{unit}/years/{year}/nil")]
    public static async Task<IResult> Post(
        string unit, int year, ConfirmNil nil, HttpContext http, IDocumentSession session, KnownUnits units, CancellationToken ct)
    {
        if (await units.FindAsync(unit, ct) is null)
            return Results.Problem(http.UnknownUnit(unit));
        var problems = Check(year, nil).ToList();
        if (problems.Count > 0)
            return Results.Problem(http.Invalid(problems));
        object e = nil.Withdraw
            ? new NilReturnWithdrawn(year, nil.Figure!, nil.Reason!)
            : new NilReturnConfirmed(year, nil.Figure!, nil.ConfirmedBy!, nil.Reason!);
        await YearLog.AppendAsync(session, unit, year, e, ct);
        await session.SaveChangesAsync(ct);
        return Results.Ok(e);
    }

    private static IEnumerable<Problem> Check(int year, ConfirmNil nil)
    {
        if (nil is null)
        {
            yield return new("", "应为 JSON 对象", "Must be a JSON object");
            yield break;
        }

        if (year is < 2000 or > 2100)
            yield return new("year", "年度应在 2000 到 2100 之间", "The year must lie between 2000 and 2100");
        if (nil.Figure is null || Catalogue.FindFigure(nil.Figure) is null)
            yield return new("figure", $"没有代码为“{nil.Figure}”的指标", $"There is no figure with the code '{nil.Figure}'");
        if (!nil.Withdraw && !PlainText.Is(nil.ConfirmedBy, 2, 60))
            yield return new("confirmedBy", "请写明确认人（2 至 60 字）", "Who confirms it is required (2 to 60 characters)");
        if (!PlainText.Is(nil.Reason, 2, 500))
            yield return new("reason", "请写明依据（2 至 500 字）", "A reason of 2 to 500 characters is required");
    }
}
