using Ledger.Domain.Figures;

namespace Ledger.Domain.Kinds;

/// <summary>Legal publicity online (线上普法): one entry is what one channel published and counts its articles, in 篇.</summary>
[Kind("online-publicity", "线上普法", "Legal publicity online", KindGroup.C, 2)]
public sealed record OnlinePublicityPublished : Activity
{
    [Field("发布渠道", "Channel", MaxLength = 60)]
    public required string Channel { get; init; }

    [Field("链接", "URL", MaxLength = 500)]
    public string? Url { get; init; }

    [Field("篇数", "Articles", Unit = "篇", Max = 100_000)]
    public required int Articles { get; init; }

    [Field("阅读量", "Reads", Unit = "次")]
    public Count? Reads { get; init; }

    public static readonly FigureDefinition Published =
        FigureDefinition.Sum("online-articles", "线上普法信息", "Articles online", "篇", "articles");

    public static readonly FigureDefinition TimesRead =
        FigureDefinition.Sum("online-reads", "线上普法阅读量", "Reads online", "次", "reads");

    public override IEnumerable<Line> Lines() => [.. Published.Sum(Articles), .. TimesRead.Sum(Reads)];
}
