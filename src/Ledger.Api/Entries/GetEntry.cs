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
    /// <summary>The unit that logged it, where this one is a joint unit of it.</summary>
    public string? Host { get; init; }

    /// <summary>This joint unit said that it had no part in it: it counts nowhere here.</summary>
    public bool Declined { get; init; }

    /// <summary>The entry it is a duplicate of.</summary>
    public Guid? MergedInto { get; init; }

    /// <summary>The entry a stream tells of; null when there is none or the stream is no entry's.</summary>
    public static async Task<EntryView?> ReadAsync(IQuerySession session, string unit, Guid id, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(session);
        if (await ReadableEntry.FindAsync(session, id, ct) is not var (entry, events, host))
            return null;
        var declined = host is not null && entry.Declined.Exists(d => d.Unit == unit);
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
            entry.Stands && !declined ? [.. entry.Activity.Lines().Select(Line)] : [],
            entry.Evidence,
            [.. events.Select(HistoryStep.Of)])
        {
            Host = host,
            Declined = declined,
            MergedInto = entry.MergedInto,
        };
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
