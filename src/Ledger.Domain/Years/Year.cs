using System.Collections.Immutable;
using JasperFx.Events;

namespace Ledger.Domain.Years;

/// <summary>A unit's year, folded: open, or frozen at a sequence.</summary>
public sealed partial record Year
{
    public Guid Id { get; init; }
    public int Number { get; init; }
    public bool Frozen { get; init; }

    /// <summary>How many editions have been frozen; the newest has this number.</summary>
    public int Editions { get; init; }

    /// <summary>Hints that somebody found nothing wrong in, by key, and why.</summary>
    public ImmutableDictionary<string, string> Dismissed { get; init; } = ImmutableDictionary<string, string>.Empty;

    public Year Evolve(IEvent e)
    {
        ArgumentNullException.ThrowIfNull(e);
        return e.Data switch
        {
            NilReturnConfirmed nil => this with { Id = e.StreamId, Number = nil.Year },
            HintDismissed hint => this with { Id = e.StreamId, Number = hint.Year, Dismissed = Dismissed.SetItem(hint.Key, hint.Reason) },
            YearFrozen frozen => this with { Id = e.StreamId, Number = frozen.Year, Frozen = true, Editions = frozen.Edition },
            // Named, though unused: the snapshot hears only of events that stand here with a name.
            YearReopened reopened => this with { Number = reopened.Year, Frozen = false },
            _ => this,
        };
    }

    /// <summary>The stream of a unit's year: the same id wherever it is computed.</summary>
    public static Guid StreamOf(string unit, int year) => DeterministicId.Of($"year/{unit}/{year:0000}");
}
