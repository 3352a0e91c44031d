using System.Collections.Immutable;
using System.Text.Json.Serialization;
using JasperFx.Events;
using Ledger.Domain.Kinds;

namespace Ledger.Domain.Entries;

/// <summary>Where an entry stands.</summary>
public enum EntryStatus
{
    [Label("已登记", "Recorded")] Recorded,
    [Label("已确认", "Confirmed")] Confirmed,
    [Label("已退回", "Returned")] Returned,
    [Label("已作废", "Void")] Void,

    /// <summary>A duplicate of another entry: kept, and not counted.</summary>
    [Label("已合并", "Merged")] Merged,
}

/// <summary>One activity's stream, folded: what it says now and what may still happen to it.</summary>
public sealed partial record Entry
{
    public Guid Id { get; init; }

    /// <summary>Number of events in the stream; an edit names the version it was made from.</summary>
    public int Version { get; init; }

    /// <summary>The activity as it stands, or as it stood when it was voided.</summary>
    public Activity Activity { get; init; } = null!;

    public EntryStatus Status { get; init; }
    public int Corrections { get; init; }

    /// <summary>The entry this one is a duplicate of, while it is merged.</summary>
    public Guid? MergedInto { get; init; }

    /// <summary>The units that declined to have carried the activity jointly; the activity no longer names them.</summary>
    public ImmutableList<JointUnit> Declined { get; init; } = [];

    public ImmutableList<EvidenceAttached> Evidence { get; init; } = [];

    /// <summary>Calendar days in China between the activity and its first recording.</summary>
    public int LateDays { get; init; }

    public DateTimeOffset RecordedAt { get; init; }
    public string? RecordedBy { get; init; }

    public Entry Evolve(IEvent e)
    {
        ArgumentNullException.ThrowIfNull(e);
        var next = e.Data switch
        {
            Activity first when Activity is null => this with
            {
                Id = e.StreamId,
                Activity = first,
                RecordedAt = e.Timestamp,
                RecordedBy = e.UserName,
                LateDays = ChinaCalendar.DayOf(e.Timestamp).DayNumber - first.OccurredOn.DayNumber,
            },
            Activity corrected => this with { Activity = corrected, Status = EntryStatus.Recorded, Corrections = Corrections + 1 },
            EntryReversed => this with { Status = EntryStatus.Void },
            EvidenceAttached evidence => this with { Evidence = Evidence.Add(evidence) },
            EntryConfirmed => this with { Status = EntryStatus.Confirmed },
            EntryReturned => this with { Status = EntryStatus.Returned },
            EntryMerged merged => this with { Status = EntryStatus.Merged, MergedInto = merged.Into },
            EntryParted => this with { Status = EntryStatus.Recorded, MergedInto = null },
            JointDeclined { Activity.JointUnits: [var unit] } => this with { Activity = Activity.Among(u => u.Unit != unit.Unit), Declined = Declined.Add(unit) },
            JointAccepted { Activity.JointUnits: [var unit] } => this with { Activity = Activity with { JointUnits = [.. Activity.JointUnits ?? [], unit] }, Declined = Declined.RemoveAll(d => d.Unit == unit.Unit) },
            _ => this,
        };
        return next with { Version = Version + 1 };
    }

    /// <summary>Take back what was said and say it anew, in one commit on this stream.</summary>
    public IReadOnlyList<object> Correct(Activity corrected, ReversalReason code, string reason) =>
        [new EntryReversed(Activity, code, reason), corrected];

    public EntryReversed Void(ReversalReason code, string reason) => new(Activity, code, reason);

    /// <summary>Whether it counts anywhere.</summary>
    [JsonIgnore]
    public bool Stands => Status is not (EntryStatus.Void or EntryStatus.Merged);

    public EntryMerged Merge(Guid into, string reason) => new(into, Activity, reason);

    public EntryParted Part(string reason) => new(Activity, reason);

    /// <summary>Null where the unit is not named.</summary>
    public JointDeclined? Decline(string unit, string reason) =>
        Activity.JointUnits?.FirstOrDefault(u => u.Unit == unit) is { } named ? new(Activity.Among(u => u == named), reason) : null;

    /// <summary>Null where the unit has not declined.</summary>
    public JointAccepted? Accept(string unit, string reason) =>
        Declined.Find(u => u.Unit == unit) is { } declined ? new(Activity with { JointUnits = [declined] }, reason) : null;
}
