using Ledger.Api.Entries;
using Ledger.Api.Setup;
using Ledger.Api.Units;
using Ledger.Api.Years;
using Ledger.Domain.Years;
using Marten;
using Wolverine.Http;

namespace Ledger.Api.Hints;

/// <summary>Somebody looked at a hint and found nothing wrong: which one, and why.</summary>
public sealed record DismissHint(string? Key, string? Reason);

public static class DismissHintEndpoint
{
    [WolverinePost("/api/units/{unit}/hints/{year}/dismiss")]
    public static async Task<IResult> Post(string unit, int year, DismissHint dismiss, HttpContext http, IDocumentSession session, [NotBody] KnownUnits units, [NotBody] HintReader hints, CancellationToken ct)
    {
        if (await units.FindAsync(unit, ct) is not { } known)
            return Results.Problem(http.UnknownUnit(unit));
        if (!PlainText.Is(dismiss?.Reason, 2, 500))
            return Results.Problem(http.Invalid([new("reason", "请写明原因（2 至 500 字）", "A reason of 2 to 500 characters is required")]));
        if (year is < 2000 or > 2100 || (await hints.ReadAsync(known, year, ct)).All(h => h.Key != dismiss!.Key))
            return Results.Problem(http.Invalid([new("key", "没有这条提示，或已不成立", "There is no such hint, or it holds no more")]));
        var dismissed = new HintDismissed(year, dismiss!.Key!, dismiss.Reason!);
        await YearLog.AppendAsync(session, unit, year, dismissed, ct);
        await session.SaveChangesAsync(ct);
        return Results.Ok(dismissed);
    }
}
