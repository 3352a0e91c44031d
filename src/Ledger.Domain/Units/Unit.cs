using Ledger.Domain.Kinds;

namespace Ledger.Domain.Units;

/// <summary>A department that keeps a ledger. Its code is the tenant under which everything of it is stored.</summary>
public sealed record Unit
{
    /// <summary>The code: lower-case letters, digits and hyphens, 2 to 40; it stands in every address.</summary>
    public required string Id { get; init; }

    public required string Name { get; init; }
    public required string ShortName { get; init; }

    /// <summary>Whom the yearly report is addressed to (主送机关).</summary>
    public IReadOnlyList<string> Addressees { get; init; } = [];

    /// <summary>Whether the unit enforces law; if not, the kinds of group H are off.</summary>
    public bool Enforcement { get; init; }

    /// <summary>Code of the county it belongs to; null for a unit on its own.</summary>
    public string? County { get; init; }

    public UnitKind? Kind { get; init; }

    /// <summary>How many people work there, where that is known: nobody's attendance can be above it.</summary>
    public int? Staff { get; init; }

    /// <summary>Its figures are invented sample data, and everything printed from them says so.</summary>
    public bool Sample { get; init; }
}

/// <summary>The unit joined the ledger, or changed what is printed of it. First event of the unit's own stream.</summary>
public sealed record UnitRegistered(
    [property: Holds(Personal.Nothing)] string Code,
    [property: Holds(Personal.Nothing)] string Name,
    [property: Holds(Personal.Nothing)] string ShortName,
    [property: Holds(Personal.Nothing)] IReadOnlyList<string> Addressees,
    bool Enforcement,
    bool Sample,
    [property: Holds(Personal.Nothing)] string? County = null,
    UnitKind? Kind = null,
    int? Staff = null);

/// <summary>A unit that was there already was placed in a county.</summary>
public sealed record UnitPlaced(
    [property: Holds(Personal.Nothing)] string County,
    UnitKind Kind);

/// <summary>What a unit is; lists of a county's units follow this order (建制顺序), never a ranking.</summary>
public enum UnitKind
{
    [Label("党委部门", "Party organ")] PartyOrgan,
    [Label("政府部门", "Department")] Department,
    [Label("事业单位", "Public institution")] Institution,
    [Label("乡镇（街道）", "Township")] Township,
    [Label("其他", "Other")] Other,
}
