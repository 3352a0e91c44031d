using System.Numerics;

namespace Ledger.Log.Tree;

/// <summary>A complete subtree of 2^<paramref name="Level"/> leaves, the <paramref name="Index"/>th of its size from the left. Once complete it never changes.</summary>
public readonly record struct Subtree(int Level, long Index)
{
    /// <summary>The leaf that completed it.</summary>
    public long LastLeaf => ((Index + 1) << Level) - 1;
}

/// <summary>Neighbouring leaves that the tree holds under one node, complete or at its right edge.</summary>
/// <param name="From">The first leaf.</param>
/// <param name="To">The leaf behind the last.</param>
public readonly record struct LeafRange(long From, long To)
{
    /// <summary>The complete subtrees it is made of, from the left.</summary>
    public IEnumerable<Subtree> Subtrees()
    {
        for (var from = From; from < To;)
        {
            var level = Math.Min(BitOperations.TrailingZeroCount(from), BitOperations.Log2((ulong)(To - from)));
            yield return new Subtree(level, from >> level);
            from += 1L << level;
        }
    }

    /// <summary>The node's hash, from the hashes of <see cref="Subtrees"/>.</summary>
    public byte[] Hash(Func<Subtree, byte[]> hashes) => Subtrees().Select(hashes).Reverse().Aggregate((right, left) => Merkle.Node(left, right));

    /// <summary>Where the tree splits these leaves: behind the largest power of two that is smaller than their number.</summary>
    internal long Split => From + (1L << BitOperations.Log2((ulong)(To - From - 1)));
}
