using Ledger.Api.Access;
using Ledger.Api.Setup;
using Ledger.Domain.Entries;
using Npgsql;

namespace Ledger.Api.Entries;

/// <summary>An entry as a calendar names it.</summary>
public sealed record CalendarEntry(Guid Id, DateOnly OccurredOn, string Kind, string Title);

/// <summary>A few entries of each of many spans of days, read without reading the rest. Void and merged entries are no part of it.</summary>
public sealed class EntryCalendar(UnitDatabase database, Freshness freshness)
{
    /// <summary>The newest entries of each span, as many as asked for, newest first.</summary>
    public async Task<IReadOnlyList<CalendarEntry>> NewestAsync(string unit, IReadOnlyList<(DateOnly First, DateOnly Last)> spans, int each, CancellationToken ct)
    {
        await freshness.AwaitAsync(nameof(EntryCards), ct);
        await using var connection = await database.OpenAsync(unit, ct);
        await using var command = new NpgsqlCommand("""
            select c.id, c.occurred_on, c.kind, c.title
            from unnest($2, $3) with ordinality as s (first, last, n)
            cross join lateral (
                select d.id, d.occurred_on, d.kind, d.data ->> 'title' as title from ledger.mt_doc_entrycard d
                where d.tenant_id = $1 and d.occurred_on between s.first and s.last and d.status <> all ($4)
                order by d.occurred_on desc, d.id desc limit $5) c
            order by s.n, c.occurred_on desc, c.id desc
            """, connection);
        command.Parameters.Add(new() { Value = unit });
        command.Parameters.Add(new() { Value = spans.Select(s => s.First).ToArray() });
        command.Parameters.Add(new() { Value = spans.Select(s => s.Last).ToArray() });
        command.Parameters.Add(new() { Value = StandingCards.Gone.ToArray() });
        command.Parameters.Add(new() { Value = each });
        var entries = new List<CalendarEntry>();
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
            entries.Add(new(reader.GetGuid(0), reader.GetFieldValue<DateOnly>(1), reader.GetString(2), reader.GetString(3)));
        return entries;
    }
}
