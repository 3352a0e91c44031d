namespace Ledger.Domain.Sentences;

/// <summary>Words at which a name ends, and words that only look like them.</summary>
internal static partial class Names
{
    private static readonly string[] AlwaysStop =
    [
        "到", "在", "去", "赴", "驻", "进", "向", "请", "邀请", "给", "走访", "前往", "来到", "深入", "走进", "组织", "开展", "举办", "举行", "召开", "参加", "进行",
        "联合", "会同", "配合", "协助", "陪同", "通过", "利用", "分包", "联系", "审查", "审核", "我局", "我单位", "新聘", "续聘", "聘请", "聘任", "印发", "制定", "修订", "出台", "下发", "发布",
        "跟", "帮", "找", "让", "叫", "授课", "讲课", "主讲", "担任", "列席", "出具", "提供", "解答", "协助", "帮忙", "关于", "了", "对", "由", "讲", "把", "将", "被", "来", "作", "做", "就", "为", "的", "与",
    ];

    // Names of villages may begin with these: 和平社区, 向阳村. They end a name only once there is one.
    private static readonly string[] Soft = ["和", "同", "向", "对", "为", "与", "作", "来", "就", "将", "由"];

    // 国家工作人员, 合同诈骗案, 就业促进法: half of another word is no verb and no preposition.
    private static readonly string[] Compounds =
    [
        "工作", "合作", "协作", "制作", "著作", "作业", "作物", "作品", "行为", "作为", "自由", "事由", "合同", "共同", "同意", "和平", "和谐", "共和", "促进", "推进", "先进", "前进", "引进", "进步", "进口", "进出",
        "就业", "应对", "对外", "对口", "方向", "向阳", "未来", "外来", "往来", "来访", "申请", "请求", "供给", "存在", "在建", "标的", "目的", "到期", "驻地", "讲座", "去年", "了解",
        "开发", "发展", "推广", "转让", "出让", "让利", "查找", "寻找", "帮扶", "帮教", "跟踪", "科学", "教学", "同学", "小学", "中学", "大学", "学校", "学院", "学生", "学前", "学位",
    ];

    // 请孙老师到党校讲课: who teaches does not stand behind to.
    private static readonly string[] Towards = ["到", "去", "在", "赴", "进", "深入"];
}
