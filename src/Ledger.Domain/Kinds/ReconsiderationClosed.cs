using Ledger.Domain.Figures;

namespace Ledger.Domain.Kinds;

/// <summary>An administrative reconsideration was closed (行政复议案件): one entry is one case and counts as one 件, on the day it was closed.</summary>
[Kind("reconsideration-case", "行政复议案件", "Reconsideration case", KindGroup.G, 1, Proof = "复议决定书")]
[Words("行政复议", "复议决定", "复议申请", "复议案", Not = ["行政复议法", "行政复议答复"])]
public sealed record ReconsiderationClosed : Activity
{
    [Field("复议结果", "Result")]
    public required ReconsiderationResult Result { get; init; }

    public static readonly FigureDefinition Cases =
        FigureDefinition.Entries("reconsiderations", "行政复议案件", "Reconsideration cases", "件").By("result");

    public override IEnumerable<Line> Lines() => Cases.One(Result);
}

public enum ReconsiderationResult
{
    [Label("维持", "Upheld")] Upheld,
    [Label("纠错", "Corrected"), Words("撤销", "变更", "确认违法", "被纠错")] Corrected,
    [Label("撤回终止", "Withdrawn"), Words("撤回", "终止", "撤回申请")] Withdrawn,
    [Label("其他", "Other")] Other,
}
