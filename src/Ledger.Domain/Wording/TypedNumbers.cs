using System.Text.RegularExpressions;

namespace Ledger.Domain.Wording;

/// <summary>L-09: a number that nothing leads back from. In reports of ours a finding of its own, as each number there is a figure.</summary>
internal static partial class TypedNumbers
{
    public static WordingRule Rule { get; } = new("L-09", "数字要能说明时间范围和来源", "A number says its period and where it comes from", "统计口径：默认 1 月 1 日至 12 月 31 日", Find);

    private static IEnumerable<(string, string, string)> Find(WordedText text) =>
        text.IsOurs ? [] :
        from block in text.Paragraphs
        from Match match in Counted().Matches(block.Text)
        select (block.Place, match.Value, "没有出处和分项：改为引用台账指标");

    [GeneratedRegex(@"(?<![\d〔.．])\d+(\.\d+)?(余)?(次|人次|人|份|件|场次|场|个|项|条|部|篇|家|户|%|％)")]
    private static partial Regex Counted();
}
