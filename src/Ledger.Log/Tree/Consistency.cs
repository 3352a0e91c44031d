using System.Numerics;

namespace Ledger.Log.Tree;

/// <summary>That a larger tree begins with all leaves of a smaller one (RFC 6962, 2.1.2; checked as in RFC 9162, 2.1.4.2).</summary>
public static class Consistency
{
    /// <summary>The nodes whose hashes are the proof. Empty from nothing, and where nothing was added.</summary>
    public static IReadOnlyList<LeafRange> Path(long from, long to)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(from);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(from, to);
        var path = new List<LeafRange>();
        var known = true;
        for (var at = new LeafRange(0, to); from > 0;)
        {
            if (from == at.To)
            {
                if (!known)
                    path.Add(at);
                break;
            }

            if (from <= at.Split)
            {
                path.Add(new LeafRange(at.Split, at.To));
                at = new LeafRange(at.From, at.Split);
            }
            else
            {
                path.Add(new LeafRange(at.From, at.Split));
                at = new LeafRange(at.Split, at.To);
                known = false;
            }
        }

        path.Reverse();
        return path;
    }

    public static bool Verify(long from, byte[] fromRoot, long to, byte[] toRoot, IReadOnlyList<byte[]> proof)
    {
        ArgumentNullException.ThrowIfNull(proof);
        if (from < 0 || from > to)
            return false;
        if (from == to)
            return proof.Count == 0 && fromRoot.AsSpan().SequenceEqual(toRoot);
        if (from == 0)
            return proof.Count == 0 && fromRoot.AsSpan().SequenceEqual(Merkle.Empty);
        List<byte[]> nodes = BitOperations.IsPow2(from) ? [fromRoot, .. proof] : [.. proof];
        if (proof.Count == 0)
            return false;
        var (first, last) = (from - 1, to - 1);
        for (; (first & 1) == 1; last >>= 1)
            first >>= 1;
        var (before, after) = (nodes[0], nodes[0]);
        foreach (var beside in nodes.Skip(1))
        {
            if (last == 0)
                return false;
            if ((first & 1) == 1 || first == last)
            {
                (before, after) = (Merkle.Node(beside, before), Merkle.Node(beside, after));
                for (; (first & 1) == 0 && first != 0; last >>= 1)
                    first >>= 1;
            }
            else
            {
                after = Merkle.Node(after, beside);
            }

            (first, last) = (first >> 1, last >> 1);
        }

        return last == 0 && before.AsSpan().SequenceEqual(fromRoot) && after.AsSpan().SequenceEqual(toRoot);
    }
}
