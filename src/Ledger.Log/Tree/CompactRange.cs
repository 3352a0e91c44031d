namespace Ledger.Log.Tree;

/// <summary>A tree while it grows: its size and the hashes of the complete subtrees at its right edge, enough to add leaves and to state the root.</summary>
public sealed class CompactRange
{
    private readonly List<byte[]> _hashes;

    public CompactRange() : this(0, [])
    {
    }

    /// <param name="size">Leaves so far.</param>
    /// <param name="hashes">Of the subtrees of <c>LeafRange(0, size)</c>, from the left.</param>
    public CompactRange(long size, IEnumerable<byte[]> hashes) => (Size, _hashes) = (size, [.. hashes]);

    public long Size { get; private set; }

    /// <returns>The hashes of the subtrees that this leaf completes, level 1 first.</returns>
    public IReadOnlyList<byte[]> Append(byte[] leaf)
    {
        List<byte[]>? completed = null;
        var hash = leaf;
        for (var level = 0; ((Size >> level) & 1) == 1; level++)
        {
            hash = Merkle.Node(_hashes[^1], hash);
            _hashes.RemoveAt(_hashes.Count - 1);
            (completed ??= []).Add(hash);
        }

        _hashes.Add(hash);
        Size++;
        return completed ?? (IReadOnlyList<byte[]>)[];
    }

    public byte[] Root() => _hashes.Count == 0
        ? Merkle.Empty
        : Enumerable.Reverse(_hashes).Aggregate((right, left) => Merkle.Node(left, right));
}
