using System.Text.Json;
using Ledger.Domain;
using Ledger.Domain.Calendars;
using Ledger.Domain.Entries;
using Npgsql;

namespace Ledger.Api.Calendars;

/// <summary>What rules look at, read out of the database without the rest of it.</summary>
internal static class CalendarFacts
{
    /// <summary>Entries of some kinds between two days, void ones left out, in their order.</summary>
    public static async Task<IReadOnlyList<EntryFact>> EntriesAsync(
        NpgsqlDataSource database, string unit, string[] kinds, DateOnly first, DateOnly last, CancellationToken ct)
    {
        await using var command = database.CreateCommand("""
            select id, kind, occurred_on, data ->> 'title', (data -> 'entry' -> 'activity')::text from ledger.mt_doc_entrycard
            where tenant_id = $1 and kind = any ($2) and occurred_on between $3 and $4 and status <> $5
            order by occurred_on, id
            """);
        command.Parameters.Add(new() { Value = unit });
        command.Parameters.Add(new() { Value = kinds });
        command.Parameters.Add(new() { Value = first });
        command.Parameters.Add(new() { Value = last });
        command.Parameters.Add(new() { Value = nameof(EntryStatus.Void) });
        var entries = new List<EntryFact>();
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
            entries.Add(new(reader.GetGuid(0), reader.GetString(1), reader.GetFieldValue<DateOnly>(2), reader.GetString(3), JsonElement.Parse(reader.GetString(4))));
        return entries;
    }

    /// <summary>The first edition of each year's report.</summary>
    public static async Task<IReadOnlyDictionary<int, EditionFact>> EditionsAsync(NpgsqlDataSource database, string unit, CancellationToken ct)
    {
        await using var command = database.CreateCommand("""
            select distinct on ((data ->> 'year')::int) (data ->> 'year')::int, (data ->> 'number')::int, (data ->> 'frozenAt')::timestamptz
            from ledger.mt_doc_edition where tenant_id = $1 order by 1, 2
            """);
        command.Parameters.Add(new() { Value = unit });
        var editions = new Dictionary<int, EditionFact>();
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
            editions[reader.GetInt32(0)] = new(reader.GetInt32(1), ChinaCalendar.DayOf(reader.GetFieldValue<DateTimeOffset>(2)));
        return editions;
    }
}
