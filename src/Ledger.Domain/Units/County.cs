using Ledger.Domain.Kinds;

namespace Ledger.Domain.Units;

/// <summary>
/// A county (县、市、区) whose units keep their ledgers here. It keeps none itself: its figures are those of its units, each
/// joint activity once. Its code is the tenant of its own events.
/// </summary>
public sealed record County
{
    /// <summary>Written like a unit's code, and no unit's.</summary>
    public required string Id { get; init; }

    public required string Name { get; init; }

    /// <summary>Its units are invented sample data.</summary>
    public bool Sample { get; init; }
}

/// <summary>The county joined the ledger. First event of the county's own stream.</summary>
public sealed record CountyRegistered(
    [property: Holds(Personal.Nothing)] string Code,
    [property: Holds(Personal.Nothing)] string Name,
    bool Sample);
