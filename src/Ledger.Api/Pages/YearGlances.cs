using System.Collections.Concurrent;
using Ledger.Api.Access;
using Ledger.Api.Entries;
using Ledger.Api.Setup;
using Ledger.Domain;
using Ledger.Domain.Entries;
using Ledger.Domain.Figures;
using Marten;
using Npgsql;

namespace Ledger.Api.Pages;

/// <summary>A unit's year at a glance, as the home page and the calendar show it.</summary>
/// <param name="Year">The year.</param>
/// <param name="Years">The years that have anything, and this one; newest first.</param>
/// <param name="Days">How many entries that stand there are of each day.</param>
/// <param name="Returned">Entries of any year that a reviewer sent back and nobody has mended.</param>
/// <param name="Late">Entries of the year recorded more than <see cref="EntryCounts.LateAfter"/> days after the fact.</param>
/// <param name="Unreviewed">Entries of the year that no reviewer has looked at.</param>
/// <param name="Recent">The newest.</param>
/// <param name="Often">Codes of the kinds that were logged in the year, most often first.</param>
public sealed record YearGlance(
    int Year, IReadOnlyList<int> Years, IReadOnlyDictionary<DateOnly, int> Days, int Returned, int Late, int Unreviewed, IReadOnlyList<EntryItem> Recent, IReadOnlyList<string> Often)
{
    /// <summary>How many entries of each kind that stand there are of each month, most first.</summary>
    public required ILookup<int, (string Kind, int Entries)> Kinds { get; init; }

    /// <summary>The newest event of the unit when it was read.</summary>
    public long Newest { get; init; }

    public int Total => Days.Values.Sum();

    public int InMonth(int month) => Days.Where(d => d.Key.Month == month).Sum(d => d.Value);
}

/// <summary>
/// Reads a year at a glance and keeps it until the unit's log moves on: a page that is looked at often costs one look at
/// the newest event, however many entries there are.
/// </summary>
public sealed class YearGlances(IDocumentStore store, UnitDatabase database, Freshness freshness, NewestEvent newestEvent, TimeProvider clock)
{
    private const string Counts = $"{EntryCounts.Table} where tenant_id = $1", Months = $"{EntryCounts.OfMonths} where tenant_id = $1";
    private static readonly string[] Standing = [.. StandingCards.States];

    private readonly ConcurrentDictionary<(string Unit, int Year), (long Newest, YearGlance Glance)> _kept = new();
    private readonly ConcurrentDictionary<string, (long Newest, IReadOnlyList<int> Years)> _years = new();

    /// <summary>The year asked for; without one this year, or the newest that has anything.</summary>
    public async Task<YearGlance> ReadAsync(string unit, int? asked, CancellationToken ct)
    {
        var newest = await newestEvent.OfAsync(unit, ct);
        var years = await YearsAsync(unit, newest, ct);
        var today = ChinaCalendar.Today(clock).Year;
        var year = asked ?? (years.Count == 0 || years.Contains(today) ? today : await NewestLoggedAsync(unit, ct) ?? years[0]);
        if (_kept.TryGetValue((unit, year), out var kept) && kept.Newest == newest)
            return kept.Glance;
        await freshness.AwaitAsync(nameof(EntryCards), ct);
        var glance = await ReadAsync(unit, year, [.. years.Append(year).Append(today).Distinct().OrderDescending()], ct) with { Newest = newest };
        // Whoever asks for year after year fills no memory.
        if (year >= 2000 && year <= today)
            _kept[(unit, year)] = (newest, glance);
        return glance;
    }

    private async Task<YearGlance> ReadAsync(string unit, int year, IReadOnlyList<int> years, CancellationToken ct)
    {
        var (first, last) = (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
        await using var connection = await database.OpenAsync(unit, ct);
        await using var batch = new NpgsqlBatch(connection);
        batch.BatchCommands.Add(Sql($"select occurred_on, sum(entries)::int from {Counts} and status = any ($2) and occurred_on between $3 and $4 group by 1 having sum(entries) > 0", unit, Standing, first, last));
        batch.BatchCommands.Add(Sql($"select coalesce(sum(entries), 0)::int from {Months} and status = $2", unit, Stored(EntryStatus.Returned)));
        batch.BatchCommands.Add(Sql(
            $"select coalesce(sum(entries), 0)::int from {Months} and late and status = any ($2) and month between $3 and $4",
            unit, Standing, first, last));
        batch.BatchCommands.Add(Sql($"select coalesce(sum(entries), 0)::int from {Months} and status = $2 and month between $3 and $4", unit, Stored(EntryStatus.Recorded), first, last));
        batch.BatchCommands.Add(Sql(
            $"select extract(month from month)::int, kind, sum(entries)::int from {Months} and status = any ($2) and month between $3 and $4 group by 1, 2 having sum(entries) > 0 order by 1, 3 desc, 2",
            unit, Standing, first, last));
        var days = new Dictionary<DateOnly, int>();
        var kinds = new List<(int Month, string Kind, int Entries)>();
        var counts = new List<int>();
        await using (var reader = await batch.ExecuteReaderAsync(ct))
        {
            while (await reader.ReadAsync(ct))
                days[reader.GetFieldValue<DateOnly>(0)] = reader.GetInt32(1);
            while (counts.Count < 3 && await reader.NextResultAsync(ct) && await reader.ReadAsync(ct))
                counts.Add(reader.GetInt32(0));
            await reader.NextResultAsync(ct);
            while (await reader.ReadAsync(ct))
                kinds.Add((reader.GetInt32(0), reader.GetString(1), reader.GetInt32(2)));
        }

        await using var session = store.QuerySession(unit);
        var recent = await session.Query<EntryCard>().Where(c => c.OccurredOn >= first && c.OccurredOn <= last)
            .OrderByDescending(c => c.OccurredOn).ThenByDescending(c => c.Id).Take(8).ToListAsync(ct);
        var often = kinds.GroupBy(k => k.Kind).OrderByDescending(g => g.Sum(k => k.Entries)).ThenBy(g => g.Key, StringComparer.Ordinal).Select(g => g.Key);
        return new YearGlance(year, years, days, counts[0], counts[1], counts[2], [.. recent.Select(EntryItem.Of)], [.. often]) { Kinds = kinds.ToLookup(k => k.Month, k => (k.Kind, k.Entries)) };
    }

    private async Task<IReadOnlyList<int>> YearsAsync(string unit, long newest, CancellationToken ct)
    {
        if (_years.TryGetValue(unit, out var kept) && kept.Newest == newest)
            return kept.Years;
        await freshness.AwaitAsync(YearBooks.Name, ct);
        await using var connection = await database.OpenAsync(unit, ct);
        await using var command = new NpgsqlCommand("select id::int from ledger.mt_doc_yearbook where tenant_id = $1 and data -> 'cells' <> '{}' order by 1 desc", connection);
        command.Parameters.Add(new() { Value = unit });
        var years = new List<int>();
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
            years.Add(reader.GetInt32(0));
        _years[unit] = (newest, years);
        return years;
    }

    /// <summary>The newest year with entries that stand: a book may hold matters alone, and would show an empty year.</summary>
    private async Task<int?> NewestLoggedAsync(string unit, CancellationToken ct)
    {
        await using var connection = await database.OpenAsync(unit, ct);
        await using var command = new NpgsqlCommand($"select extract(year from max(occurred_on))::int from {Counts} and status = any ($2) and entries > 0", connection);
        command.Parameters.Add(new() { Value = unit });
        command.Parameters.Add(new() { Value = Standing });
        return await command.ExecuteScalarAsync(ct) as int?;
    }

    private static NpgsqlBatchCommand Sql(string sql, params object[] values)
    {
        var command = new NpgsqlBatchCommand(sql);
        foreach (var value in values)
            command.Parameters.Add(new() { Value = value });
        return command;
    }

    /// <summary>As Marten writes it into the column beside the document.</summary>
    private static string Stored(EntryStatus status) => status.ToString();
}
