using JasperFx.Events;
using Ledger.Domain.Entries;
using Ledger.Domain.Kinds;
using Ledger.Domain.Years;

namespace Ledger.Domain.Figures;

/// <summary>Whose book of which year an event belongs to, and what it does to that book.</summary>
public static class YearBookEvents
{
    /// <summary>The year whose book the event changes; null for events that change no figure.</summary>
    public static int? YearOf(object data) => data switch
    {
        NilReturnConfirmed nil => nil.Year,
        NilReturnWithdrawn nil => nil.Year,
        _ => Counted(data)?.Activity.OccurredOn.Year,
    };

    /// <summary>The units whose books the event changes: the one it happened in, and those that carried the activity jointly.</summary>
    public static IEnumerable<string> UnitsOf(IEvent e)
    {
        ArgumentNullException.ThrowIfNull(e);
        var shares = Counted(e.Data)?.Activity.JointUnits?.Select(u => u.Unit) ?? [];
        return OnlyShares(e.Data) ? shares.Distinct() : shares.Prepend(e.TenantId).Distinct();
    }

    public static YearBook Apply(this YearBook book, string unit, IEvent e)
    {
        ArgumentNullException.ThrowIfNull(book);
        ArgumentNullException.ThrowIfNull(e);
        var changed = e.Data switch
        {
            NilReturnConfirmed nil => book with { NilReturns = book.NilReturns.SetItem(nil.Figure, nil) },
            NilReturnWithdrawn nil => book with { NilReturns = book.NilReturns.Remove(nil.Figure) },
            _ => Counted(e.Data) is var (activity, sign) ? Count(book, activity, sign, own: unit == e.TenantId && !OnlyShares(e.Data), unit) : book,
        };
        return changed with { Sequence = e.Sequence, AsOf = e.Timestamp, Events = book.Events + 1 };
    }

    private static YearBook Count(YearBook book, Activity activity, int sign, bool own, string unit)
    {
        if (own)
            book = sign > 0 ? book.Add(activity) : book.TakeBack(activity);
        foreach (var share in (activity.JointUnits ?? []).Where(u => u.Unit == unit))
            book = book.Share(activity.As(share), sign);
        return book;
    }

    /// <summary>What an event adds (1) or takes back (-1): everything that counts is a plain sum of these.</summary>
    private static (Activity Activity, int Sign)? Counted(object data) => data switch
    {
        Activity activity => (activity, 1),
        EntryReversed reversed => (reversed.Activity, -1),
        EntryMerged merged => (merged.Activity, -1),
        EntryParted parted => (parted.Activity, 1),
        JointDeclined declined => (declined.Activity, -1),
        JointAccepted accepted => (accepted.Activity, 1),
        _ => null,
    };

    private static bool OnlyShares(object data) => data is JointDeclined or JointAccepted;
}
