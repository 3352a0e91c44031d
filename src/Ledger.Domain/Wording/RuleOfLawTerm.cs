using System.Text.RegularExpressions;

namespace Ledger.Domain.Wording;

/// <summary>L-02: 法治 and not 法制, except in names that keep it (法制审核, 法制机构).</summary>
internal static partial class RuleOfLawTerm
{
    public static WordingRule Rule { get; } = new("L-02", "用“法治”，不用“法制”（法制审核等专名除外）", "法治, not 法制, except in fixed names", "党的二十大报告、《法治政府建设实施纲要（2021—2025年）》用语", Find);

    private static IEnumerable<(string, string, string)> Find(WordedText text) =>
        from block in text.Blocks
        from Match match in Old().Matches(block.Text)
        select (block.Place, match.Value, $"应作“法治{match.Groups[1].Value}”");

    [GeneratedRegex("法制(宣传|教育|建设|政府|观念|意识|思维|轨道|社会|国家|环境|学习|文化|理念|培训|讲座|知识)")]
    private static partial Regex Old();
}
