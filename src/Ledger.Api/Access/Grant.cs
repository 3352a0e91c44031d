using Ledger.Domain;
using Ledger.Domain.Kinds;

namespace Ledger.Api.Access;

/// <summary>
/// A role held for a unit; without a unit for all of them, or for the ledger as a whole. A county reader's unit is a county,
/// and the role is held for every unit of it.
/// </summary>
public sealed record Grant(Role Role, string? Unit = null)
{
    public bool IsOffice => Role is Role.SystemAdmin or Role.SecurityAdmin or Role.AuditAdmin;

    public bool Covers(string? unit) => Unit is null || unit is null || Unit == unit;

    public bool IsOfCounty(string county) => Role == Role.CountyReader && Covers(county);

    public override string ToString() => Unit is null ? Codes.Of(Role) : $"{Codes.Of(Role)}@{Unit}";

    /// <summary>Whether role and unit go together, as somebody asks for them.</summary>
    public static (Grant?, Problem?) Of(string? role, string? unit)
    {
        var found = Enum.GetValues<Role>().Cast<Role?>().FirstOrDefault(r => Codes.Of(r!.Value) == role);
        if (found is not { } known)
        {
            var codes = string.Join(" ", Enum.GetValues<Role>().Select(r => Codes.Of(r)));
            return (null, new("role", $"角色应为其中之一：{codes}", $"The role must be one of: {codes}"));
        }

        var grant = new Grant(known, string.IsNullOrEmpty(unit) ? null : unit);
        var ofUnit = known is Role.Recorder or Role.Reviewer or Role.Head or Role.Viewer;
        return (ofUnit, grant.Unit) switch
        {
            (true, null) => (null, new("unit", "此角色须指明单位", "This role is held for a unit: name it")),
            // The office of one county; without one, of all that are here.
            (false, not null) when known is Role.CountyReader => (grant, null),
            (false, not null) => (null, new("unit", "此角色不分单位", "This role is not held for a unit")),
            _ => (grant, null),
        };
    }

    /// <summary>Why the two may not be in one hand; null if they may.</summary>
    public static Problem? Apart(IEnumerable<Grant> held, Grant wanted)
    {
        ArgumentNullException.ThrowIfNull(wanted);
        return held.Any(h => h.Role != wanted.Role && (h.IsOffice || wanted.IsOffice))
            ? new("role", "三类管理员彼此分立，也不兼任业务角色", "The three administrators are kept apart from each other and from business roles")
            : null;
    }
}
