using Ledger.Log.Tree;

namespace Ledger.Log.Tests.Tree;

/// <summary>Proofs at the edges: of nothing, beyond the end, with a hash too many.</summary>
public sealed class ProofLimitsTests
{
    private static readonly byte[][] Leaves = [.. Enumerable.Range(0, 9).Select(i => Merkle.Leaf([(byte)i]))];

    [Fact]
    public void a_proof_of_what_is_not_there_cannot_be_asked_for()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Inclusion.Path(-1, 5));
        Assert.Throws<ArgumentOutOfRangeException>(() => Inclusion.Path(5, 5));
        Assert.Throws<ArgumentOutOfRangeException>(() => Consistency.Path(-1, 5));
        Assert.Throws<ArgumentOutOfRangeException>(() => Consistency.Path(6, 5));
        Assert.Empty(Consistency.Path(5, 5));
    }

    [Fact]
    public void sizes_that_are_none_prove_nothing()
    {
        Assert.False(Consistency.Verify(-1, Root(1), 5, Root(5), []));
        Assert.False(Consistency.Verify(6, Root(6), 5, Root(5), [Leaves[0]]));
        Assert.False(Consistency.Verify(3, Root(3), 5, Root(5), []));
        Assert.False(Inclusion.Verify(5, 5, Leaves[4], [], Root(5)));
        Assert.False(Inclusion.Verify(-1, 5, Leaves[4], [], Root(5)));
    }

    [Fact]
    public void a_hash_too_many_or_too_few_spoils_a_proof()
    {
        for (var from = 1; from < 9; from++)
        {
            var proof = Consistency.Path(from, 9).Select(Hash).ToList();
            Assert.True(Consistency.Verify(from, Root(from), 9, Root(9), proof));
            Assert.False(Consistency.Verify(from, Root(from), 9, Root(9), [.. proof, Leaves[0]]));
            Assert.False(Consistency.Verify(from, Root(from), 9, Root(9), [.. proof.SkipLast(1)]));
            var path = Inclusion.Path(from, 9).Select(Hash).ToList();
            Assert.True(Inclusion.Verify(from, 9, Leaves[from], path, Root(9)));
            Assert.False(Inclusion.Verify(from, 9, Leaves[from], [.. path, Leaves[0]], Root(9)));
            Assert.False(Inclusion.Verify(from, 9, Leaves[from], [.. path.SkipLast(1)], Root(9)));
        }
    }

    [Fact]
    public void many_leaves_of_an_empty_tree_are_none()
    {
        Assert.Empty(ManyLeaves.Path([], 0));
        Assert.Equal(Merkle.Empty, ManyLeaves.Root([], 0, []));
        Assert.Null(ManyLeaves.Root([(0, Leaves[0])], 0, []));
        Assert.Null(ManyLeaves.Root([], 0, [Leaves[0]]));
    }

    [Fact]
    public void many_leaves_stand_in_their_order_each_once_and_within_the_tree()
    {
        Assert.Equal(Root(2), ManyLeaves.Root([(0, Leaves[0]), (1, Leaves[1])], 2, []));
        Assert.Null(ManyLeaves.Root([(1, Leaves[0]), (0, Leaves[1])], 2, []));
        Assert.Null(ManyLeaves.Root([(0, Leaves[0]), (0, Leaves[1])], 2, []));
        Assert.Null(ManyLeaves.Root([(0, Leaves[0]), (0, Leaves[1]), (1, Leaves[1])], 2, []));
        Assert.Null(ManyLeaves.Root([(0, Leaves[0]), (2, Leaves[1])], 2, []));
        Assert.Null(ManyLeaves.Root([(-1, Leaves[0]), (1, Leaves[1])], 2, []));
        Assert.Null(ManyLeaves.Root([(0, Leaves[0])], 2, [Leaves[1], Leaves[1]]));
    }

    [Fact]
    public void leaves_under_one_node_are_hashed_from_their_subtrees_left_to_right()
    {
        Assert.Equal([new(3, 0), new(0, 8)], new LeafRange(0, 9).Subtrees());
        Assert.Equal([new(0, 3), new(0, 4)], new LeafRange(3, 5).Subtrees());
        Assert.Equal([new(1, 2), new(0, 6)], new LeafRange(4, 7).Subtrees());
        Assert.Equal(Tests.Tree.Reference.Root(Leaves.AsSpan(4, 3)), new LeafRange(4, 7).Hash(s => Tests.Tree.Reference.Root(Leaves.AsSpan((int)(s.Index << s.Level), 1 << s.Level))));
        Assert.Equal(7, new Subtree(2, 1).LastLeaf);
    }

    private static byte[] Root(int size) => Tests.Tree.Reference.Root(Leaves.AsSpan(0, size));

    private static byte[] Hash(LeafRange range) => Tests.Tree.Reference.Root(Leaves.AsSpan((int)range.From, (int)(range.To - range.From)));
}
