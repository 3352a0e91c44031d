using Ledger.Domain.Figures;

namespace Ledger.Domain.Kinds;

/// <summary>An administrative lawsuit was closed (行政诉讼案件): one entry is one case and counts as one 件, on the day it was closed.</summary>
[Kind("litigation-case", "行政诉讼案件", "Litigation case", KindGroup.G, 2)]
public sealed record LitigationClosed : Activity
{
    [Field("诉讼结果", "Result")]
    public required LitigationResult Result { get; init; }

    /// <summary>Left out where no hearing was held: only cases that state it stand in the rate.</summary>
    [Field("负责人是否出庭应诉", "Head appeared in court")]
    public bool? HeadAppeared { get; init; }

    public static readonly FigureDefinition Cases =
        FigureDefinition.Entries("litigations", "行政诉讼案件", "Litigation cases", "件").By("result");

    public static readonly FigureDefinition HeadAppearanceRate =
        FigureDefinition.Share("head-appearance-rate", "负责人出庭应诉率", "Head's appearance in court", "headAppeared");

    public override IEnumerable<Line> Lines() => [.. Cases.One(Result), .. HeadAppearanceRate.Share(HeadAppeared)];
}

public enum LitigationResult
{
    [Label("胜诉", "Won")] Won,
    [Label("败诉", "Lost")] Lost,
    [Label("撤诉", "Withdrawn")] Withdrawn,
    [Label("和解（调解）", "Settled")] Settled,
    [Label("其他", "Other")] Other,
}
