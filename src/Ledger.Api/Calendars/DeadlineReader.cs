using System.Collections.Concurrent;
using Ledger.Api.Figures;
using Ledger.Api.Setup;
using Ledger.Domain.Calendars;
using Ledger.Domain.Entries;
using Ledger.Domain.Units;
using Npgsql;

namespace Ledger.Api.Calendars;

/// <summary>
/// A unit's deadlines over what its ledger holds. Worked out once and kept until the unit's log moves on or the day
/// changes: a home page costs one look at the newest event.
/// </summary>
public sealed class DeadlineReader(NpgsqlDataSource database, Freshness freshness, YearBookReader books, LegalCalendar calendar)
{
    private const int MostKept = 256;

    /// <summary>The kinds that any rule looks at; all others stay in the database.</summary>
    private readonly string[] _kinds =
    [
        .. calendar.Rules.Rules.SelectMany(r => (r.SatisfiedBy ?? []).SelectMany(all => all.Select(c => c.Entry)).Append(r.Trigger.Entry)).OfType<string>().Distinct(),
    ];

    private readonly ConcurrentDictionary<(string Unit, int Year, DateOnly On), (long Newest, IReadOnlyList<Deadline> Deadlines)> _kept = new();

    /// <summary>Every deadline that falls in the year.</summary>
    public Task<IReadOnlyList<Deadline>> OfYearAsync(Unit unit, int year, DateOnly on, CancellationToken ct) =>
        ReadAsync(unit, year, on, year - 1, year, facts => Deadlines.Of(calendar, facts, year, on), ct);

    /// <summary>What is past or near on the day, and open.</summary>
    public Task<IReadOnlyList<Deadline>> CallingAsync(Unit unit, DateOnly on, CancellationToken ct) =>
        ReadAsync(unit, 0, on, on.Year - 2, on.Year + 1, facts => Deadlines.Calling(calendar, facts, on), ct);

    private async Task<IReadOnlyList<Deadline>> ReadAsync(
        Unit unit, int year, DateOnly on, int first, int last, Func<UnitFacts, IReadOnlyList<Deadline>> work, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(unit);
        var newest = await NewestAsync(unit.Id, ct);
        if (_kept.TryGetValue((unit.Id, year, on), out var kept) && kept.Newest == newest)
            return kept.Deadlines;
        var deadlines = work(await FactsAsync(unit, first, last, ct));
        if (_kept.Count >= MostKept)
            _kept.Clear();
        _kept[(unit.Id, year, on)] = (newest, deadlines);
        return deadlines;
    }

    private async Task<UnitFacts> FactsAsync(Unit unit, int first, int last, CancellationToken ct)
    {
        await freshness.AwaitAsync(nameof(EntryCards), ct);
        // A period may begin in one year and end, late, in the next.
        var entries = await CalendarFacts.EntriesAsync(database, unit.Id, _kinds, new DateOnly(first, 1, 1), new DateOnly(last + 1, 12, 31), ct);
        var editions = await CalendarFacts.EditionsAsync(database, unit.Id, ct);
        var years = new Dictionary<int, YearFacts>();
        for (var year = first; year <= last; year++)
            years[year] = new YearFacts((await books.ReadAsync(unit.Id, year, null, ct))!, editions.GetValueOrDefault(year));
        return new UnitFacts(unit.Enforcement, entries, years, await MattersAsync(unit, ct));
    }

    /// <summary>The days that matters state of themselves. This is the one place where a source of them is added.</summary>
    private static Task<IReadOnlyList<MatterDeadline>> MattersAsync(Unit unit, CancellationToken ct)
    {
        _ = (unit, ct);
        return Task.FromResult<IReadOnlyList<MatterDeadline>>([]);
    }

    private async Task<long> NewestAsync(string unit, CancellationToken ct)
    {
        await using var command = database.CreateCommand("select coalesce(max(seq_id), 0) from ledger.mt_events where tenant_id = $1");
        command.Parameters.Add(new() { Value = unit });
        return (long)(await command.ExecuteScalarAsync(ct))!;
    }
}
