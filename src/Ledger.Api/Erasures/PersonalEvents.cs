using Ledger.Api.Sealing;
using Ledger.Log.Audit;
using Ledger.Log.Events;
using Npgsql;

namespace Ledger.Api.Erasures;

/// <summary>The events of a unit in which a text stands, with their leaves where they are sealed.</summary>
public static class PersonalEvents
{
    private const string Sql = $"""
        select {SealRows.EventColumns}, {SealRows.LeafColumns} from ledger.mt_events e left join log.leaves l on l.seq = e.seq_id
        where e.tenant_id = $1 and (position($2 in e.data::text) > 0 or position($2 in e.user_name) > 0) order by e.seq_id
        """;

    private const int LeafAt = 9;

    public static async Task<IReadOnlyList<(EventRow Row, LeafRow? Leaf)>> FindAsync(NpgsqlConnection connection, string unit, string text, CancellationToken ct)
    {
        var found = new List<(EventRow, LeafRow?)>();
        await using var command = new NpgsqlCommand(Sql, connection) { CommandTimeout = 0, Parameters = { new() { Value = unit }, new() { Value = text } } };
        await using var rows = await command.ExecuteReaderAsync(ct);
        while (await rows.ReadAsync(ct))
            found.Add((SealRows.Event(rows), rows.IsDBNull(LeafAt) ? null : SealRows.Leaf(rows, LeafAt)));
        return found;
    }
}
