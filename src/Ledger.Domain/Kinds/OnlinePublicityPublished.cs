using Ledger.Domain.Figures;

namespace Ledger.Domain.Kinds;

/// <summary>Legal publicity online (线上普法): one entry is what one channel published and counts its articles, in 篇.</summary>
[Kind("online-publicity", "线上普法", "Legal publicity online", KindGroup.C, 2)]
[Words("公众号", "公众号…文章", "公众号…发布", "视频号", "抖音", "微博", "推送", "推文", "短视频", "网站…发布", "普法文章", "普法视频", "发布…视频", "转发", Hints = ["阅读", "点击", "播放", "发布", "网站", "浏览"])]
public sealed record OnlinePublicityPublished : Activity
{
    [Field("发布渠道", "Channel", MaxLength = 60), Holds(Personal.Text)]
    [Named(Ends = ["微信公众号", "公众号", "视频号", "抖音号", "抖音", "快手", "微博", "门户网站", "网站", "官网", "微信群", "工作群", "朋友圈", "头条号", "今日头条", "政务新媒体", "小程序"], Stops = ["发", "推", "转", "更新"], Alone = true)]
    public required string Channel { get; init; }

    [Field("链接", "URL", MaxLength = 500), Holds(Personal.Nothing)]
    public string? Url { get; init; }

    [Field("篇数", "Articles", Unit = "篇", Max = 100_000)]
    [Words("推送", "推文", "文章", "发布", "信息", "视频", "短视频", "发了", "推了", "更新", "转发", "转了")]
    public required int Articles { get; init; }

    [Field("阅读量", "Reads", Unit = "次")]
    [Words("阅读", "播放", "播放量", "点击", "浏览", "观看", "浏览量", "点击量", "阅读量", "看过")]
    public Count? Reads { get; init; }

    public static readonly FigureDefinition Published =
        FigureDefinition.Sum("online-articles", "线上普法信息", "Articles online", "篇", "articles");

    public static readonly FigureDefinition TimesRead =
        FigureDefinition.Sum("online-reads", "线上普法阅读量", "Reads online", "次", "reads");

    public override IEnumerable<Line> Lines() => [.. Published.Sum(Articles), .. TimesRead.Sum(Reads)];
}
