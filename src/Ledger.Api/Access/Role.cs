using Ledger.Domain.Kinds;

namespace Ledger.Api.Access;

/// <summary>
/// What somebody may be for a unit or for the ledger. Three administrators are kept apart from each other and from all
/// business (三员分立).
/// </summary>
public enum Role
{
    /// <summary>Logs, corrects and voids entries, attaches evidence, writes the report's prose.</summary>
    [Label("填报员", "Recorder")]
    Recorder,

    /// <summary>Confirms or returns what was logged.</summary>
    [Label("审核员", "Reviewer")]
    Reviewer,

    /// <summary>Head of the unit: signs; freezes the report, opens a year again.</summary>
    [Label("单位主要负责人", "Head of the unit")]
    Head,

    /// <summary>Reads everything of a unit, for supervision.</summary>
    [Label("只读", "Viewer")]
    Viewer,

    /// <summary>The county's office for law-based governance: figures and reports of all units, no single entries.</summary>
    [Label("依法治县办", "County reader")]
    CountyReader,

    /// <summary>Accounts and units. No business data.</summary>
    [Label("系统管理员", "System administrator")]
    SystemAdmin,

    /// <summary>Roles and tokens.</summary>
    [Label("安全管理员", "Security administrator")]
    SecurityAdmin,

    /// <summary>Reads the audit log.</summary>
    [Label("审计管理员", "Audit administrator")]
    AuditAdmin,
}
