using JasperFx.Events;
using Ledger.Domain.Entries;
using Ledger.Domain.Kinds;
using Ledger.Domain.Matters;
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
        MatterStep step => YearOf(step),
        MatterStepReversed reversed => YearOf(reversed.Step),
        NilReturnConfirmed nil => nil.Year,
        NilReturnWithdrawn nil => nil.Year,
        _ => null,
    };

    private static int? YearOf(MatterStep step) => step.Lines().Any() ? ((ICounted)step).Year : null;

    public static YearBook Apply(this YearBook book, IEvent e)
    {
        ArgumentNullException.ThrowIfNull(book);
        ArgumentNullException.ThrowIfNull(e);
        return book.Apply(e.Data) with { Sequence = e.Sequence, AsOf = e.Timestamp, Events = book.Events + 1 };
    }

    /// <summary>What an event adds to the book or takes back, whenever it was recorded.</summary>
    public static YearBook Apply(this YearBook book, object data)
    {
        ArgumentNullException.ThrowIfNull(book);
        return data switch
        {
            ICounted counted => book.Add(counted),
            EntryReversed reversed => book.TakeBack(reversed.Activity),
            MatterStepReversed reversed => book.TakeBack(reversed.Step),
            NilReturnConfirmed nil => book with { NilReturns = book.NilReturns.SetItem(nil.Figure, nil) },
            NilReturnWithdrawn nil => book with { NilReturns = book.NilReturns.Remove(nil.Figure) },
            _ => book,
        };
    }
}
