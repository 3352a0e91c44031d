using Ledger.Domain.Figures;

namespace Ledger.Domain.Kinds;

/// <summary>Legal publicity on the spot (普法宣传活动, 送法下乡, 送法进社区): one entry is one 场次, of however many days.</summary>
[Kind("law-outreach", "普法宣传活动", "Legal publicity on the spot", KindGroup.C, 1)]
public sealed record LawOutreachHeld : Activity
{
    [Field("场所", "Scene")]
    public required OutreachScene Scene { get; init; }

    [Field("渠道", "Through")]
    public OutreachChannel? Via { get; init; }

    [Field("到达村（社区、单位）", "Places", MaxLength = 60)]
    public IReadOnlyList<string>? Places { get; init; }

    [Field("受众", "Audience", Unit = "人次")]
    public Count? Audience { get; init; }

    [Field("发放资料", "Leaflets", Unit = "份")]
    public Count? Leaflets { get; init; }

    [Field("展板", "Boards", Unit = "块")]
    public int? Boards { get; init; }

    [Field("横幅", "Banners", Unit = "条")]
    public int? Banners { get; init; }

    [Field("现场咨询", "Consultations", Unit = "人次")]
    public Count? Consultations { get; init; }

    public static readonly FigureDefinition Sessions =
        FigureDefinition.Entries("law-outreach", "普法宣传活动", "Outreach sessions", "场次").By("scene");

    public static readonly FigureDefinition Reached =
        FigureDefinition.Sum("law-outreach-audience", "普法宣传受众", "Outreach audience", "人次", "audience");

    public static readonly FigureDefinition LeafletsHandedOut =
        FigureDefinition.Sum("law-outreach-leaflets", "发放宣传资料", "Leaflets handed out", "份", "leaflets");

    public static readonly FigureDefinition BoardsShown =
        FigureDefinition.Sum("law-outreach-boards", "展板", "Boards shown", "块", "boards");

    public static readonly FigureDefinition BannersHung =
        FigureDefinition.Sum("law-outreach-banners", "横幅", "Banners hung", "条", "banners");

    public static readonly FigureDefinition Consulted =
        FigureDefinition.Sum("law-outreach-consultations", "现场法律咨询", "Consultations on the spot", "人次", "consultations");

    public static readonly FigureDefinition PlacesReached =
        FigureDefinition.Distinct("law-outreach-places", "普法到达村（社区、单位）", "Places reached", "个", "places");

    public override IEnumerable<Line> Lines() =>
    [
        .. Sessions.One(Scene),
        .. Reached.Sum(Audience),
        .. LeafletsHandedOut.Sum(Leaflets),
        .. BoardsShown.Sum(Boards),
        .. BannersHung.Sum(Banners),
        .. Consulted.Sum(Consultations),
        .. PlacesReached.Names(Places),
    ];
}

public enum OutreachScene
{
    [Label("机关", "Offices")] Office,
    [Label("乡村", "Villages")] Village,
    [Label("社区", "Communities")] Community,
    [Label("学校", "Schools")] School,
    [Label("企业", "Enterprises")] Enterprise,
    [Label("军营", "Barracks")] Barracks,
    [Label("网络", "Online")] Online,
    [Label("公共场所", "Public places")] PublicPlace,
    [Label("单位", "Units")] Unit,
}

public enum OutreachChannel
{
    [Label("驻村工作队", "Village task force")] VillageTeam,
    [Label("联系乡镇", "Township contact")] Township,
    [Label("分包社区", "Community contact")] CommunityTeam,
    [Label("联合开展", "Jointly")] Joint,
    [Label("其他", "Other")] Other,
}
