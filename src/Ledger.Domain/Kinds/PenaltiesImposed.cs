using Ledger.Domain.Figures;

namespace Ledger.Domain.Kinds;

/// <summary>Administrative penalties were imposed (行政处罚): one entry is one batch and counts its cases, in 件.</summary>
[Kind("penalty", "行政处罚", "Penalties", KindGroup.H, 2)]
[Words("行政处罚", "处罚决定", "处罚决定书", "罚款", "罚没", "处罚案件", "处罚", Not = ["行政处罚法", "行政处罚案卷"])]
public sealed record PenaltiesImposed : Activity
{
    [Field("处罚件数", "Cases", Unit = "件", Max = 100_000)]
    [Words("处罚", "案件", "决定书")]
    public required int Cases { get; init; }

    [Field("罚没金额", "Amount", Unit = "元", Max = 1e12, Step = 0.01)]
    [Words("罚款", "罚没", "罚了", Default = true)]
    public decimal? Amount { get; init; }

    public static readonly FigureDefinition Penalties =
        FigureDefinition.Sum("penalties", "行政处罚", "Penalties", "件", "cases");

    public static readonly FigureDefinition PenaltyAmount =
        FigureDefinition.Sum("penalty-amount", "罚没金额", "Amount of penalties", "元", "amount");

    public override IEnumerable<Line> Lines() => [.. Penalties.Sum(Cases), .. PenaltyAmount.Sum(Amount)];
}
