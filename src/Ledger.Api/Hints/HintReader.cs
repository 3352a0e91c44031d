using System.Collections.Concurrent;
using Ledger.Api.Access;
using Ledger.Api.Figures;
using Ledger.Api.Setup;
using Ledger.Domain;
using Ledger.Domain.Entries;
using Ledger.Domain.Hints;
using Ledger.Domain.Units;
using Ledger.Domain.Years;
using Marten;

namespace Ledger.Api.Hints;

/// <summary>The hints of a unit's year; what was found among its entries is kept until the unit's log moves on.</summary>
public sealed class HintReader(IDocumentStore store, UnitDatabase database, YearBookReader books, Freshness freshness, NewestEvent newestEvent, TimeProvider clock)
{
    private const int MostKept = 64;

    private static readonly TimeSpan Long = TimeSpan.FromMilliseconds(100), Shown = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<(string Unit, int Year), (long Newest, IReadOnlyList<Hint> Hints, DateTimeOffset At, TimeSpan Took)> _kept = new();

    /// <summary>How many are open, for pages that only say so: what takes long to find is not found anew within a minute.</summary>
    public async Task<int> OpenAsync(Unit unit, int year, long known, CancellationToken ct) =>
        (await ReadAsync(unit, year, ct, known, Shown)).Count(h => h.Dismissed is null);

    /// <summary>The open ones first.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="year">The year.</param>
    /// <param name="ct">Cancels the reading.</param>
    /// <param name="known">The unit's newest event, where that was just asked for.</param>
    /// <param name="old">How old may be what takes long to find.</param>
    public async Task<IReadOnlyList<Hint>> ReadAsync(Unit unit, int year, CancellationToken ct, long? known = null, TimeSpan old = default)
    {
        ArgumentNullException.ThrowIfNull(unit);
        await using var session = store.QuerySession(unit.Id);
        var dismissed = (await session.LoadAsync<Year>(Year.StreamOf(unit.Id, year), ct))?.Dismissed;
        IReadOnlyList<Hint> found = [.. await FoundAsync(unit, year, known, old, ct), .. await ZerosAsync(unit, year, ct)];
        return [.. found.Select(h => h with { Dismissed = dismissed?.GetValueOrDefault(h.Key) }).OrderBy(h => h.Dismissed is not null)];
    }

    private async Task<IReadOnlyList<Hint>> FoundAsync(Unit unit, int year, long? known, TimeSpan old, CancellationToken ct)
    {
        var newest = known ?? await newestEvent.OfAsync(unit.Id, ct);
        if (_kept.TryGetValue((unit.Id, year), out var kept) && (kept.Newest == newest || (kept.Took > Long && clock.GetUtcNow() - kept.At < old)))
            return kept.Hints;
        await freshness.AwaitAsync(nameof(EntryCards), ct);
        var began = clock.GetTimestamp();
        var hints = await HintSearch.FindAsync(database, unit, year, ct);
        if (_kept.Count >= MostKept)
            _kept.Clear();
        _kept[(unit.Id, year)] = (newest, hints, clock.GetUtcNow(), clock.GetElapsedTime(began));
        return hints;
    }

    /// <summary>Before the last quarter a zero is no more than a year that goes on.</summary>
    private async Task<IEnumerable<Hint>> ZerosAsync(Unit unit, int year, CancellationToken ct) =>
        ChinaCalendar.Today(clock) >= new DateOnly(year, 10, 1)
            ? HintRules.Of((await books.ReadAsync(unit.Id, year, null, ct))!, (await books.ReadAsync(unit.Id, year - 1, null, ct))!, unit.Enforcement)
            : [];
}
