namespace Ledger.Documents.Flate;

/// <summary>The tree of a Huffman code: the two lightest nodes are joined until one is left.</summary>
internal static class HuffmanTree
{
    /// <summary>How deep each symbol is, 0 for those that do not occur; a symbol that is alone is one deep.</summary>
    public static int[] Lengths(int[] weights)
    {
        var lengths = new int[weights.Length];
        var leaves = Leaves(weights);
        if (leaves.Length == 1) lengths[leaves[0].Symbol] = 1;
        if (leaves.Length > 1) Count(Join(leaves), 0, lengths);
        return lengths;
    }

    // The lightest first; of equal ones the lower symbol.
    private static Node[] Leaves(int[] weights)
    {
        var leaves = new List<Node>();
        for (var symbol = 0; symbol < weights.Length; symbol++)
        {
            if (weights[symbol] > 0) leaves.Add(new Node(weights[symbol], symbol, null, null));
        }

        var sorted = leaves.ToArray();
        Array.Sort(sorted, (one, other) => one.Weight != other.Weight ? one.Weight.CompareTo(other.Weight) : one.Symbol - other.Symbol);
        return sorted;
    }

    // Joined nodes come out ever heavier, so both rows stand in order. Of equal weight a leaf goes first.
    private static Node Join(Node[] leaves)
    {
        var joined = new Node[leaves.Length - 1];
        var (leaf, oldest) = (0, 0);
        for (var made = 0; made < joined.Length; made++)
        {
            var one = Lightest(made);
            var other = Lightest(made);
            joined[made] = new Node(one.Weight + other.Weight, -1, one, other);
        }

        return joined[^1];

        Node Lightest(int made) => leaf < leaves.Length && (oldest == made || leaves[leaf].Weight <= joined[oldest].Weight)
            ? leaves[leaf++]
            : joined[oldest++];
    }

    private static void Count(Node node, int depth, int[] lengths)
    {
        if (node.One is null)
        {
            lengths[node.Symbol] = depth;
            return;
        }

        Count(node.One, depth + 1, lengths);
        Count(node.Other!, depth + 1, lengths);
    }

    private sealed record Node(long Weight, int Symbol, Node? One, Node? Other);
}
