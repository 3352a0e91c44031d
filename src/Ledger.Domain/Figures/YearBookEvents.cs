using JasperFx.Events;
using Ledger.Domain.Entries;
using Ledger.Domain.Kinds;
using Ledger.Domain.Years;

namespace Ledger.Domain.Figures;

/// <summary>Which year an event belongs to, and what it does to that year's book.</summary>
public static class YearBookEvents
{
    /// <summary>The year whose book the event changes; null for events that change no figure.</summary>
    public static int? YearOf(object data) => data switch
    {
        Activity activity => activity.OccurredOn.Year,
        EntryReversed reversed => reversed.Activity.OccurredOn.Year,
        NilReturnConfirmed nil => nil.Year,
        NilReturnWithdrawn nil => nil.Year,
        _ => null,
    };

    public static YearBook Apply(this YearBook book, IEvent e)
    {
        ArgumentNullException.ThrowIfNull(book);
        ArgumentNullException.ThrowIfNull(e);
        var changed = e.Data switch
        {
            Activity activity => book.Add(activity),
            EntryReversed reversed => book.TakeBack(reversed.Activity),
            NilReturnConfirmed nil => book with { NilReturns = book.NilReturns.SetItem(nil.Figure, nil) },
            NilReturnWithdrawn nil => book with { NilReturns = book.NilReturns.Remove(nil.Figure) },
            _ => book,
        };
        return changed with { Sequence = e.Sequence, AsOf = e.Timestamp, Events = book.Events + 1 };
    }
}
