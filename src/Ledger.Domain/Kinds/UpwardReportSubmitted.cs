using Ledger.Domain.Figures;

namespace Ledger.Domain.Kinds;

/// <summary>A report to those above on the rule of law (向上级报告): one entry is one report to one addressee and counts as one 次.</summary>
[Kind("upward-report", "向上级报告", "Report to superiors", KindGroup.A, 3)]
public sealed record UpwardReportSubmitted : Activity
{
    [Field("报告对象", "Reported to")]
    public required UpwardReportAddressee To { get; init; }

    [Field("报告事项", "Subject")]
    public required string Subject { get; init; }

    public static readonly FigureDefinition Reports =
        FigureDefinition.Entries("upward-reports", "向上级报告", "Reports to superiors", "次").By("to");

    public override IEnumerable<Line> Lines() => Reports.One(To);
}

public enum UpwardReportAddressee
{
    [Label("党委", "Party committee")] PartyCommittee,
    [Label("政府", "Government")] Government,
    [Label("依法治县（市、区）办", "Rule-of-law office")] RuleOfLawOffice,
    [Label("上级部门", "Superior department")] SuperiorDepartment,
}
