using Ledger.Api.Setup;
using Ledger.Api.Units;
using Ledger.Domain;
using Ledger.Domain.Entries;
using Ledger.Domain.Figures;
using Ledger.Domain.Kinds;
using Marten;
using Wolverine.Http;

namespace Ledger.Api.Entries;

/// <summary>An entry in full: what it says now, how it came to say it, what backs it and which figures it feeds.</summary>
public sealed record EntryView(
    Guid Id,
    string Unit,
    string Kind,
    long Version,
    EntryStatus Status,
    Activity Activity,
    int LateDays,
    int Corrections,
    DateTimeOffset RecordedAt,
    string? RecordedBy,
    IReadOnlyList<EntryLine> Figures,
    IReadOnlyList<EvidenceAttached> Evidence,
    IReadOnlyList<HistoryStep> History)
{
    /// <summary>The entry a stream tells of; null when there is none or the stream is no entry's.</summary>
    public static async Task<EntryView?> ReadAsync(IQuerySession session, string unit, Guid id, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(session);
        var events = await session.Events.FetchStreamAsync(id, token: ct);
        if (events.Count == 0 || events[0].Data is not IActivity)
            return null;
        var entry = events.Aggregate(new Entry(), (current, e) => current.Evolve(e));
        return new EntryView(
            id,
            unit,
            Catalogue.KindOf(entry.Activity).Code,
            entry.Version,
            entry.Status,
            entry.Activity,
            entry.LateDays,
            entry.Corrections,
            ChinaCalendar.InChina(entry.RecordedAt),
            entry.RecordedBy,
            entry.Status == EntryStatus.Void ? [] : [.. entry.Activity.Lines().Select(Line)],
            entry.Evidence,
            [.. events.Select(HistoryStep.Of)]);
    }

    private static EntryLine Line(Line line)
    {
        var figure = Catalogue.FindFigure(line.Figure)!;
        return new EntryLine(figure.Code, figure.Name, line.Amount, figure.Unit, line.Part ?? line.Key);
    }
}

/// <summary>What the entry adds to a figure.</summary>
public sealed record EntryLine(string Code, string Name, decimal Amount, string Unit, string? Part);

public static class GetEntry
{
    [WolverineGet("/api/units/{unit}/entries/{id}")]
    public static async Task<IResult> Get(string unit, Guid id, HttpContext http, IQuerySession session, KnownUnits units, CancellationToken ct)
    {
        if (await units.FindAsync(unit, ct) is null)
            return Results.Problem(http.UnknownUnit(unit));
        return await EntryView.ReadAsync(session, unit, id, ct) is { } entry
            ? Results.Ok(entry)
            : Results.Problem(http.UnknownEntry(id));
    }
}
