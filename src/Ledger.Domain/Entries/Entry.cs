using System.Collections.Immutable;
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
            _ => this,
        };
        return next with { Version = Version + 1 };
    }

    /// <summary>Take back what was said and say it anew, in one commit on this stream.</summary>
    public IReadOnlyList<object> Correct(Activity corrected, ReversalReason code, string reason) =>
        [new EntryReversed(Activity, code, reason), corrected];

    public EntryReversed Void(ReversalReason code, string reason) => new(Activity, code, reason);
}
