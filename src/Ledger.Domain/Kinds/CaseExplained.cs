using Ledger.Domain.Figures;

namespace Ledger.Domain.Kinds;

/// <summary>The law explained by a case (以案释法): one entry is one case explained and counts as one 件.</summary>
[Kind("case-explained", "以案释法", "Case explained", KindGroup.C, 3)]
[Words(Sure = ["以案释法", "以案说法", "以案普法"], Not = ["以案说法文章", "以案释法文章", "以案普法文章", "以案说法视频", "以案释法视频"])]
public sealed record CaseExplained : Activity
{
    [Field("案例", "Case", MaxLength = 100), Holds(Personal.Text)]
    [Named(Quoted = true, Ends = ["纠纷案", "纠纷", "案", "罪"], Not = ["以案", "案例", "方案", "档案", "答案", "备案", "案件"], Stops = ["以案释法", "以案说法", "结合", "案例"])]
    public required string Case { get; init; }

    [Field("受众", "Audience", Unit = "人次")]
    [Words("听众", "参加", "群众", "村民", "居民", "职工", "受教育", "听课", "学生", "听了", "来了")]
    public Count? Audience { get; init; }

    public static readonly FigureDefinition Cases =
        FigureDefinition.Entries("cases-explained", "以案释法", "Cases explained", "件");

    public override IEnumerable<Line> Lines() => Cases.One();
}
