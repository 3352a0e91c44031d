namespace Ledger.Domain.Figures;

/// <summary>What the three evaluators were asked for, and where they disagree.</summary>
/// <param name="Differences">Every cell on which they are not of one mind; none is agreement.</param>
/// <param name="Units">How many units had anything to compare.</param>
/// <param name="Years">How many unit-years were compared.</param>
/// <param name="Sequence">The event up to which all three counted.</param>
/// <param name="Cells">How many cells were compared.</param>
public sealed record VerificationResult(IReadOnlyList<Difference> Differences, int Units, int Years, long Sequence, int Cells)
{
    /// <summary>Unit-years that changed after a file was exported: of them only SQL and the file were compared.</summary>
    public int ChangedSince { get; init; }

    public bool Agrees => Differences.Count == 0;
}

/// <summary>One cell on which the evaluators disagree, and the entries behind it.</summary>
public sealed record Difference
{
    /// <summary>Confirmed zeros are compared as a cell of their figure: <c>figure|nil-return</c>.</summary>
    internal const string NilReturn = "nil-return";

    public required string Unit { get; init; }
    public required int Year { get; init; }
    public required string Figure { get; init; }
    public required string Cell { get; init; }

    /// <summary>Not a count: whether the figure's zero stands confirmed, one entry if it does.</summary>
    public bool IsNilReturn => Cell.EndsWith("|" + NilReturn, StringComparison.Ordinal);

    /// <summary>What the year book says; null where it was not compared.</summary>
    public required Tally? Projection { get; init; }

    public required Tally Sql { get; init; }
    public required Tally Offline { get; init; }

    /// <summary>Entries that fed the figure in this year, oldest first; all entries of its kind if its rule finds none.</summary>
    public IReadOnlyList<Guid> Entries { get; init; } = [];

    /// <summary>There are more than are listed.</summary>
    public bool MoreEntries { get; init; }
}

/// <summary>How the last verification went; readiness shows it.</summary>
public sealed record LastVerification
{
    public const string Only = "last";

    public string Id { get; init; } = Only;
    public DateTimeOffset At { get; init; }
    public long Sequence { get; init; }
    public int Differences { get; init; }
    public int Units { get; init; }
    public int Years { get; init; }
    public int Cells { get; init; }

    /// <summary>The one unit that was looked at; null for all.</summary>
    public string? Unit { get; init; }

    /// <summary>The one year that was looked at; null for all.</summary>
    public int? Year { get; init; }
}
