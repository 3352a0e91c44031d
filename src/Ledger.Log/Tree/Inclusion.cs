namespace Ledger.Log.Tree;

/// <summary>That a leaf stands at its index in the tree of a given root (RFC 6962, 2.1.1; checked as in RFC 9162, 2.1.3.2).</summary>
public static class Inclusion
{
    /// <summary>The nodes whose hashes are the proof, from the leaf's neighbour up to the root's child.</summary>
    public static IReadOnlyList<LeafRange> Path(long index, long size)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, size);
        var path = new List<LeafRange>();
        for (var at = new LeafRange(0, size); at.To - at.From > 1;)
        {
            var (left, right) = (new LeafRange(at.From, at.Split), new LeafRange(at.Split, at.To));
            (at, var beside) = index < at.Split ? (left, right) : (right, left);
            path.Add(beside);
        }

        path.Reverse();
        return path;
    }

    public static bool Verify(long index, long size, byte[] leaf, IReadOnlyList<byte[]> proof, byte[] root)
    {
        ArgumentNullException.ThrowIfNull(proof);
        if (index < 0 || index >= size)
            return false;
        var (node, last, hash) = (index, size - 1, leaf);
        foreach (var beside in proof)
        {
            if (last == 0)
                return false;
            if ((node & 1) == 1 || node == last)
            {
                hash = Merkle.Node(beside, hash);
                for (; (node & 1) == 0 && node != 0; last >>= 1)
                    node >>= 1;
            }
            else
            {
                hash = Merkle.Node(hash, beside);
            }

            (node, last) = (node >> 1, last >> 1);
        }

        return last == 0 && hash.AsSpan().SequenceEqual(root);
    }
}
