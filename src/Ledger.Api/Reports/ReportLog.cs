using Ledger.Api.Setup;
using Ledger.Domain.Reports;
using Marten;

namespace Ledger.Api.Reports;

/// <summary>A unit's report of a year as a stream: it begins with whatever happens to it first.</summary>
public static class ReportLog
{
    /// <summary>The report as it stands; nobody else writes to it until the session's transaction ends.</summary>
    public static async Task<Report> HoldAsync(IDocumentSession session, string unit, int year, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(session);
        await session.HoldAsync($"report/{Report.StreamOf(unit, year)}", ct);
        return await session.Events.AggregateStreamAsync<Report>(Report.StreamOf(unit, year), token: ct) ?? new Report();
    }

    public static Task AppendAsync(IDocumentSession session, string unit, int year, object e, CancellationToken ct) =>
        session.AppendInTurnAsync<Report>("report", Report.StreamOf(unit, year), e, ct);
}
