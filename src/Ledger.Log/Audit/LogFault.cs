namespace Ledger.Log.Audit;

/// <summary>What is wrong with a log.</summary>
public enum FaultKind
{
    /// <summary>The event is not what was sealed: content, time, person, order, place or type.</summary>
    EventChanged,

    /// <summary>A leaf's event is gone.</summary>
    EventGone,

    /// <summary>An event stands among sealed ones without a leaf: it was put in afterwards.</summary>
    EventAdded,

    /// <summary>A leaf is gone, or stands twice or out of its order.</summary>
    LeafOutOfOrder,

    /// <summary>The kept hashes above the leaves are not those of the leaves.</summary>
    NodeChanged,

    /// <summary>Signed when it had this size, the log was another: something before was changed and hashed anew.</summary>
    CheckpointBroken,

    /// <summary>The log is shorter than it was when it was signed: its end was cut off, or an older state put back.</summary>
    CutOff,

    /// <summary>A checkpoint is no checkpoint of this log, or not signed with its key.</summary>
    CheckpointForged,

    /// <summary>A file that an event names is gone or has another content.</summary>
    EvidenceChanged,

    /// <summary>A member was taken out as if it had been erased, and no signed order says so, or it says something else now.</summary>
    ErasedUnordered,

    /// <summary>An order to erase that the log's key did not sign.</summary>
    ErasureForged,
}

/// <summary>A fault and where it begins.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="From">The first leaf that may be wrong.</param>
/// <param name="To">The leaf behind the last that the fault can begin at; one more than <paramref name="From"/> where the place is exact.</param>
/// <param name="Sequence">The event's sequence number; 0 where no single event is meant.</param>
/// <param name="Detail">Numbers that help.</param>
public sealed record LogFault(FaultKind Kind, long From, long To, long Sequence, string? Detail = null);

/// <summary>What an audit of one log found: its faults in the order of their places, no more than the first few.</summary>
public sealed record LogFindings(long Size, byte[] Root, long Checkpoints, IReadOnlyList<LogFault> Faults)
{
    public bool Intact => Faults.Count == 0;

    /// <summary>What was erased with an order, which is no fault.</summary>
    public IReadOnlyList<ErasureOrder> Erasures { get; init; } = [];
}
