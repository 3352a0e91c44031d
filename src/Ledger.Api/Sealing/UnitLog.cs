using Ledger.Log.Audit;
using Ledger.Log.Events;
using Ledger.Log.Notes;
using Ledger.Log.Tree;
using Npgsql;

namespace Ledger.Api.Sealing;

/// <summary>What a unit's log answers: its checkpoint, that an event is in it, that it only grew.</summary>
public sealed class UnitLog(NpgsqlDataSource database, LogKeys keys, Sealer sealer)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>The newest checkpoint, signed, with what witnesses have said to exactly this one.</summary>
    public async Task<SignedNote> CheckpointAsync(string unit, CancellationToken ct)
    {
        await using var connection = await database.OpenConnectionAsync(ct);
        return await CheckpointAsync(connection, unit, await UnitTree.SizeAsync(connection, unit, ct), ct);
    }

    /// <summary>An event of a stream with its leaf and the proof of it; null where there is no such event or it is not sealed yet.</summary>
    public async Task<EventReceipt?> ReceiptAsync(string unit, Guid stream, long version, CancellationToken ct)
    {
        await using var connection = await database.OpenConnectionAsync(ct);
        if (await FindAsync(connection, unit, stream, version, ct) is not var (leaf, row))
            return null;
        var note = await CheckpointAsync(connection, unit, await UnitTree.SizeAsync(connection, unit, ct), ct);
        var size = Checkpoint.Parse(note.Text)!.Size;
        var hashes = await UnitTree.HashesAsync(connection, unit, Inclusion.Path(leaf.Index, size), ct);
        return new EventReceipt(row, leaf, new TlogProof(leaf.Salt.Whole ?? [], leaf.Index, hashes, note));
    }

    /// <summary>The hashes by which a log of one size is seen to begin with the log of a smaller one.</summary>
    public async Task<IReadOnlyList<byte[]>> ConsistencyAsync(string unit, long from, long to, CancellationToken ct)
    {
        await using var connection = await database.OpenConnectionAsync(ct);
        return await UnitTree.HashesAsync(connection, unit, Consistency.Path(from, to), ct);
    }

    public async Task<long> SizeAsync(string unit, CancellationToken ct)
    {
        await using var connection = await database.OpenConnectionAsync(ct);
        return await UnitTree.SizeAsync(connection, unit, ct);
    }

    /// <summary>Waits until every event committed before is sealed.</summary>
    /// <exception cref="TimeoutException">Sealing stands still or is far behind.</exception>
    public async Task AwaitSealedAsync(CancellationToken ct)
    {
        await using var newest = database.CreateCommand("select coalesce(max(seq_id), 0) from ledger.mt_events");
        var goal = (long)(await newest.ExecuteScalarAsync(ct))!;
        var began = TimeProvider.System.GetTimestamp();
        while ((await sealer.ReachedAsync(ct)).Sealed < goal)
        {
            if (TimeProvider.System.GetElapsedTime(began) > Patience)
                throw new TimeoutException("sealing is behind");
            if (await sealer.SealAsync(ct) > 0)
                began = TimeProvider.System.GetTimestamp();
            else
                await Task.Delay(20, ct);
        }
    }

    private async Task<SignedNote> CheckpointAsync(NpgsqlConnection connection, string unit, long size, CancellationToken ct)
    {
        var note = new Checkpoint(keys.OriginOf(unit), size, await UnitTree.RootAsync(connection, unit, size, ct)).Sign(keys.For(unit));
        await using var command = new NpgsqlCommand("select line from log.cosignatures where unit = $1 and size = $2 order by witness", connection)
        {
            Parameters = { new() { Value = unit }, new() { Value = size } },
        };
        await using var lines = await command.ExecuteReaderAsync(ct);
        var signatures = note.Signatures.ToList();
        while (await lines.ReadAsync(ct))
        {
            if (NoteSignature.Parse(lines.GetString(0).TrimEnd('\n')) is { } cosignature)
                signatures.Add(cosignature);
        }

        return note with { Signatures = signatures };
    }

    private static async Task<(LeafRow Leaf, EventRow Row)?> FindAsync(NpgsqlConnection connection, string unit, Guid stream, long version, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(
            $"""
            select {SealRows.LeafColumns}, {SealRows.EventColumns} from ledger.mt_events e join log.leaves l on l.seq = e.seq_id
            where e.stream_id = $1 and e.version = $2 and e.tenant_id = $3
            """, connection)
        {
            Parameters = { new() { Value = stream }, new() { Value = version }, new() { Value = unit } },
        };
        await using var row = await command.ExecuteReaderAsync(ct);
        return await row.ReadAsync(ct) ? (SealRows.Leaf(row), SealRows.Event(row, 6)) : null;
    }
}

/// <summary>An event, its leaf, and that the leaf is in the log.</summary>
public sealed record EventReceipt(EventRow Row, LeafRow Leaf, TlogProof Proof);
