using Ledger.Log.Audit;
using Ledger.Log.Events;
using Ledger.Log.Notes;
using Ledger.Log.Tree;
using Npgsql;

namespace Ledger.Api.Sealing;

/// <summary>What a unit's log answers: its checkpoint, that an event is in it, that it only grew.</summary>
public sealed class UnitLog(NpgsqlDataSource database, LogKeys keys, Sealer sealer)
{
    private const string Newest = """
        select t.size, t.root, c.note, array(select line from log.cosignatures w where w.unit = t.unit and w.size = t.size order by witness)
        from log.trees t left join log.checkpoints c using (unit, size) where t.unit = $1
        """;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>The newest checkpoint, signed, with what witnesses have said to exactly this one.</summary>
    public async Task<SignedNote> CheckpointAsync(string unit, CancellationToken ct)
    {
        await using var connection = await database.OpenConnectionAsync(ct);
        return await CheckpointAsync(connection, unit, ct);
    }

    /// <summary>An event of a stream with its leaf and the proof of it; null where there is no such event or it is not sealed yet.</summary>
    public async Task<EventReceipt?> ReceiptAsync(string unit, Guid stream, long version, CancellationToken ct)
    {
        await using var connection = await database.OpenConnectionAsync(ct);
        if (await FindAsync(connection, unit, stream, version, ct) is not var (leaf, row))
            return null;
        var note = await CheckpointAsync(connection, unit, ct);
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
    /// <exception cref="SealingBehindException">Sealing stands still or is far behind.</exception>
    public async Task AwaitSealedAsync(CancellationToken ct)
    {
        await using var newest = database.CreateCommand("select coalesce(max(seq_id), 0) from ledger.mt_events");
        var goal = (long)(await newest.ExecuteScalarAsync(ct))!;
        var began = TimeProvider.System.GetTimestamp();
        while ((await sealer.ReachedAsync(ct)).Sealed < goal)
        {
            if (TimeProvider.System.GetElapsedTime(began) > Patience)
                throw new SealingBehindException();
            if (await sealer.SealAsync(ct) > 0)
                began = TimeProvider.System.GetTimestamp();
            else
                await Task.Delay(20, ct);
        }
    }

    /// <summary>As it was signed when it was sealed; signed anew where no event was sealed since the key was rotated.</summary>
    private async Task<SignedNote> CheckpointAsync(NpgsqlConnection connection, string unit, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(Newest, connection) { Parameters = { new() { Value = unit } } };
        await using var row = await command.ExecuteReaderAsync(ct);
        var key = keys.For(unit);
        if (!await row.ReadAsync(ct))
            return new Checkpoint(keys.OriginOf(unit), 0, Merkle.Empty).Sign(key);
        var note = row.IsDBNull(2) ? null : SignedNote.Parse(row.GetString(2));
        if (note is not { Signatures: [var by] } || by.Name != key.Verifier.Name || by.KeyId != key.Verifier.Id)
            note = new Checkpoint(keys.OriginOf(unit), row.GetInt64(0), row.GetFieldValue<byte[]>(1)).Sign(key);
        var witnessed = row.GetFieldValue<string[]>(3).Select(l => NoteSignature.Parse(l.TrimEnd('\n'))).OfType<NoteSignature>();
        return note with { Signatures = [.. note.Signatures, .. witnessed] };
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

/// <summary>Sealing stands still or is far behind; what needs a proof has to wait.</summary>
public sealed class SealingBehindException() : Exception("sealing is behind");
