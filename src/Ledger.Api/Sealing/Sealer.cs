using System.Security.Cryptography;
using Ledger.Log.Events;
using Ledger.Log.Notes;
using Ledger.Log.Tree;
using Npgsql;

namespace Ledger.Api.Sealing;

/// <summary>
/// Makes each event a leaf of its unit's tree, in the order of their numbers and up to the mark below which no number can
/// still come (the projections' own). Leaves, trees, checkpoints and how far it came are one commit, under a lock on that
/// row: whoever seals, and however often it is cut off, each event is sealed once.
/// </summary>
public sealed class Sealer(NpgsqlDataSource database, LogKeys keys)
{
    /// <summary>Events in one commit.</summary>
    public const int Batch = 5000;

    private const string Next = $"""
        select {SealRows.EventColumns} from ledger.mt_events e
        where e.seq_id > $1 and e.seq_id <= $2 order by e.seq_id limit $3
        """;

    /// <returns>How many events were sealed; as many as <see cref="Batch"/> where more may be waiting.</returns>
    public async Task<int> SealAsync(CancellationToken ct)
    {
        var (done, mark) = await ReachedAsync(ct);
        if (done >= mark)
            return 0;
        await using var connection = await database.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        // A plan is kept from when the tables were small, and they grow: what is read here is always a few rows by their key.
        await using (var plan = new NpgsqlCommand("set local enable_seqscan = off; set local enable_hashjoin = off; set local enable_mergejoin = off", connection, transaction))
            await plan.ExecuteNonQueryAsync(ct);
        await using (var claim = new NpgsqlCommand("select seq from log.progress for update", connection, transaction))
            done = (long)(await claim.ExecuteScalarAsync(ct))!;
        var events = await ReadAsync(connection, done, mark, ct);
        if (events.Count == 0)
            return 0;
        await SealAsync(connection, events, ct);
        await transaction.CommitAsync(ct);
        return events.Count;
    }

    /// <summary>The last event that is sealed, and the last below which no other can appear.</summary>
    public async Task<(long Sealed, long Mark)> ReachedAsync(CancellationToken ct)
    {
        await using var command = database.CreateCommand(
            "select (select seq from log.progress), coalesce((select last_seq_id from ledger.mt_event_progression where name = 'HighWaterMark'), 0)");
        await using var row = await command.ExecuteReaderAsync(ct);
        await row.ReadAsync(ct);
        return (row.GetInt64(0), row.GetInt64(1));
    }

    private static async Task<List<EventRow>> ReadAsync(NpgsqlConnection connection, long done, long mark, CancellationToken ct)
    {
        var events = new List<EventRow>();
        await using var command = new NpgsqlCommand(Next, connection) { Parameters = { new() { Value = done }, new() { Value = mark }, new() { Value = Batch } } };
        await using var rows = await command.ExecuteReaderAsync(ct);
        while (await rows.ReadAsync(ct))
            events.Add(SealRows.Event(rows));
        return events;
    }

    private async Task SealAsync(NpgsqlConnection connection, List<EventRow> events, CancellationToken ct)
    {
        var trees = await GrowingTrees.ReadAsync(connection, [.. events.Select(e => e.Unit).Distinct()], ct);
        await using (var leaves = await connection.BeginBinaryImportAsync("copy log.leaves (unit, index, seq, salt, hash, nodes) from stdin (format binary)", ct))
        {
            foreach (var e in events)
            {
                var tree = trees[e.Unit];
                var (index, salt) = (tree.Size, RandomNumberGenerator.GetBytes(LeafSalt.Size));
                var hash = EventLeaf.Hash(e, new LeafSalt(salt));
                await leaves.StartRowAsync(ct);
                await leaves.WriteAsync(e.Unit, ct);
                await leaves.WriteAsync(index, ct);
                await leaves.WriteAsync(e.Sequence, ct);
                await leaves.WriteAsync(salt, ct);
                await leaves.WriteAsync(hash, ct);
                await leaves.WriteAsync(tree.Append(hash).SelectMany(n => n).ToArray(), ct);
            }

            await leaves.CompleteAsync(ct);
        }

        await GrowingTrees.KeepAsync(connection, [.. trees.Select(t => Kept(t.Key, t.Value))], events[^1].Sequence, ct);
    }

    private (string Unit, long Size, byte[] Root, string Note) Kept(string unit, CompactRange tree)
    {
        var checkpoint = new Checkpoint(keys.OriginOf(unit), tree.Size, tree.Root());
        return (unit, tree.Size, checkpoint.Root, checkpoint.Sign(keys.For(unit)).ToString());
    }
}
