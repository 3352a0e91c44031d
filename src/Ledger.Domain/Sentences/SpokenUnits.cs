namespace Ledger.Domain.Sentences;

/// <summary>The measure words people put behind a number, and which of them mean the unit of a field.</summary>
internal static class SpokenUnits
{
    // Longest first. Those no field takes stand here too, so that 三楼 or 5月 is never a count.
    private static readonly string[] Known =
    [
        "个小时", "个钟头", "小时", "钟头", "学时", "课时", "人次", "家次", "户次", "场次", "件次", "个人", "个月", "年度", "分钟", "季度",
        "元", "人", "名", "位", "份", "册", "本", "张", "块", "条", "幅", "个", "件", "起", "宗", "场", "次", "家", "户", "篇", "项", "支", "队",
        "部", "分", "年", "月", "天", "日", "号", "周", "期", "则", "组", "处", "套", "例", "楼", "岁", "届", "把", "只", "面", "盒", "批", "轮", "版", "审", "级", "%",
    ];

    private static readonly string[] People =
    [
        "人", "老人", "学生", "孩子", "家长", "老师", "教师", "村民", "居民", "群众", "乡亲", "妇女", "青年", "官兵", "业主", "商贩", "摊主", "工人", "干部", "党员", "职工", "员工",
        "执法人员", "执法队员", "工作人员", "同志", "队员", "选手", "信访人", "当事人", "负责人",
    ];

    /// <summary>50个老人 and 老人50个 are counted as persons, whatever 个 counts elsewhere.</summary>
    public static bool ArePeople(string text, int start, int end) =>
        People.Any(p => string.CompareOrdinal(text, end, p, 0, p.Length) == 0 || text.AsSpan(0, start).EndsWith(p, StringComparison.Ordinal));

    public static string At(string text, int place) =>
        Known.FirstOrDefault(u => string.CompareOrdinal(text, place, u, 0, u.Length) == 0) ?? "";

    /// <summary>Whether a number said with this unit can be a number of the field's unit.</summary>
    public static bool Means(string said, string? unit) => said == unit || unit switch
    {
        "人" or "人次" => said is "人" or "人次" or "名" or "位" or "个人",
        "份" => said is "册" or "本" or "张" or "套" or "件",
        "块" => said is "个" or "张",
        "条" => said is "幅" or "项" or "个" or "处",
        "件" => said is "起" or "宗" or "例" or "份" or "个",
        "项" => said is "个" or "条" or "件",
        "个" => said is "项" or "条" or "处",
        "小时" => said is "个小时" or "个钟头" or "钟头" or "学时" or "课时",
        "户次" => said is "户" or "家" or "家次" or "个",
        "支" => said is "个" or "队" or "组",
        "篇" => said is "条" or "个" or "期" or "则" or "部",
        "次" => said is "人次",
        "万元" => said is "元",
        "年" => said is "年度",
        _ => false,
    };
}
