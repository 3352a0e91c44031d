using JasperFx.Events;
using Ledger.Domain.Entries;
using Ledger.Domain.Kinds;
using Ledger.Domain.Matters;
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
        _ => CountedOf(data) is var (counted, _) && (counted is Activity || counted.Lines().Any()) ? counted.Year : null,
    };

    /// <summary>The units whose books the event changes: the one it happened in, and those that carried the activity jointly.</summary>
    public static IEnumerable<string> UnitsOf(IEvent e)
    {
        ArgumentNullException.ThrowIfNull(e);
        var shares = Shares(e.Data).Select(s => s.Unit);
        return OnlyShares(e.Data) ? shares.Distinct() : shares.Prepend(e.TenantId).Distinct();
    }

    public static YearBook Apply(this YearBook book, IEvent e)
    {
        ArgumentNullException.ThrowIfNull(book);
        ArgumentNullException.ThrowIfNull(e);
        var changed = book.Unit is null || book.Unit == e.TenantId ? book.Apply(e.Data) : book;
        if (CountedOf(e.Data) is ({ } counted, var sign))
        {
            foreach (var share in Shares(e.Data).Where(s => s.Unit == book.Unit))
                changed = changed.Share(((Activity)counted).As(share), sign);
        }

        return changed with { Sequence = e.Sequence, AsOf = e.Timestamp, Events = book.Events + 1 };
    }

    /// <summary>What an event adds to the book of the unit it happened in or takes back, whenever it was recorded.</summary>
    public static YearBook Apply(this YearBook book, object data)
    {
        ArgumentNullException.ThrowIfNull(book);
        return data switch
        {
            NilReturnConfirmed nil => book with { NilReturns = book.NilReturns.SetItem(nil.Figure, nil) },
            NilReturnWithdrawn nil => book with { NilReturns = book.NilReturns.Remove(nil.Figure) },
            _ when CountedOf(data) is ({ } counted, var sign) && !OnlyShares(data) => sign > 0 ? book.Add(counted) : book.TakeBack(counted),
            _ => book,
        };
    }

    private static IEnumerable<JointUnit> Shares(object data) => CountedOf(data)?.Counted is Activity { JointUnits: { } units } ? units : [];

    /// <summary>What an event adds (1) or takes back (-1): everything that counts is a plain sum of these.</summary>
    private static (ICounted Counted, int Sign)? CountedOf(object data) => data switch
    {
        ICounted counted => (counted, 1),
        EntryReversed reversed => (reversed.Activity, -1),
        MatterStepReversed reversed => (reversed.Step, -1),
        EntryMerged merged => (merged.Activity, -1),
        EntryParted parted => (parted.Activity, 1),
        JointDeclined declined => (declined.Activity, -1),
        JointAccepted accepted => (accepted.Activity, 1),
        _ => null,
    };

    private static bool OnlyShares(object data) => data is JointDeclined or JointAccepted;
}
