using Ledger.Domain.Entries;
using Ledger.Domain.SelfInspections;
using Marten;

namespace Ledger.Api.SelfInspections;

/// <summary>A self-inspection with the entries it drew, as their units' lists call them.</summary>
public sealed record InspectionSheet(string Unit, SelfInspection Inspection, IReadOnlyList<SheetLine> Lines)
{
    public int Checked => Lines.Count(l => l.Result is not null);
}

/// <summary>One sampled entry and what was found of it.</summary>
public sealed record SheetLine(Guid Entry, string Kind, string Title, DateOnly OccurredOn, int Evidence, EntryStatus Status, SampleChecked? Result);

/// <summary>Reads the self-inspections of a unit's year.</summary>
public sealed class InspectionReader(IDocumentStore store)
{
    public async Task<InspectionSheet?> FindAsync(string unit, int year, int number, CancellationToken ct)
    {
        await using var session = store.QuerySession(unit);
        return await session.Events.AggregateStreamAsync<SelfInspection>(SelfInspection.StreamOf(unit, year, number), token: ct) is { Drawn: not null } inspection
            ? await SheetAsync(session, unit, inspection, ct)
            : null;
    }

    /// <summary>All of the year, the newest first: their numbers run without a gap, so that none can be hidden.</summary>
    public async Task<IReadOnlyList<InspectionSheet>> AllAsync(string unit, int year, CancellationToken ct)
    {
        var sheets = new List<InspectionSheet>();
        for (var number = 1; await FindAsync(unit, year, number, ct) is { } sheet; number++)
            sheets.Insert(0, sheet);
        return sheets;
    }

    private static async Task<InspectionSheet> SheetAsync(IQuerySession session, string unit, SelfInspection inspection, CancellationToken ct)
    {
        var cards = (await session.LoadManyAsync<EntryCard>(ct, [.. inspection.Drawn.Entries])).ToDictionary(c => c.Id);
        return new InspectionSheet(unit, inspection, [.. inspection.Drawn.Entries.Select(id => cards.GetValueOrDefault(id) is { } card
            ? new SheetLine(id, card.Kind, card.Title, card.OccurredOn, card.Entry.Evidence.Count, card.Status, inspection.Results.GetValueOrDefault(id))
            : new SheetLine(id, "", $"{id}", default, 0, EntryStatus.Void, inspection.Results.GetValueOrDefault(id)))]);
    }
}
