using Ledger.Domain.Figures;

namespace Ledger.Domain.Kinds;

/// <summary>A proposal from outside was answered (人大建议、政协提案、司法建议、检察建议等): one entry is one proposal and counts as one 件.</summary>
[Kind("proposal-answered", "人大建议/政协提案/司法建议/检察建议", "Proposal answered", KindGroup.F, 4, Proof = "答复件")]
[Words("审计整改", "巡察反馈", "督察反馈", "巡视反馈", "提案", Sure = ["人大建议", "政协提案", "司法建议", "检察建议", "人大代表…建议", "代表建议", "答复…提案", "答复…的建议", "政协委员提案", "委员提案"])]
public sealed record ProposalAnswered : Activity
{
    [Field("来源", "Source")]
    public required ProposalSource Source { get; init; }

    [Field("是否按期办结", "On time")]
    [Words("按期", "按时", "期限内", "如期", No = ["逾期", "超期", "超时"])]
    public bool? OnTime { get; init; }

    [Field("是否满意", "Satisfied")]
    [Words("满意", No = ["不满意"])]
    public bool? Satisfied { get; init; }

    public static readonly FigureDefinition Proposals =
        FigureDefinition.Entries("proposals-answered", "办理建议提案", "Proposals answered", "件").By("source");

    public override IEnumerable<Line> Lines() => Proposals.One(Source);
}

public enum ProposalSource
{
    [Label("人大建议", "People's congress"), Words("人大代表", "代表建议", "人大")] PeoplesCongress,
    [Label("政协提案", "CPPCC"), Words("政协", "委员提案", "提案")] Cppcc,
    [Label("司法建议", "Court"), Words("司法建议")] Court,
    [Label("检察建议", "Procuratorate"), Words("检察建议")] Procuratorate,
    [Label("审计", "Audit")] Audit,
    [Label("巡察督察", "Inspection"), Words("巡察", "督察", "巡视")] Inspection,
}
