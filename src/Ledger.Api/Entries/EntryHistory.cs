using JasperFx.Events;
using Ledger.Api.Importing;
using Ledger.Domain;
using Ledger.Domain.Entries;
using Ledger.Domain.Kinds;

namespace Ledger.Api.Entries;

/// <summary>One step in an entry's history: what happened, when and by whom, and what it said before and after.</summary>
public sealed record HistoryStep
{
    public required long Version { get; init; }
    public required long Sequence { get; init; }

    /// <summary>logged, reversed, corrected, evidence, confirmed, returned, merged, parted, declined, accepted.</summary>
    public required string What { get; init; }

    public required DateTimeOffset At { get; init; }
    public string? By { get; init; }
    public Activity? Activity { get; init; }
    public string? ReasonCode { get; init; }
    public string? Reason { get; init; }
    public EvidenceAttached? Evidence { get; init; }

    /// <summary>The entry this one was merged into as a duplicate.</summary>
    public Guid? Into { get; init; }

    /// <summary>The joint unit that declined, or took that back.</summary>
    public string? Unit { get; init; }

    /// <summary>The file and row of an import that logged it.</summary>
    public ImportOrigin? Import { get; init; }

    public static HistoryStep Of(IEvent e)
    {
        ArgumentNullException.ThrowIfNull(e);
        var step = new HistoryStep
        {
            Version = e.Version,
            Sequence = e.Sequence,
            What = "",
            At = ChinaCalendar.InChina(e.Timestamp),
            By = e.UserName,
            Import = ImportOrigin.Read(e.CausationId),
        };
        return e.Data switch
        {
            Activity activity => step with { What = e.Version == 1 ? "logged" : "corrected", Activity = activity },
            EntryReversed r => step with { What = "reversed", Activity = r.Activity, ReasonCode = Codes.Of(r.ReasonCode), Reason = r.Reason },
            EvidenceAttached evidence => step with { What = "evidence", Evidence = evidence },
            EntryConfirmed c => step with { What = "confirmed", Reason = c.Note },
            EntryReturned r => step with { What = "returned", Reason = r.Reason },
            EntryMerged m => step with { What = "merged", Into = m.Into, Reason = m.Reason },
            EntryParted p => step with { What = "parted", Reason = p.Reason },
            JointDeclined d => step with { What = "declined", Unit = d.Activity.JointUnits?[0].Unit, Reason = d.Reason },
            JointAccepted a => step with { What = "accepted", Unit = a.Activity.JointUnits?[0].Unit, Reason = a.Reason },
            _ => step with { What = e.EventTypeName },
        };
    }
}
