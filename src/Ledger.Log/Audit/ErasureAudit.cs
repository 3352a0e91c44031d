using System.Text;
using Ledger.Log.Events;

namespace Ledger.Log.Audit;

/// <summary>
/// Holds what was erased against the orders in the log: each member must be named by one that was signed, be of those that
/// may be erased, and hold exactly what the newest order says stands there.
/// </summary>
/// <param name="signed">Whether the log's key signed an order.</param>
/// <param name="erasable">Whether a member of an event may be erased at all: figures never can.</param>
public sealed class ErasureAudit(Func<ErasureOrder, bool> signed, Func<EventRow, string, bool> erasable)
{
    private readonly List<(LeafRow Leaf, string Path, string? Hash)> _erased = [];
    private readonly Dictionary<(long Seq, string Path), string> _ordered = [];
    private readonly List<ErasureOrder> _orders = [];
    private readonly List<LogFault> _faults = [];

    /// <summary>The orders that hold, in the order of the log.</summary>
    public IReadOnlyList<ErasureOrder> Orders => _orders;

    /// <param name="leaf">A leaf, whose event is as it was sealed but for what was erased.</param>
    /// <param name="row">Its event.</param>
    public void Take(LeafRow leaf, EventRow row)
    {
        ArgumentNullException.ThrowIfNull(leaf);
        ArgumentNullException.ThrowIfNull(row);
        if (row.Type == ErasureOrder.EventType)
            Order(leaf, row);
        if (leaf.Salt.Erased.Count == 0)
            return;
        var now = EventMembers.Of(row).ToDictionary(m => Encoding.UTF8.GetString(m.Path), m => ErasureOrder.HashOf(m.Value.Span));
        foreach (var path in leaf.Salt.Erased.Keys)
            _erased.Add((leaf, path, erasable(row, path) ? now.GetValueOrDefault(path) : null));
    }

    public IEnumerable<LogFault> Finish() =>
    [
        .. _faults,
        .. _erased.Where(e => e.Hash is null || _ordered.GetValueOrDefault((e.Leaf.Sequence, e.Path)) != e.Hash)
            .Select(e => new LogFault(FaultKind.ErasedUnordered, e.Leaf.Index, e.Leaf.Index + 1, e.Leaf.Sequence, e.Path)),
    ];

    private void Order(LeafRow leaf, EventRow row)
    {
        if (ErasureOrder.Parse(row) is not { } order || !signed(order))
        {
            _faults.Add(new(FaultKind.ErasureForged, leaf.Index, leaf.Index + 1, leaf.Sequence));
            return;
        }

        _orders.Add(order);
        foreach (var member in order.Members)
            _ordered[(member.Seq, member.Path)] = member.Sha256;
    }
}
