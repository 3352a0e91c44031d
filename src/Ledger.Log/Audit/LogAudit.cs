using System.Text.Json;
using Ledger.Log.Events;
using Ledger.Log.Tree;

namespace Ledger.Log.Audit;

/// <summary>A leaf as it is kept; its nodes are the hashes of the subtrees it completes, one behind the other, level 1 first.</summary>
public sealed record LeafRow(long Index, long Sequence, LeafSalt Salt, byte[] Hash, byte[] Nodes);

/// <summary>
/// A leaf and its event, or one of them where the other is missing; hashed ahead of the walk. No hash where there is no
/// event or it cannot be read.
/// </summary>
public sealed record AuditRow(LeafRow? Leaf, EventRow? Event, byte[]? Computed)
{
    /// <summary>May run on any core: the walk itself only compares.</summary>
    public static AuditRow Of(LeafRow? leaf, EventRow? row)
    {
        try
        {
            return new(leaf, row, leaf is null || row is null ? null : EventLeaf.Hash(row, leaf.Salt));
        }
        catch (JsonException)
        {
            return new(leaf, row, null);
        }
    }
}

/// <summary>
/// Computes a log again from its events, in their order, and holds it against everything that is kept of it: leaves, nodes
/// and each checkpoint ever signed. What was changed is named by its leaf; what was changed and hashed anew shows at the
/// first checkpoint behind it.
/// </summary>
public sealed class LogAudit
{
    private const int Most = 50;

    private readonly CompactRange _tree = new();
    private readonly Queue<(long Size, byte[] Root, bool Given)> _checkpoints;
    private readonly List<LogFault> _faults = [];
    private readonly int _count;
    private readonly ErasureAudit _erasures;
    private long _agreed;
    private long _agreedGiven;
    private long _next;
    private bool _broken;

    /// <param name="checkpoints">Size and root of checkpoints whose signature was verified, in any order.</param>
    /// <param name="given">Those that were kept elsewhere. Where one of them breaks, only one of them says up to where the log
    /// is as it was: whoever changed it may have had the rest signed since.</param>
    /// <param name="erasures">What may be erased and on whose word; without it nothing may.</param>
    public LogAudit(IEnumerable<(long Size, byte[] Root)> checkpoints, IEnumerable<(long Size, byte[] Root)>? given = null, ErasureAudit? erasures = null)
    {
        _erasures = erasures ?? new ErasureAudit(_ => false, (_, _) => false);
        _checkpoints = new(checkpoints.Select(c => (c.Size, c.Root, false)).Concat((given ?? []).Select(c => (c.Size, c.Root, true))).OrderBy(c => c.Size));
        _count = _checkpoints.Count;
        Compare();
    }

    public void Take(AuditRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        var (leaf, index) = (row.Leaf, _tree.Size);
        if (leaf is null)
        {
            Add(FaultKind.EventAdded, index, row.Event!.Sequence);
            return;
        }

        if (leaf.Index != _next)
            Add(FaultKind.LeafOutOfOrder, index, leaf.Sequence);
        _next = leaf.Index + 1;
        if (row.Event is null)
            Add(FaultKind.EventGone, index, leaf.Sequence);
        else if (row.Computed is null || !row.Computed.AsSpan().SequenceEqual(leaf.Hash))
            Add(FaultKind.EventChanged, index, leaf.Sequence);
        else
            _erasures.Take(leaf, row.Event);
        var nodes = _tree.Append(row.Computed ?? leaf.Hash);
        if (!Fit(nodes, leaf.Nodes))
            AddNodes(index, nodes, leaf);
        Compare();
    }

    public LogFindings Finish()
    {
        if (_checkpoints.TryPeek(out var ahead))
            _faults.Add(new(FaultKind.CutOff, _faults.Count > 0 ? _tree.Size : _agreed, _tree.Size + 1, 0, $"{_tree.Size} < {ahead.Size}"));
        return new(_tree.Size, _tree.Root(), _count, [.. _faults.Concat(_erasures.Finish().Take(Most)).OrderBy(f => f.From)]) { Erasures = _erasures.Orders };
    }

    private void Add(FaultKind kind, long index, long sequence)
    {
        if (_faults.Count < Most)
            _faults.Add(new(kind, index, index + 1, sequence));
    }

    /// <summary>The subtree whose kept hash is wrong says between which leaves to look; below a leaf already named, nothing new.</summary>
    private void AddNodes(long index, IReadOnlyList<byte[]> nodes, LeafRow leaf)
    {
        var level = 1;
        while (level < nodes.Count && leaf.Nodes.Length >= level * Merkle.Size && nodes[level - 1].AsSpan().SequenceEqual(leaf.Nodes.AsSpan((level - 1) * Merkle.Size, Merkle.Size)))
            level++;
        var from = index + 1 - (1L << level);
        if (_faults.Count < Most && !_faults.Exists(f => f.From >= from && f.From <= index))
            _faults.Add(new(FaultKind.NodeChanged, Math.Max(0, from), index + 1, leaf.Sequence));
    }

    private static bool Fit(IReadOnlyList<byte[]> nodes, byte[] kept)
    {
        if (kept.Length != nodes.Count * Merkle.Size)
            return false;
        for (var i = 0; i < nodes.Count; i++)
        {
            if (!nodes[i].AsSpan().SequenceEqual(kept.AsSpan(i * Merkle.Size, Merkle.Size)))
                return false;
        }

        return true;
    }

    private void Compare()
    {
        while (_checkpoints.TryPeek(out var next) && next.Size == _tree.Size)
        {
            _checkpoints.Dequeue();
            if (_tree.Root().AsSpan().SequenceEqual(next.Root))
            {
                _agreed = next.Size;
                _agreedGiven = next.Given ? next.Size : _agreedGiven;
            }
            else if (!_broken)
            {
                _broken = true;
                var from = next.Given ? _agreedGiven : _agreed;
                if (!_faults.Exists(f => f.From >= from))
                    _faults.Add(new(FaultKind.CheckpointBroken, from, Math.Max(next.Size, from + 1), 0));
            }
        }
    }
}
