using JasperFx.Events;
using Ledger.Domain.Entries;
using Ledger.Domain.Kinds;
using Ledger.Domain.Years;

namespace Ledger.Domain.Reports;

/// <summary>Events that change numbers together, and what they are to whoever asks why.</summary>
internal sealed record Change(ChangeCause Cause, IReadOnlyList<IEvent> Events)
{
    /// <summary>The events one by one, a correction's two together: between them the number says nothing.</summary>
    public static IEnumerable<Change> Of(IReadOnlyList<IEvent> events)
    {
        var byPlace = events.ToDictionary(e => (e.StreamId, e.Version));
        foreach (var e in events)
        {
            switch (e.Data)
            {
                case EntryReversed when byPlace.TryGetValue((e.StreamId, e.Version + 1), out var again) && again.Data is Activity:
                    yield return new(ChangeCause.Corrected, [e, again]);
                    break;
                case EntryReversed:
                    yield return new(ChangeCause.Voided, [e]);
                    break;
                case Activity when byPlace.TryGetValue((e.StreamId, e.Version - 1), out var taken) && taken.Data is EntryReversed:
                    break;
                case Activity:
                    yield return new(e.Version > 1 ? ChangeCause.Corrected : ChangeCause.Logged, [e]);
                    break;
                case NilReturnConfirmed or NilReturnWithdrawn:
                    yield return new(ChangeCause.NilReturn, [e]);
                    break;
            }
        }
    }

    /// <summary>Codes of the figures that these events may change.</summary>
    public IEnumerable<string> Figures => Events.SelectMany(e => e.Data switch
    {
        Activity activity => Codes(activity),
        EntryReversed reversed => Codes(reversed.Activity),
        NilReturnConfirmed nil => [nil.Figure],
        NilReturnWithdrawn nil => [nil.Figure],
        _ => [],
    }).Distinct();

    public ChangeStep From(string before, string after)
    {
        var (first, last) = (Events[0], Events[^1]);
        var (title, reason) = first.Data switch
        {
            EntryReversed reversed => (TitleOf(reversed.Activity), reversed.Reason),
            Activity activity => (TitleOf(activity), activity.LateReason),
            NilReturnConfirmed nil => (nil.ConfirmedBy, nil.Reason),
            NilReturnWithdrawn nil => ("撤回零报告", nil.Reason),
            _ => ("", null),
        };
        return new(Cause, last.Sequence, Cause == ChangeCause.NilReturn ? null : first.StreamId, title, last.UserName, ChinaCalendar.InChina(last.Timestamp), reason, before, after);
    }

    private static string TitleOf(Activity activity) => activity.Title ?? Catalogue.KindOf(activity).DefaultTitle(activity);

    // By the figure and not by the cell: a counter's name is free text and may hold what parts a cell's address.
    private static IEnumerable<string> Codes(Activity activity) => activity.Lines().Select(line => line.Figure);
}
