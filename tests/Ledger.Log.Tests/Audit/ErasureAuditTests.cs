using System.Text;
using Ledger.Log.Audit;
using Ledger.Log.Events;
using Ledger.Log.Tree;

namespace Ledger.Log.Tests.Audit;

/// <summary>An erasure is no fault where a signed order names it and its stand-in, and a fault with its place where not.</summary>
public sealed class ErasureAuditTests
{
    private const string Good = "signed";
    private static readonly EventRow Sealed = Row(2, "t", """{"who": "李四", "count": 7}""") with { By = "张三" };
    private static readonly LogFault Unordered = new(FaultKind.ErasedUnordered, 0, 1, 2, "/who");

    [Fact]
    public void an_ordered_erasure_is_no_fault_and_is_told()
    {
        var found = Audit(Erased("\"某\""), Order(5, "\"某\""));
        Assert.Empty(found.Faults);
        Assert.Equal((5L, Good), (Assert.Single(found.Erasures).Sequence, found.Erasures[0].Reason));
    }

    [Fact]
    public void the_order_may_stand_before_or_behind_what_it_erases()
    {
        Assert.Empty(Audit(Erased("\"某\""), Order(5, "\"某\"")).Faults);
        Assert.Empty(Audit(Order(1, "\"某\""), Erased("\"某\"")).Faults);
    }

    [Fact]
    public void an_erasure_that_nobody_ordered_is_a_fault_at_its_leaf()
    {
        Assert.Equal(Unordered, Assert.Single(Audit(Erased("\"某\"")).Faults));
        Assert.Equal(Unordered, Assert.Single(Audit(Erased("\"某\""), Order(5, "\"某\"", path: "/whom")).Faults));
        Assert.Equal(Unordered, Assert.Single(Audit(Erased("\"某\""), Order(5, "\"某\"", of: 3)).Faults));
    }

    [Fact]
    public void what_stands_there_must_be_what_the_newest_order_says()
    {
        Assert.Equal(Unordered, Assert.Single(Audit(Erased("\"王五\""), Order(5, "\"某\"")).Faults));
        Assert.Empty(Audit(Erased("\"王五\""), Order(5, "\"某\""), Order(6, "\"王五\"")).Faults);
        Assert.Equal(Unordered, Assert.Single(Audit(Erased("\"某\""), Order(5, "\"某\""), Order(6, "\"王五\"")).Faults));
    }

    [Fact]
    public void a_member_that_is_gone_without_a_stand_in_is_a_fault() =>
        Assert.Equal(Unordered, Assert.Single(Audit(Erased(null), Order(5, "\"某\"")).Faults));

    [Fact]
    public void an_order_that_is_not_signed_or_cannot_be_read_is_a_fault_and_orders_nothing()
    {
        var found = Audit(Erased("\"某\""), Order(5, "\"某\"", reason: "forged"));
        Assert.Equal([Unordered, new(FaultKind.ErasureForged, 1, 2, 5)], found.Faults);
        Assert.Empty(found.Erasures);
        Assert.Equal(new LogFault(FaultKind.ErasureForged, 0, 1, 5), Assert.Single(Audit((Row(5, ErasureOrder.EventType, "{}"), new LeafSalt(new byte[16]))).Faults));
    }

    [Fact]
    public void a_figure_can_be_erased_by_no_order()
    {
        var redacted = Redaction.Of(Sealed, new LeafSalt(new byte[16]), (path, _) => path == "/count" ? "0" : null)!;
        var found = Audit((redacted.Row, redacted.Salt), Order(5, "0", path: "/count"));
        Assert.Equal(Unordered with { Detail = "/count" }, Assert.Single(found.Faults));
    }

    [Fact]
    public void every_member_erased_needs_its_order()
    {
        var redacted = Redaction.Of(Sealed, new LeafSalt(new byte[16]), (path, _) => path is "/who" or "by" ? "\"某\"" : null)!;
        var found = Audit((redacted.Row, redacted.Salt), Order(5, "\"某\""));
        Assert.Equal(Unordered with { Detail = "by" }, Assert.Single(found.Faults));
    }

    [Fact]
    public void no_more_than_fifty_are_said()
    {
        var many = Enumerable.Range(1, 60).Select(i => Erased("\"某\"", i)).ToArray();
        Assert.Equal(50, Audit(many).Faults.Count);
    }

    [Fact]
    public void without_somebody_s_word_on_it_nothing_may_be_erased()
    {
        var audit = new LogAudit([]);
        Take(audit, [Erased("\"某\""), Order(5, "\"某\"")]);
        Assert.Equal([FaultKind.ErasedUnordered, FaultKind.ErasureForged], audit.Finish().Faults.Select(f => f.Kind));
    }

    private static LogFindings Audit(params (EventRow, LeafSalt)[] log)
    {
        var audit = new LogAudit([], null, new ErasureAudit(order => order.Reason == Good, (row, path) => row.Type == "t" && path != "/count"));
        Take(audit, log);
        return audit.Finish();
    }

    private static void Take(LogAudit audit, IEnumerable<(EventRow Row, LeafSalt Salt)> log)
    {
        var tree = new CompactRange();
        foreach (var (row, salt) in log)
        {
            var (index, hash) = (tree.Size, EventLeaf.Hash(row, salt));
            audit.Take(AuditRow.Of(new LeafRow(index, row.Sequence, salt, hash, [.. tree.Append(hash).SelectMany(n => n)]), row));
        }
    }

    /// <summary>The event with somebody taken out of it and this in the place, or nothing.</summary>
    private static (EventRow, LeafSalt) Erased(string? now, long sequence = 2)
    {
        var redacted = Redaction.Of(Sealed with { Sequence = sequence }, new LeafSalt(new byte[16]), (path, _) => path == "/who" ? now ?? "0" : null)!;
        return (now is null ? redacted.Row with { Data = """{"count": 7}"""u8.ToArray() } : redacted.Row, redacted.Salt);
    }

    private static (EventRow, LeafSalt) Order(long sequence, string standsNow, string path = "/who", long of = 2, string reason = Good) => (
        Row(sequence, ErasureOrder.EventType, $$"""{"reason":"{{reason}}","members":[{"seq":{{of}},"path":"{{path}}","sha256":"{{ErasureOrder.HashOf(Encoding.UTF8.GetBytes(standsNow))}}"}]}"""),
        new LeafSalt(new byte[16]));

    private static EventRow Row(long sequence, string type, string data) =>
        new(sequence, Guid.Empty, Guid.Empty, 1, "u1", type, DateTime.UnixEpoch, null, Encoding.UTF8.GetBytes(data));
}
