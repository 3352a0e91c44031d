using System.Collections.Concurrent;
using Ledger.Api.Access;
using Ledger.Api.Figures;
using Ledger.Api.Pages;
using Ledger.Api.Setup;
using Ledger.Domain;
using Ledger.Domain.Entries;
using Ledger.Domain.Hints;
using Ledger.Domain.Units;
using Ledger.Domain.Years;
using Marten;
using Npgsql;

namespace Ledger.Api.Hints;

/// <summary>The hints of a unit's year; what was found among its entries is kept until the unit's log moves on.</summary>
public sealed class HintReader(IDocumentStore store, UnitDatabase database, YearBookReader books, Freshness freshness, NewestEvent newestEvent, TimeProvider clock)
{
    private const int MostKept = 64;

    /// <summary>Entries of a year that are searched while somebody waits for a page that is about something else.</summary>
    private const int Few = 2_000;

    private static readonly TimeSpan Long = TimeSpan.FromMilliseconds(100), Shown = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<(string Unit, int Year), bool> _searched = new();
    private readonly ConcurrentDictionary<(string Unit, int Year), (long Newest, IReadOnlyList<Hint> Hints, DateTimeOffset At, TimeSpan Took)> _kept = new();

    /// <summary>
    /// How many are open, for pages that only say so: those wait for no search through many entries, and say meanwhile what
    /// the last one found, or nothing. What takes long to find is not found anew within a minute.
    /// </summary>
    public async Task<int?> OpenAsync(Unit unit, YearGlance glance, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(unit);
        ArgumentNullException.ThrowIfNull(glance);
        var old = Shown;
        if (glance.Total > Few)
        {
            var key = (unit.Id, glance.Year);
            if (Kept(key, glance.Newest, Shown) is null && _searched.TryAdd(key, true))
                _ = Task.Run(() => SearchAsync(unit, glance.Year), CancellationToken.None);
            if (!_kept.ContainsKey(key))
                return null;
            old = TimeSpan.MaxValue;
        }

        var dismissed = await DismissedAsync(unit.Id, glance.Year, ct);
        return Open(await FoundAsync(unit, glance.Year, glance.Newest, old, ct)) + Open([.. await ZerosAsync(unit, glance.Year, ct)]);

        int Open(IReadOnlyList<Hint> hints) => dismissed is { Count: > 0 } ? hints.Count(h => !dismissed.ContainsKey(h.Key)) : hints.Count;
    }

    private async Task SearchAsync(Unit unit, int year)
    {
        try
        {
            await FoundAsync(unit, year, null, default, CancellationToken.None);
        }
        catch (Exception e) when (e is NpgsqlException or TimeoutException or ProjectionBehindException)
        {
            // The next page that asks starts it again.
        }
        finally
        {
            _searched.TryRemove((unit.Id, year), out _);
        }
    }

    /// <summary>The open ones first.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="year">The year.</param>
    /// <param name="ct">Cancels the reading.</param>
    /// <param name="known">The unit's newest event, where that was just asked for.</param>
    /// <param name="old">How old may be what takes long to find.</param>
    public async Task<IReadOnlyList<Hint>> ReadAsync(Unit unit, int year, CancellationToken ct, long? known = null, TimeSpan old = default)
    {
        ArgumentNullException.ThrowIfNull(unit);
        var dismissed = await DismissedAsync(unit.Id, year, ct);
        IReadOnlyList<Hint> found = [.. await FoundAsync(unit, year, known, old, ct), .. await ZerosAsync(unit, year, ct)];
        return [.. found.Select(h => h with { Dismissed = dismissed?.GetValueOrDefault(h.Key) }).OrderBy(h => h.Dismissed is not null)];
    }

    private async Task<IReadOnlyDictionary<string, string>?> DismissedAsync(string unit, int year, CancellationToken ct)
    {
        await using var session = store.QuerySession(unit);
        return (await session.LoadAsync<Year>(Year.StreamOf(unit, year), ct))?.Dismissed;
    }

    private async Task<IReadOnlyList<Hint>> FoundAsync(Unit unit, int year, long? asked, TimeSpan old, CancellationToken ct)
    {
        var newest = asked ?? await newestEvent.OfAsync(unit.Id, ct);
        if (Kept((unit.Id, year), newest, old) is { } known)
            return known;
        await freshness.AwaitAsync(nameof(EntryCards), ct);
        var began = clock.GetTimestamp();
        var hints = await HintSearch.FindAsync(database, unit, year, ct);
        if (_kept.Count >= MostKept)
            _kept.Clear();
        _kept[(unit.Id, year)] = (newest, hints, clock.GetUtcNow(), clock.GetElapsedTime(began));
        return hints;
    }

    private IReadOnlyList<Hint>? Kept((string Unit, int Year) key, long newest, TimeSpan old) =>
        _kept.TryGetValue(key, out var kept) && (kept.Newest == newest || (kept.Took > Long && clock.GetUtcNow() - kept.At < old)) ? kept.Hints : null;

    /// <summary>Before the last quarter a zero is no more than a year that goes on.</summary>
    private async Task<IEnumerable<Hint>> ZerosAsync(Unit unit, int year, CancellationToken ct) =>
        ChinaCalendar.Today(clock) >= new DateOnly(year, 10, 1)
            ? HintRules.Of((await books.ReadAsync(unit.Id, year, null, ct))!, (await books.ReadAsync(unit.Id, year - 1, null, ct))!, unit.Enforcement)
            : [];
}
