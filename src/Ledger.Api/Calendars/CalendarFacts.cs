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
    /// <summary>In the order of <see cref="Entry"/>, of a card named <c>d</c>.</summary>
    internal const string Columns = "d.id, d.kind, d.occurred_on, d.data ->> 'title', (d.data -> 'entry' -> 'activity')::text";

    // Counted by the index alone, or with the codes and words; what is left of each day is read whole.
    private const string Sql = $$"""
        select {{Columns}}
        from (
            select id, row_number() over (partition by occurred_on order by id) as n from ledger.mt_doc_entrycard
            where tenant_id = $1 and kind = $2 and occurred_on between $3 and $4 and status <> all ($5){0}) c
        join ledger.mt_doc_entrycard d on d.tenant_id = $1 and d.id = c.id
        where c.n <= $6
        """;

    private const string OneOfTheWords = """
         and exists (select from unnest($7) w where position(w in data ->> 'title') > 0 or exists (
            select from jsonb_each(data -> 'entry' -> 'activity') m where jsonb_typeof(m.value) = 'string' and position(w in m.value #>> array[]::text[]) > 0))
        """;

    /// <summary>The entries that rules look at between two days, void and merged ones left out, in their order.</summary>
    public static async Task<IReadOnlyList<EntryFact>> EntriesAsync(
        UnitDatabase database, string unit, IReadOnlyList<FactNeed> needs, DateOnly first, DateOnly last, CancellationToken ct)
    {
        if (needs.Count == 0)
            return [];
        await using var connection = await database.OpenAsync(unit, ct);
        await using var batch = new NpgsqlBatch(connection);
        foreach (var need in needs)
            batch.BatchCommands.Add(Command(need, unit, first, last));
        var entries = new Dictionary<Guid, EntryFact>();
        await using var reader = await batch.ExecuteReaderAsync(ct);
        do
        {
            while (await reader.ReadAsync(ct))
            {
                if (!entries.ContainsKey(reader.GetGuid(0)))
                    entries[reader.GetGuid(0)] = Entry(reader);
            }
        }
        while (await reader.NextResultAsync(ct));
        return [.. entries.Values.OrderBy(e => e.OccurredOn).ThenBy(e => e.Id)];
    }

    internal static EntryFact Entry(NpgsqlDataReader row) =>
        new(row.GetGuid(0), row.GetString(1), row.GetFieldValue<DateOnly>(2), row.GetString(3), JsonElement.Parse(row.GetString(4)));

    private static NpgsqlBatchCommand Command(FactNeed need, string unit, DateOnly first, DateOnly last)
    {
        var command = new NpgsqlBatchCommand();
        object[] values = [unit, need.Kind, first, last, StandingCards.Gone.ToArray(), (long)need.Most, .. need.Words.Length > 0 ? [need.Words] : Array.Empty<object>()];
        foreach (var value in values)
            command.Parameters.Add(new() { Value = value });
        var more = need.Words.Length > 0 ? OneOfTheWords : "";
        foreach (var (field, wanted) in need.Where)
        {
            more += $" and data -> 'entry' -> 'activity' ->> ${command.Parameters.Count + 1} = any (${command.Parameters.Count + 2})";
            command.Parameters.Add(new() { Value = field });
            command.Parameters.Add(new() { Value = wanted });
        }

#pragma warning disable CA2100 // fixed text and numbers
        command.CommandText = Sql.Replace("{0}", more, StringComparison.Ordinal);
#pragma warning restore CA2100
        return command;
    }

    /// <summary>What became of a year's report: when its editions were frozen, submitted, published.</summary>
    public static async Task<IReadOnlyList<EditionFact>> EditionsAsync(IQuerySession session, string unit, int year, CancellationToken ct)
    {
        var report = await session.Events.AggregateStreamAsync<Report>(Report.StreamOf(unit, year), token: ct);
        return report is null ? [] : EditionFact.Of(report);
    }
}
