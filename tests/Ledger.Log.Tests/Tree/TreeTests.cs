using CsCheck;
using Ledger.Log.Tree;

namespace Ledger.Log.Tests.Tree;

/// <summary>The tree hashes, grows and proves as RFC 6962 and its reference tests say, and refuses every proof that is not one.</summary>
public sealed class TreeTests
{
    private static readonly Gen<(byte[][] Hashes, int From, int Index)> AnyTree =
        from size in Gen.Int[1, 70]
        from seed in Gen.Int[0, 1_000_000]
        from first in Gen.Int[0, size]
        from index in Gen.Int[0, size - 1]
        select (Enumerable.Range(0, size).Select(i => Merkle.Leaf(BitConverter.GetBytes(seed + i))).ToArray(), first, index);

    [Fact]
    public void roots_of_the_reference_leaves_are_the_reference_roots()
    {
        var tree = new CompactRange();
        Assert.Equal(Reference.Roots[0], Reference.Hex(tree.Root()));
        foreach (var (leaf, root) in Reference.Leaves.Zip(Reference.Roots.Skip(1)))
        {
            tree.Append(Merkle.Leaf(leaf));
            Assert.Equal(root, Reference.Hex(tree.Root()));
        }
    }

    [Theory]
    [InlineData(1, 1, "")]
    [InlineData(1, 8, "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7 5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e 6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4")]
    [InlineData(6, 8, "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0 d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7")]
    [InlineData(2, 5, "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b")]
    public void consistency_proofs_are_the_reference_ones(int from, int to, string hashes)
    {
        var leaves = Reference.Leaves.Select(l => Merkle.Leaf(l)).ToArray();
        Assert.Equal(hashes, string.Join(' ', Consistency.Path(from, to).Select(r => Reference.Hex(Of(leaves, r)))));
    }

    [Theory]
    [InlineData(0, "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7 5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e 6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4")]
    [InlineData(5, "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0 d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7")]
    public void inclusion_proofs_are_the_reference_ones(int index, string hashes)
    {
        var leaves = Reference.Leaves.Select(l => Merkle.Leaf(l)).ToArray();
        Assert.Equal(hashes, string.Join(' ', Inclusion.Path(index, 8).Select(r => Reference.Hex(Of(leaves, r)))));
    }

    [Fact]
    public void any_leaf_is_proved_and_no_other_hash_index_size_or_proof_is() => AnyTree.Sample(t =>
    {
        var (leaves, root) = (t.Hashes, Reference.Root(t.Hashes));
        var proof = Inclusion.Path(t.Index, leaves.Length).Select(r => Of(leaves, r)).ToList();
        Assert.True(Inclusion.Verify(t.Index, leaves.Length, leaves[t.Index], proof, root));
        Assert.False(Inclusion.Verify(t.Index, leaves.Length, Merkle.Leaf([1, 2]), proof, root));
        Assert.False(Inclusion.Verify(t.Index, leaves.Length, leaves[t.Index], [.. proof, root], root));
        Assert.False(Inclusion.Verify(leaves.Length, leaves.Length, leaves[t.Index], proof, root));
        if (proof.Count > 0)
        {
            Assert.False(Inclusion.Verify(t.Index, leaves.Length, leaves[t.Index], [.. proof.Skip(1)], root));
            Assert.False(Inclusion.Verify(t.Index ^ 1, leaves.Length, leaves[t.Index], proof, root));
        }
    });

    [Fact]
    public void any_earlier_tree_is_proved_and_a_changed_one_is_not() => AnyTree.Sample(t =>
    {
        var (leaves, from) = (t.Hashes, t.From);
        var (before, after) = (Reference.Root(leaves.AsSpan(0, from)), Reference.Root(leaves));
        var proof = Consistency.Path(from, leaves.Length).Select(r => Of(leaves, r)).ToList();
        Assert.True(Consistency.Verify(from, before, leaves.Length, after, proof));
        Assert.False(Consistency.Verify(from, Merkle.Leaf([9]), leaves.Length, after, proof));
        Assert.False(Consistency.Verify(from, before, leaves.Length, Merkle.Leaf([9]), proof) && from > 0);
        Assert.False(Consistency.Verify(from, before, leaves.Length, after, [.. proof, after]));
        if (from > t.Index)
        {
            leaves[t.Index] = Merkle.Leaf([7]);
            Assert.False(Consistency.Verify(from, Reference.Root(leaves.AsSpan(0, from)), leaves.Length, after, proof));
        }
    });

    [Fact]
    public void many_leaves_are_proved_at_once_and_none_can_be_left_out() => AnyTree.Sample(t =>
    {
        var (leaves, root) = (t.Hashes, Reference.Root(t.Hashes));
        var some = Enumerable.Range(0, leaves.Length).Where(i => (i * 31 + t.From) % 3 != 0).Select(i => (long)i).ToList();
        var proof = ManyLeaves.Path(some, leaves.Length).Select(r => Of(leaves, r)).ToList();
        List<(long, byte[])> given = [.. some.Select(i => (i, leaves[i]))];
        Assert.Equal(root, ManyLeaves.Root(given, leaves.Length, proof));
        Assert.Null(ManyLeaves.Root(given, leaves.Length, [.. proof, root]));
        if (given.Count > 0)
            Assert.NotEqual(root, ManyLeaves.Root([.. given.Skip(1)], leaves.Length, proof));
    });

    [Fact]
    public void a_tree_that_is_taken_up_again_goes_on_as_if_it_never_stopped() => AnyTree.Sample(t =>
    {
        var whole = new CompactRange();
        var nodes = t.Hashes.Select(h => (Hash: h, Nodes: whole.Append(h))).ToList();
        // A subtree's hash stands with the leaf that completed it.
        var again = new CompactRange(t.From, new LeafRange(0, t.From).Subtrees().Select(s => s.Level == 0 ? nodes[(int)s.LastLeaf].Hash : nodes[(int)s.LastLeaf].Nodes[s.Level - 1]));
        foreach (var leaf in t.Hashes.Skip(t.From))
            again.Append(leaf);
        Assert.Equal(whole.Root(), again.Root());
        Assert.Equal(Reference.Root(t.Hashes), again.Root());
    });

    private static byte[] Of(byte[][] leaves, LeafRange range) => Reference.Root(leaves.AsSpan((int)range.From, (int)(range.To - range.From)));
}
