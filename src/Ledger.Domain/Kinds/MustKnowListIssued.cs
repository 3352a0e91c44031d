using Ledger.Domain.Figures;

namespace Ledger.Domain.Kinds;

/// <summary>A list of what everyone must know (应知应会清单) was issued: one entry is one version and counts its 部 of party rules and laws.</summary>
[Kind("must-know-list", "应知应会清单", "Must-know list", KindGroup.B, 2, Proof = "清单文件")]
[Words(Sure = ["应知应会"])]
public sealed record MustKnowListIssued : Activity
{
    [Field("版本", "Version", MaxLength = 60), Holds(Personal.Nothing)]
    [Named(Ends = ["版"], Stops = ["清单"], Digits = true, Not = ["展板", "出版"], Most = 10)]
    public required string Version { get; init; }

    [Field("党内法规", "Party rules", Unit = "部", Max = 10_000)]
    [Words("党规")]
    public int? PartyRules { get; init; }

    [Field("国家法律", "Laws", Unit = "部", Max = 10_000)]
    [Words("法律", "法律法规")]
    public int? LawCount { get; init; }

    public static readonly FigureDefinition ListedItems =
        FigureDefinition.Sum("must-know-items", "应知应会党内法规和国家法律", "Must-know rules and laws", "部", "partyRules+lawCount");

    public override IEnumerable<Line> Lines() => ListedItems.Sum(PartyRules is { } rules ? rules + (LawCount ?? 0) : LawCount);
}
