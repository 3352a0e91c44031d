using Ledger.Domain.Kinds;

namespace Ledger.Domain.Entries;

// The events of an entry's stream beside the kind's own event, which begins it and follows each correction.

/// <summary>Why something was taken back.</summary>
public enum ReversalReason
{
    [Label("日期有误", "Wrong date")] WrongDate,
    [Label("数量有误", "Wrong count")] WrongCount,
    [Label("内容有误", "Wrong content")] WrongField,
    [Label("类别有误", "Wrong kind")] WrongKind,
    [Label("重复登记", "Duplicate")] Duplicate,
    [Label("未实际发生", "Did not happen")] NotHappened,
    [Label("其他", "Other")] Other,
}

/// <summary>
/// An activity taken back in full: alone it voids the entry, followed by the activity again it is a correction.
/// It carries what it takes back, so that every figure is a plain sum in any order.
/// </summary>
public sealed record EntryReversed(
    Activity Activity,
    ReversalReason ReasonCode,
    [property: Holds(Personal.Text)] string Reason);

/// <summary>A file that backs the entry, kept by its content: the hash is the proof, the name only a label.</summary>
public sealed record EvidenceAttached(
    [property: Holds(Personal.Nothing)] string Sha256,
    [property: Holds(Personal.Text)] string FileName,
    [property: Holds(Personal.Nothing)] string MediaType,
    long Size);

/// <summary>A reviewer agreed with the entry as it stood at this version.</summary>
public sealed record EntryConfirmed([property: Holds(Personal.Text)] string? Note);

/// <summary>A reviewer sent the entry back to who logged it.</summary>
public sealed record EntryReturned([property: Holds(Personal.Text)] string Reason);

/// <summary>
/// The entry is a duplicate of another one: both are kept, and this one counts no more. It carries what it takes back, as a
/// reversal does; until it is parted again the entry does not change.
/// </summary>
public sealed record EntryMerged(
    Guid Into,
    Activity Activity,
    [property: Holds(Personal.Text)] string Reason);

/// <summary>The merging was a mistake: the entry counts again as it stands.</summary>
public sealed record EntryParted(
    Activity Activity,
    [property: Holds(Personal.Text)] string Reason);

/// <summary>
/// A unit named in a joint activity says that it had no part in it. On the host's stream, because it changes what that
/// entry counts for; it carries the activity with this one unit, whose books alone it is taken back from.
/// </summary>
public sealed record JointDeclined(
    Activity Activity,
    [property: Holds(Personal.Text)] string Reason);

/// <summary>The unit takes its declining back.</summary>
public sealed record JointAccepted(
    Activity Activity,
    [property: Holds(Personal.Text)] string Reason);
