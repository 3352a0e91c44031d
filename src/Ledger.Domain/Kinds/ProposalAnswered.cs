using Ledger.Domain.Figures;

namespace Ledger.Domain.Kinds;

/// <summary>A proposal from outside was answered (人大建议、政协提案、司法建议、检察建议等): one entry is one proposal and counts as one 件.</summary>
[Kind("proposal-answered", "人大建议/政协提案/司法建议/检察建议", "Proposal answered", KindGroup.F, 4)]
public sealed record ProposalAnswered : Activity
{
    [Field("来源", "Source")]
    public required ProposalSource Source { get; init; }

    [Field("是否按期办结", "On time")]
    public bool? OnTime { get; init; }

    [Field("是否满意", "Satisfied")]
    public bool? Satisfied { get; init; }

    public static readonly FigureDefinition Proposals =
        FigureDefinition.Entries("proposals-answered", "办理建议提案", "Proposals answered", "件").By("source");

    public override IEnumerable<Line> Lines() => Proposals.One(Source);
}

public enum ProposalSource
{
    [Label("人大建议", "People's congress")] PeoplesCongress,
    [Label("政协提案", "CPPCC")] Cppcc,
    [Label("司法建议", "Court")] Court,
    [Label("检察建议", "Procuratorate")] Procuratorate,
    [Label("审计", "Audit")] Audit,
    [Label("巡察督察", "Inspection")] Inspection,
}
