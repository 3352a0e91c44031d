using System.Text;
using Ledger.Log.Audit;
using Ledger.Log.Events;
using Ledger.Log.Tree;

namespace Ledger.Log.Tests.Audit;

/// <summary>A small log as the database keeps it, to be tampered with by somebody who may write everything but has no key.</summary>
internal sealed class SomeLog
{
    private readonly Random _random;

    public SomeLog(int seed)
    {
        _random = new Random(seed);
        var size = _random.Next(3, 60);
        for (var i = 0; i < size; i++)
            Events.Add(Any(4L * i + _random.Next(1, 3)));
        Reseal(0);
        for (var at = _random.Next(1, 6); at < size; at += _random.Next(1, 9))
            Checkpoints.Add((at, RootAt(at)));
        Checkpoints.Add((size, RootAt(size)));
    }

    public List<EventRow> Events { get; } = [];
    public List<LeafRow> Leaves { get; } = [];

    /// <summary>What was signed: can be lost, never made.</summary>
    public List<(long Size, byte[] Root)> Checkpoints { get; private set; } = [];

    public EventRow Any(long sequence) => new(
        sequence, new Guid(_random.Next(), 1, 2, BitConverter.GetBytes(sequence)), new Guid(_random.Next(), 3, 4, new byte[8]), 1, "u1", "legal_service_provided",
        DateTime.UnixEpoch.AddSeconds(_random.Next()), _random.Next(3) == 0 ? null : "填报员甲",
        Encoding.UTF8.GetBytes($$"""{"service": "consultation", "occurredOn": "2023-01-{{_random.Next(10, 29)}}", "count": {{_random.Next(1000)}}}"""));

    /// <summary>Leaves and nodes made anew from an index on, as somebody would who knows how.</summary>
    public void Reseal(int from)
    {
        var tree = new CompactRange();
        foreach (var leaf in Leaves.Take(from))
            tree.Append(leaf.Hash);
        var salts = Leaves.Select(l => l.Salt).ToList();
        Leaves.RemoveRange(from, Leaves.Count - from);
        foreach (var e in Events.Skip(from))
        {
            var salt = tree.Size < salts.Count ? salts[(int)tree.Size] : new LeafSalt(Bytes(16));
            var (index, hash) = (tree.Size, EventLeaf.Hash(e, salt));
            Leaves.Add(new LeafRow(index, e.Sequence, salt, hash, [.. tree.Append(hash).SelectMany(n => n)]));
        }
    }

    /// <summary>An auditor kept one checkpoint behind the place; of the others some, all or none are left.</summary>
    public void KeepOneBehind(int place)
    {
        var behind = Checkpoints.Where(c => c.Size > place).ToList();
        var kept = behind[_random.Next(behind.Count)];
        var lost = _random.Next(3);
        Checkpoints = [.. Checkpoints.Where(c => c == kept || lost == 0 || (lost == 1 && _random.Next(2) == 0))];
    }

    public LogFindings Audit()
    {
        var audit = new LogAudit(Checkpoints);
        var events = Events.ToLookup(e => e.Sequence);
        var leaves = Leaves.ToLookup(l => l.Sequence);
        foreach (var sequence in Events.Select(e => e.Sequence).Concat(Leaves.Select(l => l.Sequence)).Distinct().Order())
        {
            for (var i = 0; i < Math.Max(events[sequence].Count(), leaves[sequence].Count()); i++)
                audit.Take(AuditRow.Of(leaves[sequence].ElementAtOrDefault(i), events[sequence].ElementAtOrDefault(i)));
        }

        return audit.Finish();
    }

    public byte[] Bytes(int count)
    {
        var bytes = new byte[count];
        _random.NextBytes(bytes);
        return bytes;
    }

    private byte[] RootAt(long size) => Tests.Tree.Reference.Root(Leaves.Take((int)size).Select(l => l.Hash).ToArray());
}
