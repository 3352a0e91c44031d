using System.Text.Json;
using JasperFx.Events;
using Ledger.Domain;
using Ledger.Log.Audit;
using Ledger.Log.Events;
using Ledger.Log.Notes;
using Ledger.Log.Tree;

namespace Ledger.Api.Tests.Simulation;

/// <summary>
/// The sealer and its tables, and somebody outside who keeps each unit's last checkpoint. Leaves, trees, proofs and the
/// audit are the product's own.
/// </summary>
internal sealed class SimulatedLog(SimulatedStore store, Random random, Planted planted)
{
    private readonly Dictionary<string, Tree> _trees = [];
    private readonly Dictionary<string, Checkpoint> _held = [];
    private int _reached;

    /// <summary>Seals at most so many events in one commit; a crash on the way leaves everything as it was.</summary>
    public void Seal(int most, bool crash)
    {
        var until = Math.Min(store.Events.Count, _reached + most);
        if (crash && planted != Planted.SealsAgainAfterACrash)
            return;
        foreach (var e in store.Events[_reached..until])
            TreeOf(e.TenantId).Append(Row(e), Salt());
        if (!crash)
            _reached = until;
    }

    /// <summary>Somebody asks for the checkpoint and the proof that the log only grew; null where it did, else what is wrong.</summary>
    public string? Ask(string unit)
    {
        if (!_trees.TryGetValue(unit, out var tree))
            return null;
        var now = new Checkpoint(unit, tree.Range.Size, tree.Range.Root());
        var held = _held.GetValueOrDefault(unit) ?? new Checkpoint(unit, 0, Merkle.Empty);
        _held[unit] = now;
        return held.Size <= now.Size && Consistency.Verify(held.Size, held.Root, now.Size, now.Root, [.. Consistency.Path(held.Size, now.Size).Select(tree.Hash)])
            ? null
            : $"the log of {unit} at {now.Size} does not begin with the one seen at {held.Size}";
    }

    /// <summary>Every leaf, node and root computed again from the events on the disk.</summary>
    public IEnumerable<string> Audit()
    {
        foreach (var (unit, tree) in _trees)
        {
            var audit = new LogAudit([], _held.TryGetValue(unit, out var held) ? [(held.Size, held.Root)] : null);
            var rows = store.Events.Take(_reached).Where(e => e.TenantId == unit).Select(Row).ToList();
            for (var i = 0; i < Math.Max(rows.Count, tree.Leaves.Count); i++)
                audit.Take(AuditRow.Of(tree.Leaves.ElementAtOrDefault(i), rows.ElementAtOrDefault(i)));
            if (audit.Finish() is { Intact: false } found)
                yield return $"the log of {unit}: {found.Faults[0]}";
        }
    }

    private Tree TreeOf(string unit) => _trees.TryGetValue(unit, out var tree) ? tree : _trees[unit] = new Tree();

    private LeafSalt Salt()
    {
        var salt = new byte[LeafSalt.Size];
#pragma warning disable CA5394 // a seed's salts are the same whenever it is replayed
        random.NextBytes(salt);
#pragma warning restore CA5394
        return new LeafSalt(salt);
    }

    private static EventRow Row(IEvent e) => new(
        e.Sequence, e.Id, e.StreamId, e.Version, e.TenantId, e.EventTypeName, e.Timestamp.UtcDateTime, e.UserName,
        JsonSerializer.SerializeToUtf8Bytes(e.Data, e.Data.GetType(), LedgerJson.Options));

    private sealed class Tree
    {
        public CompactRange Range { get; } = new();
        public List<LeafRow> Leaves { get; } = [];

        public void Append(EventRow row, LeafSalt salt)
        {
            var hash = EventLeaf.Hash(row, salt);
            var index = Range.Size;
            Leaves.Add(new LeafRow(index, row.Sequence, salt, hash, [.. Range.Append(hash).SelectMany(n => n)]));
        }

        /// <summary>As the product reads it: a subtree's hash stands in the row of the leaf that completed it.</summary>
        public byte[] Hash(LeafRange range) => range.Hash(s =>
            s.Level == 0 ? Leaves[(int)s.LastLeaf].Hash : Leaves[(int)s.LastLeaf].Nodes[((s.Level - 1) * Merkle.Size)..(s.Level * Merkle.Size)]);
    }
}
