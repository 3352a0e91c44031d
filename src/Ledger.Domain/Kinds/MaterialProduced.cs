using Ledger.Domain.Figures;

namespace Ledger.Domain.Kinds;

/// <summary>Material for legal publicity was produced (普法资料制发): one entry is one print run or product and counts its copies, in 份.</summary>
[Kind("material-produced", "普法资料制发", "Publicity material produced", KindGroup.C, 4)]
[Words("口袋书", "宣传品", "挂图", "印…折页", "印…手册", "印…宣传单", "印…册子", "印…资料", "印了", "定做…宣传", "定做…普法", Sure = ["印制…宣传", "编印", "印刷…宣传", "印制…资料", "制作…宣传", "印制", "定制…宣传", "定制…普法", "制作…普法", "印制…普法"], Hints = ["折页", "手册", "资料", "印刷"], Not = ["印发", "复印"])]
public sealed record MaterialProduced : Activity
{
    [Field("份数", "Copies", Unit = "份")]
    [Words("折页", "手册", "资料", "宣传品", "口袋书", "宣传单", "册子", "印了", "定做", "海报", "横幅", Units = ["个", "把", "件", "支", "只", "条", "面", "幅", "块"])]
    public required Count Copies { get; init; }

    public static readonly FigureDefinition CopiesProduced =
        FigureDefinition.Sum("materials-produced", "制发普法资料", "Publicity material produced", "份", "copies");

    public override IEnumerable<Line> Lines() => CopiesProduced.Sum(Copies);
}
