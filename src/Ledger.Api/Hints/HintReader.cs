using System.Collections.Concurrent;
using Ledger.Api.Access;
using Ledger.Api.Entries;
using Ledger.Api.Figures;
using Ledger.Api.Setup;
using Ledger.Domain;
using Ledger.Domain.Entries;
using Ledger.Domain.Hints;
using Ledger.Domain.Units;
using Ledger.Domain.Years;
using Marten;

namespace Ledger.Api.Hints;

/// <summary>The hints of a unit's year, kept until the log moves on.</summary>
public sealed class HintReader(IDocumentStore store, UnitDatabase database, YearBookReader books, Freshness freshness, TimeProvider clock)
{
    /// <summary>Who logs more in a year has other means than a list to read.</summary>
    public const int MostEntries = 5000;

    private const int MostKept = 64;

    private readonly ConcurrentDictionary<(string Unit, int Year), (long Reached, IReadOnlyList<Hint>? Hints)> _kept = new();

    /// <summary>The open ones first; null where there are too many entries to look through.</summary>
    public async Task<IReadOnlyList<Hint>?> ReadAsync(Unit unit, int year, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(unit);
        await using var session = store.QuerySession(unit.Id);
        var dismissed = (await session.LoadAsync<Year>(Year.StreamOf(unit.Id, year), ct))?.Dismissed;
        return await FoundAsync(session, unit, year, ct) is { } found
            ? [.. found.Select(h => h with { Dismissed = dismissed?.GetValueOrDefault(h.Key) }).OrderBy(h => h.Dismissed is not null)]
            : null;
    }

    private async Task<IReadOnlyList<Hint>?> FoundAsync(IQuerySession session, Unit unit, int year, CancellationToken ct)
    {
        var reached = await freshness.AwaitAsync(nameof(EntryCards), ct);
        if (_kept.TryGetValue((unit.Id, year), out var kept) && kept.Reached == reached)
            return kept.Hints;
        if (_kept.Count >= MostKept)
            _kept.Clear();
        if (await IsTooManyAsync(unit.Id, year, ct) || await IsTooManyAsync(unit.Id, year - 1, ct))
        {
            _kept[(unit.Id, year)] = (reached, null);
            return null;
        }

        var (entries, earlier) = (await CardsAsync(session, year, ct), await CardsAsync(session, year - 1, ct));

        var today = ChinaCalendar.Today(clock);
        // Before the last quarter a zero is no more than a year that goes on.
        var zeros = today >= new DateOnly(year, 10, 1)
            ? HintRules.Of((await books.ReadAsync(unit.Id, year, null, ct))!, (await books.ReadAsync(unit.Id, year - 1, null, ct))!, unit.Enforcement)
            : [];
        IReadOnlyList<Hint> hints = [.. HintRules.Of(entries, earlier, unit.Staff), .. zeros];
        _kept[(unit.Id, year)] = (reached, hints);
        return hints;
    }

    private static async Task<IReadOnlyList<EntryCard>> CardsAsync(IQuerySession session, int year, CancellationToken ct)
    {
        var (first, last) = (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
        return await session.Query<EntryCard>().Standing()
            .Where(c => c.OccurredOn >= first && c.OccurredOn <= last)
            .ToListAsync(ct);
    }

    /// <summary>By the counts: nobody reads thousands of cards to say that they are too many.</summary>
    private async Task<bool> IsTooManyAsync(string unit, int year, CancellationToken ct) =>
        await EntryCounts.TotalAsync(database, unit, new EntryFilter(year), ct) > MostEntries;
}
