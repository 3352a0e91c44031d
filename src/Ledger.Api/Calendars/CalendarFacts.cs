using System.Text.Json;
using Ledger.Api.Access;
using Ledger.Domain.Calendars;
using Ledger.Domain.Entries;
using Ledger.Domain.Reports;
using Marten;
using Npgsql;

namespace Ledger.Api.Calendars;

/// <summary>What rules look at, read out of the database without the rest of it.</summary>
internal static class CalendarFacts
{
    /// <summary>Entries of some kinds between two days, void and merged ones left out, in their order.</summary>
    public static async Task<IReadOnlyList<EntryFact>> EntriesAsync(
        UnitDatabase database, string unit, string[] kinds, DateOnly first, DateOnly last, CancellationToken ct)
    {
        await using var connection = await database.OpenAsync(unit, ct);
        await using var command = new NpgsqlCommand("""
            select id, kind, occurred_on, data ->> 'title', (data -> 'entry' -> 'activity')::text from ledger.mt_doc_entrycard
            where tenant_id = $1 and kind = any ($2) and occurred_on between $3 and $4 and status <> all ($5)
            order by occurred_on, id
            """, connection);
        command.Parameters.Add(new() { Value = unit });
        command.Parameters.Add(new() { Value = kinds });
        command.Parameters.Add(new() { Value = first });
        command.Parameters.Add(new() { Value = last });
        command.Parameters.Add(new() { Value = StandingCards.Gone.ToArray() });
        var entries = new List<EntryFact>();
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
            entries.Add(new(reader.GetGuid(0), reader.GetString(1), reader.GetFieldValue<DateOnly>(2), reader.GetString(3), JsonElement.Parse(reader.GetString(4))));
        return entries;
    }

    /// <summary>What became of a year's report: when its editions were frozen, submitted, published.</summary>
    public static async Task<IReadOnlyList<EditionFact>> EditionsAsync(IQuerySession session, string unit, int year, CancellationToken ct)
    {
        var report = await session.Events.AggregateStreamAsync<Report>(Report.StreamOf(unit, year), token: ct);
        return report is null ? [] : EditionFact.Of(report);
    }
}
