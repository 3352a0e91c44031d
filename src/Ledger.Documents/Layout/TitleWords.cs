namespace Ledger.Documents.Layout;

/// <summary>Words of official titles that a line of the title must not tear apart (7.3.1: 词意完整).</summary>
internal static class TitleWords
{
    private static readonly string[] Words =
    [
        "法治政府建设", "法治建设", "法治政府", "依法行政", "依法治县", "依法治市", "人民政府", "行政执法", "行政复议", "行政诉讼", "规范性文件", "统计调查",
        "党政主要负责人", "主要负责人", "第一责任人", "履行职责", "职责情况", "实施方案", "工作方案", "工作总结", "工作要点", "工作计划", "工作情况", "建设情况",
        "落实情况", "开展情况", "年度报告", "情况报告", "补充报告", "委员会", "办公室", "领导小组", "服务中心", "管理局", "服务局", "营商环境", "招商服务",
        "法治宣传教育", "普法依法治理", "法律顾问", "统计表", "情况表", "明细表", "对照表", "清单", "索引", "口径", "说明", "台账", "关于", "年度", "情况",
        "报告", "通知", "通报", "请示", "批复", "意见", "决定", "方案", "总结", "计划", "建设", "工作", "政府", "法治", "推进", "贯彻", "落实", "实施", "加强",
        "进一步", "开展", "印发", "转发", "做好", "主要", "指标", "统计", "数据", "计数", "规则", "活动", "资料", "证据", "附件", "样例", "责任", "宣传",
        "教育", "服务", "管理", "中心", "招商", "文件",
    ];

    /// <summary>How many characters the longest known word at this place has; 0 when none.</summary>
    public static int LengthAt(string text, int at) =>
        Words.Where(word => string.CompareOrdinal(text, at, word, 0, word.Length) == 0).Select(word => word.Length).DefaultIfEmpty().Max();
}
