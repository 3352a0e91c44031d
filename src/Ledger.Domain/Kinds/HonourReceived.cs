using Ledger.Domain.Figures;

namespace Ledger.Domain.Kinds;

/// <summary>An honour or a practice held up as an example (荣誉、典型经验): one entry is one honour and counts as one 项.</summary>
[Kind("honour", "荣誉/典型经验", "Honour", KindGroup.I, 3)]
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
    [Label("国家级", "National")] National,
    [Label("省级", "Provincial")] Province,
    [Label("市级", "City")] City,
    [Label("县级", "County")] County,
}
