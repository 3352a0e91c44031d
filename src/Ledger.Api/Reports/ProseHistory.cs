using Ledger.Api.Setup;
using Ledger.Api.Units;
using Ledger.Domain;
using Ledger.Domain.Reports;
using Marten;
using Wolverine.Http;

namespace Ledger.Api.Reports;

/// <summary>A block of a report as it stands, or the order of its sections, and everything that became of it.</summary>
/// <param name="Key">Name of the block; <c>sections</c> for their order.</param>
/// <param name="Text">What people wrote; null for the template's words.</param>
/// <param name="Version">What an edit names as the version it was made from.</param>
/// <param name="LockedBy">Who locked it; null where nobody did.</param>
/// <param name="History">Oldest first.</param>
public sealed record ProseView(string Key, string? Text, int Version, string? LockedBy, IReadOnlyList<ProseStep> History);

/// <param name="What">written, reset, ordered, locked, unlocked.</param>
/// <param name="At">When it was recorded.</param>
/// <param name="Account">By which account.</param>
/// <param name="Before">The words before; null for the template's.</param>
/// <param name="After">The words after; null for the template's.</param>
/// <param name="Note">Who locked it, or why it was unlocked.</param>
public sealed record ProseStep(string What, DateTimeOffset At, string? Account, string? Before, string? After, string? Note);

public static class GetProse
{
    [WolverineGet("/api/units/{unit}/reports/{year}/prose/{key}")]
    public static async Task<IResult> Get(string unit, int year, string key, string? template, HttpContext http, IQuerySession session, KnownUnits units, ReportWriter reports, CancellationToken ct)
    {
        if (await units.FindAsync(unit, ct) is not { } known)
            return Results.Problem(http.UnknownUnit(unit));
        if (Templates.Find(template) is not { } file)
            return Results.Problem(http.Refuse(404, "unknown-template", $"没有“{template}”这种报告", $"There is no report '{template}'"));
        var draft = await reports.DraftAsync(known, year, ct, template: file);
        return key == SectionOrder.Key || draft.Prose.Any(p => p.Key == key)
            ? Results.Ok(await ReadAsync(session, unit, year, key, ct))
            : Results.Problem(http.UnknownProse(key, draft));
    }

    public static async Task<ProseView> ReadAsync(IQuerySession session, string unit, int year, string key, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(session);
        var steps = new List<ProseStep>();
        var report = new Report();
        foreach (var e in await session.Events.FetchStreamAsync(Report.StreamOf(unit, year), token: ct))
        {
            var before = Words(report, key);
            report = report.Evolve(e);
            var (what, note) = e.Data switch
            {
                ProseWritten s when s.Key == key => ("written", null),
                ProseReset s when s.Key == key => ("reset", null),
                ProseLocked s when s.Key == key => ("locked", s.By),
                SectionOrderChosen when key == SectionOrder.Key => ("ordered", null),
                ProseUnlocked s when s.Key == key => ("unlocked", s.Reason),
                _ => ("", (string?)null),
            };
            if (what.Length > 0)
                steps.Add(new ProseStep(what, ChinaCalendar.InChina(e.Timestamp), e.UserName, before, Words(report, key), note));
        }

        return new ProseView(key, Words(report, key), report.Versions.GetValueOrDefault(key), report.Locks.GetValueOrDefault(key)?.By, steps);
    }

    private static string? Words(Report report, string key) => key == SectionOrder.Key ? OrderView.Words(report.Order) : report.Prose.GetValueOrDefault(key);
}
