using Ledger.Domain.Kinds;

namespace Ledger.Domain.Figures;

/// <summary>How a figure is counted.</summary>
public enum Measure
{
    Entries,
    Sum,
    Distinct,
    Rate,
    Share,

    /// <summary>One figure per named counter of an entry.</summary>
    Counters,
}

/// <summary>
/// A counting rule (口径) as data, with its version: a changed rule is a new version beside the old one, never a silent
/// change. Printed in the annex, exported with the events, evaluated by SQL and by the offline fold.
/// </summary>
public sealed record CountingRule
{
    public int Version { get; init; } = 1;
    public required Measure Measure { get; init; }

    /// <summary>JSON name of the field that is summed, told apart, or is the numerator.</summary>
    [Holds(Personal.Nothing)]
    public string? Field { get; init; }

    /// <summary>JSON name of a rate's denominator.</summary>
    [Holds(Personal.Nothing)]
    public string? Denominator { get; init; }

    /// <summary>JSON name of the field the figure is split by.</summary>
    [Holds(Personal.Nothing)]
    public string? By { get; init; }

    [Holds(Personal.Nothing)]
    public string? WhenField { get; init; }

    [Holds(Personal.Nothing)]
    public IReadOnlyList<string> WhenCodes { get; init; } = [];

    /// <summary>Participation counts in the main value too, and not only in the split by role.</summary>
    public bool Participants { get; init; }
}
