using Ledger.Domain.Figures;

namespace Ledger.Domain.Kinds;

/// <summary>The law explained by a case (以案释法): one entry is one case explained and counts as one 件.</summary>
[Kind("case-explained", "以案释法", "Case explained", KindGroup.C, 3)]
public sealed record CaseExplained : Activity
{
    [Field("案例", "Case", MaxLength = 100)]
    public required string Case { get; init; }

    [Field("受众", "Audience", Unit = "人次")]
    public Count? Audience { get; init; }

    public static readonly FigureDefinition Cases =
        FigureDefinition.Entries("cases-explained", "以案释法", "Cases explained", "件");

    public override IEnumerable<Line> Lines() => Cases.One();
}
