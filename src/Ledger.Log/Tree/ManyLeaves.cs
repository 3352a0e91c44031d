namespace Ledger.Log.Tree;

/// <summary>
/// Many leaves proved at once: the hashes of the nodes under which none of them lies, from left to right. Whoever has the
/// leaves and these hashes can compute the root, and each hash stands once however many leaves need it.
/// </summary>
public static class ManyLeaves
{
    /// <param name="indexes">Ascending, each once.</param>
    /// <param name="size">Leaves of the tree.</param>
    public static IReadOnlyList<LeafRange> Path(IReadOnlyList<long> indexes, long size)
    {
        ArgumentNullException.ThrowIfNull(indexes);
        var path = new List<LeafRange>();
        Walk(new LeafRange(0, size), 0, indexes.Count);
        return path;

        void Walk(LeafRange at, int from, int to)
        {
            if (at.To == at.From)
                return;
            if (from == to)
            {
                path.Add(at);
            }
            else if (at.To - at.From > 1)
            {
                var middle = from;
                while (middle < to && indexes[middle] < at.Split)
                    middle++;
                Walk(new LeafRange(at.From, at.Split), from, middle);
                Walk(new LeafRange(at.Split, at.To), middle, to);
            }
        }
    }

    /// <summary>The root these leaves and hashes lead to; null where there are too many or too few hashes or the leaves are out of order.</summary>
    public static byte[]? Root(IReadOnlyList<(long Index, byte[] Hash)> leaves, long size, IReadOnlyList<byte[]> hashes)
    {
        ArgumentNullException.ThrowIfNull(leaves);
        ArgumentNullException.ThrowIfNull(hashes);
        if (size == 0)
            return leaves.Count == 0 && hashes.Count == 0 ? Merkle.Empty : null;
        if (leaves.Any(l => l.Index < 0 || l.Index >= size) || leaves.Zip(leaves.Skip(1)).Any(pair => pair.First.Index >= pair.Second.Index))
            return null;
        var given = 0;
        var root = Walk(new LeafRange(0, size), 0, leaves.Count);
        return given == hashes.Count ? root : null;

        byte[]? Walk(LeafRange at, int from, int to)
        {
            if (from == to)
                return given < hashes.Count ? hashes[given++] : null;
            if (at.To - at.From == 1)
                return leaves[from].Hash;
            var middle = from;
            while (middle < to && leaves[middle].Index < at.Split)
                middle++;
            return Walk(new LeafRange(at.From, at.Split), from, middle) is { } left
                && Walk(new LeafRange(at.Split, at.To), middle, to) is { } right
                    ? Merkle.Node(left, right)
                    : null;
        }
    }
}
