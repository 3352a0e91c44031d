namespace Ledger.Domain.Kinds;

/// <summary>A unit that carried an activity jointly with the one that logged it.</summary>
public sealed record JointUnit
{
    [Field("单位代码", "Unit", MaxLength = 40), Holds(Personal.Nothing)]
    public required string Unit { get; init; }

    [Field("承办角色", "Role")]
    public required JointRole Role { get; init; }
}

/// <summary>How a joint unit took part; the host is who logs (counting rule 3).</summary>
public enum JointRole
{
    /// <summary>Counts in the unit's main values.</summary>
    [Label("协办", "Co-host")] CoHost,

    /// <summary>Counts in the split by role alone.</summary>
    [Label("参加", "Participant")] Participant,
}
