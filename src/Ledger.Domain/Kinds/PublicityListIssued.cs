using Ledger.Domain.Figures;

namespace Ledger.Domain.Kinds;

/// <summary>The list of duties in legal publicity (普法责任清单) was issued: one entry is one list and counts its items, in 项.</summary>
[Kind("publicity-list", "普法责任清单", "Publicity duty list", KindGroup.C, 6, Proof = "清单文件")]
[Words(Sure = ["普法责任清单", "谁执法谁普法…清单"])]
public sealed record PublicityListIssued : Activity
{
    [Field("清单事项", "Items", Unit = "项", Max = 10_000)]
    [Words("事项", "列入", "共")]
    public required int Items { get; init; }

    public static readonly FigureDefinition ListedItems =
        FigureDefinition.Sum("publicity-list-items", "普法责任清单事项", "Publicity duty list items", "项", "items");

    public override IEnumerable<Line> Lines() => ListedItems.Sum(Items);
}
