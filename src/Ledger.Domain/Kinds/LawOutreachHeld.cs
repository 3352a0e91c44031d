using Ledger.Domain.Figures;

namespace Ledger.Domain.Kinds;

/// <summary>Legal publicity on the spot (普法宣传活动, 送法下乡, 送法进社区): one entry is one 场次, of however many days.</summary>
[Kind("law-outreach", "普法宣传活动", "Legal publicity on the spot", KindGroup.C, 1)]
[Words("普法", "普法宣传", "法治宣传", "法制宣传", "送法下乡", "送法进", "送法到", "送法", "法律进", "法治进", "民法典进", "宪法进", "普法进", "进乡村", "进社区", "进校园", "进企业", "进军营", "进机关", "进单位", "法治宣讲", "宣讲", "集中宣传", "联合宣传", "上街宣传", "宪法宣传", "民法典宣传", "反诈宣传", "宣传活动", "日宣传", "日集中宣传", "法治第一课", "法治课", "赶集…发", "摆摊…发", "大集…发", "小学…讲", "中学…讲", "一中…讲", "二中…讲", "三中…讲", "高中…讲", "职高…讲", "幼儿园…讲", "学校…讲", "法治副校长", "村…讲", "社区…讲", "厂…讲", "公司…讲", "企业…讲", Hints = ["赶集", "摆摊", "大集", "册子", "单子", "宣传", "发放", "展板", "横幅", "传单", "咨询", "群众", "村民", "居民", "资料", "村", "社区", "摆展板"], Not = ["普法责任清单", "普法…计划", "普法…总结", "普法工作领导小组", "普法领导小组", "普法…先进", "普法短视频", "普法推文", "普法文章", "普法视频", "涉企普法", "线上普法", "法治宣传信息", "法治宣传先进", "法治宣传栏", "普法知识竞赛", "普法工作汇报", "普法用"])]
public sealed record LawOutreachHeld : Activity
{
    [Field("场所", "Scene")]
    public required OutreachScene Scene { get; init; }

    [Field("渠道", "Through")]
    public OutreachChannel? Via { get; init; }

    [Field("到达村（社区、单位）", "Places", MaxLength = 60), Holds(Personal.Nothing)]
    [Named(Ends = ["村", "社区", "小学", "中学", "高中", "一中", "二中", "三中", "职高", "中专", "职教中心", "学院", "学校", "幼儿园", "有限公司", "公司", "厂"], Not = ["中小学", "各学校", "公司法", "公司律师", "乡村", "农村", "全村", "各村", "行政村", "驻村", "村村通", "进村", "进社区", "分包社区", "各社区"], Place = true)]
    public IReadOnlyList<string>? Places { get; init; }

    [Field("受众", "Audience", Unit = "人次")]
    [Words("参加", "群众", "受众", "村民", "居民", "师生", "学生", "职工", "官兵", "受教育", "受教育群众", "听众", "听课", "听讲", "参与", "来了", "观众", "覆盖", "到场", "惠及", "员工", "业主", "商户", "老人", "老百姓", "乡亲", "家长", "工人", "妇女", "收看", "观看", "到了", "听了", "看的人", "听的人", "来的人")]
    public Count? Audience { get; init; }

    [Field("发放资料", "Leaflets", Unit = "份")]
    [Words("资料", "传单", "手册", "读本", "宣传册", "宣传单", "明白纸", "彩页", "折页", "单页", "发放", "发了", "发出", "宣传品", "册子", "单子", "宣传页", "海报", "材料")]
    public Count? Leaflets { get; init; }

    [Field("展板", "Boards", Unit = "块")]
    public int? Boards { get; init; }

    [Field("横幅", "Banners", Unit = "条")]
    [Words("条幅", "标语")]
    public int? Banners { get; init; }

    [Field("现场咨询", "Consultations", Unit = "人次")]
    [Words("咨询", "咨询群众", "群众咨询", "解答", "答疑", "解答群众")]
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
    [Label("机关", "Offices"), Words("进机关")] Office,
    [Label("乡村", "Villages"), Words("下乡", "送法下乡", "进乡村", "农村", "村")] Village,
    [Label("社区", "Communities"), Words("进社区", "小区")] Community,
    [Label("学校", "Schools"), Words("校园", "进校园", "小学", "中学", "师生", "学生", "幼儿园", "高中", "一中", "二中", "三中", "职高", "中专", "职教中心", "学院", "开学第一课")] School,
    [Label("企业", "Enterprises"), Words("进企业", "法律进企业", "园区", "车间", "厂", "公司", Not = ["公司法", "公司律师"])] Enterprise,
    [Label("军营", "Barracks"), Words("部队", "官兵", "进军营", "武警")] Barracks,
    [Label("网络", "Online"), Words("线上", "直播")] Online,
    [Label("公共场所", "Public places"), Words("广场", "公园", "上街", "集市", "街头", "车站", "商场", "门前", "大集", "赶集", "庙会", "摆摊", "市场", "服务区", "汽车站", "火车站", "步行街", "夜市", "景区", "路口", Not = ["市场监管", "市场主体"])] PublicPlace,
    [Label("单位", "Units"), Words("进单位", Not = ["我单位", "本单位"])] Unit,
}

public enum OutreachChannel
{
    [Label("驻村工作队", "Village task force"), Words("工作队")] VillageTeam,
    [Label("联系乡镇", "Township contact"), Words("联系乡")] Township,
    [Label("分包社区", "Community contact")] CommunityTeam,
    [Label("联合开展", "Jointly"), Words("联合", "会同", "局一起", "局一块", "委一起", "委一块", "所一起", "所一块", "院一起", "院一块", "会一起", "会一块")] Joint,
    [Label("其他", "Other")] Other,
}
