using Ledger.Domain.Figures;

namespace Ledger.Domain.Kinds;

/// <summary>A review for fair competition (公平竞争审查): one entry is one measure reviewed and counts as one 件.</summary>
[Kind("fair-competition-review", "公平竞争审查", "Fair competition review", KindGroup.D, 2, Proof = "审查表")]
[Words(Sure = ["公平竞争审查"])]
public sealed record FairCompetitionReviewed : Activity
{
    [Field("审查结论", "Conclusion")]
    public required FairCompetitionConclusion Conclusion { get; init; }

    public static readonly FigureDefinition Reviews =
        FigureDefinition.Entries("fair-competition-reviews", "公平竞争审查", "Fair competition reviews", "件").By("conclusion");

    public override IEnumerable<Line> Lines() => Reviews.One(Conclusion);
}

public enum FairCompetitionConclusion
{
    [Label("无排除、限制竞争影响", "No effect on competition"), Words("无排除", "没有排除", "不具有排除", "未排除", "未发现…排除", "未发现…限制竞争", "无影响")] NoEffect,
    [Label("适用例外规定", "Exception applies"), Words("例外规定", "例外")] Exception,
    [Label("修改后出台", "Issued after revision"), Words("修改后")] Revised,
    [Label("不予出台", "Not issued"), Words("不出台")] NotIssued,
}
