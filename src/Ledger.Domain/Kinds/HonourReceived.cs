using Ledger.Domain.Figures;

namespace Ledger.Domain.Kinds;

/// <summary>An honour or a practice held up as an example (荣誉、典型经验): one entry is one honour and counts as one 项.</summary>
[Kind("honour", "荣誉/典型经验", "Honour", KindGroup.I, 3)]
[Words("表彰", "示范单位", "荣誉", "称号", "获…级", "先进", Sure = ["被评为", "获评", "荣获", "典型经验", "先进单位", "先进集体", "评为", "评上", "获得…称号", "获…称号"])]
public sealed record HonourReceived : Activity
{
    [Field("级别", "Level")]
    public required HonourLevel Level { get; init; }

    public static readonly FigureDefinition Honours =
        FigureDefinition.Entries("honours", "荣誉/典型经验", "Honours", "项").By("level");

    public override IEnumerable<Line> Lines() => Honours.One(Level);
}

public enum HonourLevel
{
    [Label("国家级", "National"), Words("全国", "国家")] National,
    [Label("省级", "Provincial"), Words("全省", "省里", "省委", "省政府", "省厅")] Province,
    [Label("市级", "City"), Words("全市", "市里", "市委", "市政府", "市局")] City,
    [Label("县级", "County"), Words("全县", "区级", "县里", "县委", "县政府")] County,
}
