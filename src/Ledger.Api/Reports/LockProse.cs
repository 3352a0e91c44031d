using Ledger.Api.Setup;
using Ledger.Api.Units;
using Ledger.Domain;
using Ledger.Domain.Reports;
using Marten;
using Wolverine.Http;

namespace Ledger.Api.Reports;

/// <summary>Lock a block of a report, or under <c>sections</c> the order of its sections: it is settled, and nobody overwrites it by mistake.</summary>
/// <param name="By">Who settles it, by name.</param>
public sealed record LockProse(string? By);

/// <summary>Unlock it again.</summary>
public sealed record UnlockProse(string? Reason);

public static class LockProseEndpoint
{
    [WolverinePost("/api/units/{unit}/reports/{year}/prose/{key}/lock")]
    public static Task<IResult> Lock(string unit, int year, string key, LockProse sent, HttpContext http, IDocumentSession session, KnownUnits units, ReportWriter reports, CancellationToken ct) =>
        ChangeAsync(unit, year, key, locked: false, new ProseLocked(year, key, sent?.By?.Trim() ?? ""), [.. EditionSteps.Said(sent?.By?.Trim(), "by", 2, 20)], http, session, units, reports, ct);

    [WolverinePost("/api/units/{unit}/reports/{year}/prose/{key}/unlock")]
    public static Task<IResult> Unlock(string unit, int year, string key, UnlockProse sent, HttpContext http, IDocumentSession session, KnownUnits units, ReportWriter reports, CancellationToken ct) =>
        ChangeAsync(unit, year, key, locked: true, new ProseUnlocked(year, key, sent?.Reason?.Trim() ?? ""), [.. EditionSteps.Said(sent?.Reason?.Trim(), "reason", 2, 200)], http, session, units, reports, ct);

    private static async Task<IResult> ChangeAsync(
        string unit, int year, string key, bool locked, object e, IReadOnlyList<Problem> problems, HttpContext http, IDocumentSession session, KnownUnits units, ReportWriter reports, CancellationToken ct)
    {
        if (await units.FindAsync(unit, ct) is not { } known)
            return Results.Problem(http.UnknownUnit(unit));
        if (problems.Count > 0)
            return Results.Problem(http.Invalid(problems));
        if (key != SectionOrder.Key && !await reports.HasProseAsync(known, year, key, ct))
            return Results.Problem(http.UnknownProse(key, await reports.DraftAsync(known, year, ct)));
        var report = await ReportLog.HoldAsync(session, unit, year, ct);
        if (report.State.Locks.ContainsKey(key) != locked)
        {
            return Results.Problem(locked
                ? http.Refuse(409, "not-locked", "没有锁定", "This block is not locked")
                : http.Refuse(409, "prose-locked", $"已由{report.State.Locks[key].By}锁定", $"{report.State.Locks[key].By} has locked this block"));
        }

        report.Append(e);
        await report.SaveAsync(ct);
        return Results.Ok(await GetProse.ReadAsync(session, unit, year, key, ct));
    }
}
