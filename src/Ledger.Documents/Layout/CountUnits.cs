namespace Ledger.Documents.Layout;

/// <summary>What a number keeps at its side: its unit, per cent, the year's 年, the document number's 号.</summary>
internal static class CountUnits
{
    // Longer ones first: 人次 before 人.
    private static readonly string[] Units =
    [
        "万人次", "年度", "人次", "家次", "件次", "户次", "场次", "台次", "万元", "亿元", "个月", "工作日", "学时", "平方米", "公里", "万", "亿",
        "年", "月", "日", "号", "次", "场", "件", "份", "人", "家", "篇", "条", "元", "项", "个", "名", "期", "户", "村", "块", "册", "幅",
        "部", "天", "周", "时", "分", "秒", "批", "类", "处", "所", "辆", "台", "米", "％", "‰", "℃", "㎡",
    ];

    /// <summary>How many characters from <paramref name="at"/> on belong to the number before them.</summary>
    public static int LengthAt(List<Character> text, int at) =>
        Units.FirstOrDefault(unit => Matches(text, at, unit))?.Length ?? 0;

    private static bool Matches(List<Character> text, int at, string unit)
    {
        if (at + unit.Length > text.Count) return false;
        for (var i = 0; i < unit.Length; i++)
        {
            if (text[at + i].CodePoint != unit[i]) return false;
        }

        return true;
    }
}
