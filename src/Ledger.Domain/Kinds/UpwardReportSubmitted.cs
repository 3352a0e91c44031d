using Ledger.Domain.Figures;

namespace Ledger.Domain.Kinds;

/// <summary>A report to those above on the rule of law (向上级报告): one entry is one report to one addressee and counts as one 次.</summary>
[Kind("upward-report", "向上级报告", "Report to superiors", KindGroup.A, 3, Proof = "报告件")]
[Words("情况报告", "报告给", "报给县", "报给市", "给县委报", "给县政府报", "给市局报", Sure = ["向…报告", "向…报送", "向…汇报", "向…上报", "向…抄报", "报县委", "报县政府"], Hints = ["报告", "报送", "上报", "汇报", "总结"])]
public sealed record UpwardReportSubmitted : Activity
{
    [Field("报告对象", "Reported to")]
    public required UpwardReportAddressee To { get; init; }

    [Field("报告事项", "Subject"), Holds(Personal.Text)]
    [Named(After = ["抄报", "专题报告", "专题汇报", "报告", "报送", "上报", "汇报"], Digits = true, Most = 60)]
    public required string Subject { get; init; }

    public static readonly FigureDefinition Reports =
        FigureDefinition.Entries("upward-reports", "向上级报告", "Reports to superiors", "次").By("to");

    public override IEnumerable<Line> Lines() => Reports.One(To);
}

public enum UpwardReportAddressee
{
    [Label("党委", "Party committee"), Words("县委", "市委", "区委", "省委", "党委")] PartyCommittee,
    [Label("政府", "Government"), Words("县政府", "市政府", "区政府", "省政府", "人民政府", Not = ["法治政府"])] Government,
    [Label("依法治县（市、区）办", "Rule-of-law office"), Words("依法治县办", "依法治市办", "依法治区办", "法治办")] RuleOfLawOffice,
    [Label("上级部门", "Superior department"), Words("市局", "省局", "省厅", "上级主管部门", "上级")] SuperiorDepartment,
}
