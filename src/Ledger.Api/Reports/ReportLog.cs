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

    public static async Task AppendAsync(IDocumentSession session, string unit, int year, object e, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(session);
        var id = Report.StreamOf(unit, year);
        await session.HoldAsync($"report/{id}", ct);
        var stream = await session.Events.FetchForWriting<Report>(id, ct);
        if (stream.CurrentVersion is null or 0)
            session.Events.StartStream<Report>(id, e);
        else
            stream.AppendOne(e);
    }
}
