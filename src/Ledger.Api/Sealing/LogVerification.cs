using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text.Json;
using Ledger.Api.Entries;
using Ledger.Api.Erasures;
using Ledger.Domain.Kinds;
using Ledger.Log.Audit;
using Ledger.Log.Events;
using Ledger.Log.Notes;
using Npgsql;

namespace Ledger.Api.Sealing;

/// <summary>Reads a unit's whole log beside its events and has both computed again; files that events name are hashed too.</summary>
public sealed class LogVerification(NpgsqlDataSource database, LogKeys keys, EvidenceStore? evidence)
{
    private const int Chunk = 4000;

    /// <param name="unit">The unit.</param>
    /// <param name="given">Checkpoints that somebody kept elsewhere, signed by this log.</param>
    /// <param name="ct">Ends it.</param>
    public async Task<LogFindings> RunAsync(string unit, IReadOnlyList<SignedNote> given, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(given);
        var faults = new List<LogFault>();
        var roots = await CheckpointsAsync(unit, given, faults, ct);
        // After the checkpoints: what is sealed meanwhile has leaves that are looked at, and no checkpoint without them.
        var end = await EndAsync(ct);
        var audit = new LogAudit(roots.Kept, roots.Given, new ErasureAudit(o => o.IsSigned(unit, keys.PublicFor(unit).Select(k => k.Key)), (row, path) => PersonalText.Holds(row, path) != Personal.Nothing));
        var files = new List<(LeafRow Leaf, EventRow Event)>();
        var hashing = Task.FromResult(Array.Empty<AuditRow>());
        await foreach (var chunk in PairsAsync(unit, end, ct))
        {
            var hashed = await hashing;
            hashing = Task.Run(() => chunk.AsParallel().AsOrdered().Select(p => AuditRow.Of(p.Leaf, p.Event)).ToArray(), ct);
            Walk(hashed);
        }

        Walk(await hashing);
        foreach (var (leaf, row) in files)
        {
            if (!await SameAsync(row, ct))
                faults.Add(new(FaultKind.EvidenceChanged, leaf.Index, leaf.Index + 1, leaf.Sequence));
        }

        var findings = audit.Finish();
        return findings with { Faults = [.. findings.Faults.Concat(faults).OrderBy(f => f.From)] };

        void Walk(AuditRow[] rows)
        {
            foreach (var row in rows)
            {
                audit.Take(row);
                if (row is { Leaf: { } leaf, Event: { Type: "evidence_attached" } attached })
                    files.Add((leaf, attached));
            }
        }
    }

    private async Task<long> EndAsync(CancellationToken ct)
    {
        await using var command = database.CreateCommand("select seq from log.progress");
        return (long)(await command.ExecuteScalarAsync(ct))!;
    }

    /// <summary>What was signed when: whatever is kept here, and what was given. One that is not signed right is a fault and holds nothing.</summary>
    private async Task<(List<(long Size, byte[] Root)> Kept, List<(long Size, byte[] Root)> Given)> CheckpointsAsync(string unit, IReadOnlyList<SignedNote> given, List<LogFault> faults, CancellationToken ct)
    {
        var notes = new List<(long Size, string Note)>();
        await using (var command = database.CreateCommand("select size, note from log.checkpoints where unit = $1 order by size"))
        {
            command.Parameters.Add(new() { Value = unit });
            await using var rows = await command.ExecuteReaderAsync(ct);
            while (await rows.ReadAsync(ct))
                notes.Add((rows.GetInt64(0), rows.GetString(1)));
        }

        var known = keys.PublicFor(unit);
        var (kept, sent) = (new List<(long, byte[])>(), new List<(long, byte[])>());
        var read = notes.Select(n => (n.Size, Note: SignedNote.Parse(n.Note))).Concat(given.Select(n => (Size: -1L, Note: (SignedNote?)n)));
        foreach (var (size, checkpoint) in read.AsParallel().AsOrdered().Select(n => (n.Size, Read(n.Note))).ToList())
        {
            if (checkpoint is not null && (size < 0 || checkpoint.Size == size))
                (size < 0 ? sent : kept).Add((checkpoint.Size, checkpoint.Root));
            else
                faults.Add(new(FaultKind.CheckpointForged, Math.Max(0, size - 1), Math.Max(1, size), 0));
        }

        return (kept, sent);

        Checkpoint? Read(SignedNote? note) =>
            note is not null && Checkpoint.Parse(note.Text) is { } checkpoint && known.Any(k => k.Key.Name == checkpoint.Origin && note.SignedBy(k.Key) == true) ? checkpoint : null;
    }

    /// <summary>Leaves and events side by side, in the order of their numbers.</summary>
    private async IAsyncEnumerable<List<(LeafRow? Leaf, EventRow? Event)>> PairsAsync(string unit, long end, [EnumeratorCancellation] CancellationToken ct)
    {
        await using var leaves = Read($"select {SealRows.LeafColumns} from log.leaves l where unit = $1 and seq <= $2 order by seq", r => SealRows.Leaf(r)).GetAsyncEnumerator(ct);
        await using var events = Read($"select {SealRows.EventColumns} from ledger.mt_events e where tenant_id = $1 and seq_id <= $2 order by seq_id", r => SealRows.Event(r)).GetAsyncEnumerator(ct);
        var (leaf, row) = (await Next(leaves), await Next(events));
        var chunk = new List<(LeafRow?, EventRow?)>(Chunk);
        while (leaf is not null || row is not null)
        {
            var order = (leaf?.Sequence ?? long.MaxValue).CompareTo(row?.Sequence ?? long.MaxValue);
            chunk.Add((order <= 0 ? leaf : null, order >= 0 ? row : null));
            if (order <= 0)
                leaf = await Next(leaves);
            if (order >= 0)
                row = await Next(events);
            if (chunk.Count == Chunk)
            {
                yield return chunk;
                chunk = new(Chunk);
            }
        }

        yield return chunk;

        static async ValueTask<T?> Next<T>(IAsyncEnumerator<T> rows) where T : class => await rows.MoveNextAsync() ? rows.Current : null;

        async IAsyncEnumerable<T> Read<T>(string sql, Func<NpgsqlDataReader, T> of)
        {
            await using var command = database.CreateCommand(sql);
            command.CommandTimeout = 0;
            command.Parameters.Add(new() { Value = unit });
            command.Parameters.Add(new() { Value = end });
            await using var rows = await command.ExecuteReaderAsync(ct);
            while (await rows.ReadAsync(ct))
                yield return of(rows);
        }
    }

    private async Task<bool> SameAsync(EventRow row, CancellationToken ct)
    {
        if (evidence is null)
            return true;
        using var data = JsonDocument.Parse(row.Data);
        var hash = data.RootElement.GetProperty("sha256").GetString()!;
        if (evidence.Find(hash, data.RootElement.GetProperty("size").GetInt64()) is not { } path)
            return false;
        await using var file = File.OpenRead(path);
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(file, ct)) == hash;
    }
}
