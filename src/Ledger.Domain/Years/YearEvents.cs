using Ledger.Domain.Kinds;

namespace Ledger.Domain.Years;

// The events of a unit's year: one stream per unit and year.

/// <summary>A named person confirmed that a figure's zero is a zero and not an omission (zero return, domain rules §1.12).</summary>
public sealed record NilReturnConfirmed(
    int Year,
    [property: Holds(Personal.Nothing)] string Figure,
    [property: Holds(Personal.Name)] string ConfirmedBy,
    [property: Holds(Personal.Text)] string Reason);

public sealed record NilReturnWithdrawn(
    int Year,
    [property: Holds(Personal.Nothing)] string Figure,
    [property: Holds(Personal.Text)] string Reason);

/// <summary>The year's figures were frozen into an edition: from here on an entry of this year is a late one.</summary>
public sealed record YearFrozen(
    int Year,
    int Edition,
    long Sequence,
    [property: Holds(Personal.Nothing)] string Sha256);

/// <summary>Somebody looked at a hint and found nothing wrong.</summary>
public sealed record HintDismissed(
    int Year,
    [property: Holds(Personal.Nothing)] string Key,
    [property: Holds(Personal.Text)] string Reason);

public sealed record YearReopened(
    int Year,
    [property: Holds(Personal.Text)] string Reason);
