using Ledger.Domain.Figures;

namespace Ledger.Domain.Kinds;

/// <summary>A decision taken by the leadership together (集体决策, 三重一大): one entry is one meeting and counts as one 次.</summary>
[Kind("collective-decision", "集体决策", "Collective decision", KindGroup.D, 3, Proof = "纪要")]
[Words("大额资金", "班子会…研究", Sure = ["集体决策", "三重一大", "集体讨论决定", "集体研究", "集体讨论"])]
public sealed record CollectiveDecisionMade : Activity
{
    [Field("决策事项", "Items", Unit = "项", Max = 1000)]
    [Words("事项", "重大事项", "决策")]
    public required int Items { get; init; }

    public static readonly FigureDefinition Decisions =
        FigureDefinition.Entries("collective-decisions", "集体决策", "Collective decisions", "次");

    public static readonly FigureDefinition ItemsDecided =
        FigureDefinition.Sum("collective-decision-items", "集体决策事项", "Items decided collectively", "项", "items");

    public override IEnumerable<Line> Lines() => [.. Decisions.One(), .. ItemsDecided.Sum(Items)];
}
