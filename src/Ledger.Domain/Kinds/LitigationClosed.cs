using Ledger.Domain.Figures;

namespace Ledger.Domain.Kinds;

/// <summary>An administrative lawsuit was closed (行政诉讼案件): one entry is one case and counts as one 件, on the day it was closed.</summary>
[Kind("litigation-case", "行政诉讼案件", "Litigation case", KindGroup.G, 2, Proof = "裁判文书")]
[Words("行政诉讼", "行政诉讼案", "应诉", "败诉", "胜诉", "撤诉", "行政官司", "官司…赢", "官司…输", "判决…赢", "判决…输", Not = ["行政诉讼法"])]
public sealed record LitigationClosed : Activity
{
    [Field("诉讼结果", "Result")]
    public required LitigationResult Result { get; init; }

    /// <summary>Left out where no hearing was held: only cases that state it stand in the rate.</summary>
    [Field("负责人是否出庭应诉", "Head appeared in court")]
    [Words("出庭", "出庭应诉", "到庭", No = ["没到庭", "未到庭", "未出庭", "没有出庭", "没出庭", "未能出庭"])]
    public bool? HeadAppeared { get; init; }

    public static readonly FigureDefinition Cases =
        FigureDefinition.Entries("litigations", "行政诉讼案件", "Litigation cases", "件").By("result");

    public static readonly FigureDefinition HeadAppearanceRate =
        FigureDefinition.Share("head-appearance-rate", "负责人出庭应诉率", "Head's appearance in court", "headAppeared");

    public override IEnumerable<Line> Lines() => [.. Cases.One(Result), .. HeadAppearanceRate.Share(HeadAppeared)];
}

public enum LitigationResult
{
    [Label("胜诉", "Won"), Words("驳回", "赢了", "打赢", "胜了")] Won,
    [Label("败诉", "Lost"), Words("输了", "打输")] Lost,
    [Label("撤诉", "Withdrawn")] Withdrawn,
    [Label("和解（调解）", "Settled"), Words("和解", "调解结案")] Settled,
    [Label("其他", "Other")] Other,
}
