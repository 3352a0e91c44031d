using JasperFx.Events;
using Ledger.Api.Setup;
using Ledger.Domain.Reports;
using Marten;

namespace Ledger.Api.Reports;

/// <summary>A unit's report of a year as a stream: it begins with whatever happens to it first.</summary>
public static class ReportLog
{
    /// <summary>The report, folded once; nobody else writes to it until the session's transaction ends.</summary>
    public static async Task<HeldReport> HoldAsync(IDocumentSession session, string unit, int year, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(session);
        var id = Report.StreamOf(unit, year);
        await session.HoldAsync($"report/{id}", ct);
        return new HeldReport(session, id, await session.Events.FetchForWriting<Report>(id, ct));
    }
}

/// <summary>A report that is held: what it is, and what is added to it.</summary>
public sealed class HeldReport(IDocumentSession session, Guid id, IEventStream<Report> stream)
{
    private readonly List<IEvent> _added = [];

    public Report State { get; } = stream.Aggregate ?? new Report();

    public void Append(object data)
    {
        var e = session.Events.BuildEvent(data);
        _added.Add(e);
        if (stream.CurrentVersion is null or 0)
            session.Events.StartStream<Report>(id, e);
        else
            stream.AppendOne(e);
    }

    /// <summary>Commits; the report as it stands then.</summary>
    public async Task<Report> SaveAsync(CancellationToken ct)
    {
        await session.SaveChangesAsync(ct);
        return _added.Aggregate(State, (report, e) => report.Evolve(e));
    }
}
