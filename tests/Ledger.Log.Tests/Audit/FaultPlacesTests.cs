using Ledger.Log.Audit;
using Ledger.Log.Events;
using Ledger.Log.Tree;

namespace Ledger.Log.Tests.Audit;

/// <summary>Where exactly a fault is said to begin and to end, and which faults are said at all.</summary>
public sealed class FaultPlacesTests
{
    private static readonly byte[] Other = Merkle.Leaf([255]);

    [Fact]
    public void a_log_that_was_not_empty_when_it_was_signed_as_empty_is_broken_from_its_first_leaf()
    {
        var found = Audit(Rows(2), [(0, Other)]);
        Assert.Equal(new LogFault(FaultKind.CheckpointBroken, 0, 1, 0), Assert.Single(found.Faults));
    }

    [Fact]
    public void a_broken_checkpoint_points_behind_the_last_that_agreed()
    {
        var found = Audit(Rows(6), [(2, RootOf(2)), (4, RootOf(4)), (6, Other)]);
        Assert.Equal(new LogFault(FaultKind.CheckpointBroken, 4, 6, 0), Assert.Single(found.Faults));
        Assert.Equal(3, found.Checkpoints);
    }

    [Fact]
    public void one_that_was_kept_elsewhere_points_behind_the_last_of_its_kind()
    {
        var found = Audit(Rows(8), [(4, RootOf(4))], [(2, RootOf(2)), (6, Other)]);
        Assert.Equal(new LogFault(FaultKind.CheckpointBroken, 2, 6, 0), Assert.Single(found.Faults));
        // Where one's own breaks, one's own and others' say up to where the log agreed.
        found = Audit(Rows(8), [(6, Other)], [(4, RootOf(4))]);
        Assert.Equal(new LogFault(FaultKind.CheckpointBroken, 4, 6, 0), Assert.Single(found.Faults));
    }

    [Fact]
    public void the_same_checkpoint_kept_here_and_elsewhere_counts_twice() =>
        Assert.Equal(2, Audit(Rows(3), [(2, RootOf(2))], [(2, RootOf(2))]).Checkpoints);

    [Fact]
    public void what_breaks_later_is_not_said_again()
    {
        var found = Audit(Rows(8), [(2, RootOf(2)), (4, Other), (6, RootOf(6)), (8, Other)]);
        Assert.Equal(new LogFault(FaultKind.CheckpointBroken, 2, 4, 0), Assert.Single(found.Faults));
    }

    [Fact]
    public void a_changed_event_explains_the_checkpoints_behind_it()
    {
        var rows = Rows(4);
        rows[0] = rows[0] with { Computed = Other };
        var found = Audit(rows, [(3, RootOf(3))]);
        Assert.Equal(new LogFault(FaultKind.EventChanged, 0, 1, 10), Assert.Single(found.Faults));
        // What is counted again is what the events say, not what is kept.
        Assert.NotEqual(RootOf(4), found.Root);
    }

    [Fact]
    public void an_event_put_in_before_a_checkpoint_that_agreed_does_not_explain_one_that_breaks()
    {
        var rows = Rows(5);
        rows.Insert(1, new AuditRow(null, Event(15), null));
        var found = Audit(rows, [(3, RootOf(3)), (5, Other)]);
        Assert.Equal([new(FaultKind.EventAdded, 1, 2, 15), new(FaultKind.CheckpointBroken, 3, 5, 0)], found.Faults);
    }

    [Theory]
    [InlineData(3, 1, 2, 4)]
    [InlineData(3, 2, 0, 4)]
    [InlineData(1, 1, 0, 2)]
    [InlineData(7, 2, 4, 8)]
    [InlineData(7, 3, 0, 8)]
    public void a_changed_node_is_placed_among_the_leaves_under_it(int leaf, int level, long from, long to)
    {
        var rows = Rows(8);
        var nodes = rows[leaf].Leaf!.Nodes.ToArray();
        nodes[(level - 1) * Merkle.Size] ^= 1;
        rows[leaf] = rows[leaf] with { Leaf = rows[leaf].Leaf! with { Nodes = nodes } };
        Assert.Equal(new LogFault(FaultKind.NodeChanged, from, to, 10 * (leaf + 1)), Assert.Single(Audit(rows, []).Faults));
    }

    [Theory]
    [InlineData(3, 32, 0, 4)]
    [InlineData(3, 0, 2, 4)]
    [InlineData(0, 32, 0, 1)]
    [InlineData(1, 64, 0, 2)]
    [InlineData(3, 63, 0, 4)]
    public void so_are_nodes_that_are_missing_or_too_many(int leaf, int length, long from, long to)
    {
        var rows = Rows(8);
        var nodes = rows[leaf].Leaf!.Nodes.Concat(Other).Concat(Other).Take(length).ToArray();
        rows[leaf] = rows[leaf] with { Leaf = rows[leaf].Leaf! with { Nodes = nodes } };
        Assert.Equal(new LogFault(FaultKind.NodeChanged, from, to, 10 * (leaf + 1)), Assert.Single(Audit(rows, []).Faults));
    }

    [Fact]
    public void a_changed_event_explains_the_nodes_above_it_and_no_others()
    {
        var rows = Rows(4);
        rows[2] = rows[2] with { Computed = Other };
        Assert.Equal(new LogFault(FaultKind.EventChanged, 2, 3, 30), Assert.Single(Audit(rows, []).Faults));
        rows = Rows(4);
        rows.Insert(0, new AuditRow(null, Event(5), null));
        rows[^1] = rows[^1] with { Leaf = rows[^1].Leaf! with { Nodes = [.. Other, .. rows[^1].Leaf!.Nodes[32..]] } };
        Assert.Equal([new(FaultKind.EventAdded, 0, 1, 5), new(FaultKind.NodeChanged, 2, 4, 40)], Audit(rows, []).Faults);
    }

    [Fact]
    public void no_more_than_fifty_are_said()
    {
        Assert.Equal(50, Audit([.. Rows(60).Select(r => r with { Computed = Other })], []).Faults.Count);
        var rows = Rows(120).Select(r => r.Leaf!.Nodes.Length == 0 ? r : r with { Leaf = r.Leaf with { Nodes = [.. Other, .. r.Leaf.Nodes[32..]] } });
        Assert.Equal(50, Audit([.. rows], []).Faults.Count);
    }

    [Fact]
    public void a_log_that_was_longer_when_it_was_signed_is_cut_off_behind_what_agreed()
    {
        var found = Audit(Rows(3), [(2, RootOf(2)), (5, RootOf(5))]);
        Assert.Equal(new LogFault(FaultKind.CutOff, 2, 4, 0, "3 < 5"), Assert.Single(found.Faults));
    }

    [Fact]
    public void events_whose_leaves_are_gone_or_that_are_gone_themselves_are_told_apart()
    {
        var rows = Rows(3);
        rows[1] = rows[1] with { Event = null, Computed = null };
        Assert.Equal(new LogFault(FaultKind.EventGone, 1, 2, 20), Assert.Single(Audit(rows, []).Faults));
        rows = Rows(4);
        rows.RemoveAt(1);
        Assert.Equal((FaultKind.LeafOutOfOrder, 1L), Audit(rows, []).Faults.Select(f => (f.Kind, f.From)).First());
    }

    private static LogFindings Audit(IReadOnlyList<AuditRow> rows, IReadOnlyList<(long, byte[])> checkpoints, IReadOnlyList<(long, byte[])>? given = null)
    {
        var audit = new LogAudit(checkpoints, given);
        foreach (var row in rows)
            audit.Take(row);
        return audit.Finish();
    }

    private static byte[] HashOf(int index) => Merkle.Leaf([(byte)index]);

    private static byte[] RootOf(int size) => Tests.Tree.Reference.Root(Enumerable.Range(0, size).Select(HashOf).ToArray());

    private static EventRow Event(long sequence) => new(sequence, Guid.Empty, Guid.Empty, 1, "u1", "t", DateTime.UnixEpoch, null, []);

    private static List<AuditRow> Rows(int count)
    {
        var tree = new CompactRange();
        return [.. Enumerable.Range(0, count).Select(i => new AuditRow(
            new LeafRow(i, 10 * (i + 1), new LeafSalt(new byte[16]), HashOf(i), [.. tree.Append(HashOf(i)).SelectMany(n => n)]), Event(10 * (i + 1)), HashOf(i)))];
    }
}
