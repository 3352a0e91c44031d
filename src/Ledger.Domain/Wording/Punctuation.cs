using System.Text.RegularExpressions;

namespace Ledger.Domain.Wording;

/// <summary>P-01 to P-05: signs as GB/T 15834—2011 has them.</summary>
internal static partial class Punctuation
{
    private const string Standard = "GB/T 15834—2011《标点符号用法》";

    public static IReadOnlyList<WordingRule> Rules { get; } =
    [
        new("P-01", "中文之间用全角标点", "Full-width signs between Chinese characters", Standard, text => All(text, HalfWidth(), m => $"应用全角标点：“{Full(m.Groups[1].Value)}”")),
        new("P-02", "“第一”“首先”后用逗号，括号序号后不加标点", "Ordinals are followed by a comma, bracketed ones by nothing", Standard, text =>
            All(text, Ordinal(), m => $"应作“{m.Groups[1].Value}，”").Concat(All(text, Bracketed(), m => $"应作“{m.Groups[1].Value}”，括号后不加标点"))),
        new("P-03", "独立成行的标题末尾不用句号", "A heading on its own line ends without a full stop", Standard, text =>
            text.Blocks.Where(b => b.Level > 0 && b.Text.EndsWith('。')).Select(b => (b.Place, b.Text, "去掉标题末尾的句号"))),
        new("P-04", "引号、括号、书名号成对", "Quotes and brackets come in pairs", Standard, Unpaired),
        new("P-05", "省略号用“……”", "An ellipsis is ……", Standard, text => All(text, Dots(), _ => "应作“……”")),
    ];

    private static IEnumerable<(string, string, string)> All(WordedText text, Regex wrong, Func<Match, string> message) =>
        from block in text.Blocks from Match match in wrong.Matches(block.Text) select (block.Place, match.Value, message(match));

    private static IEnumerable<(string, string, string)> Unpaired(WordedText text)
    {
        foreach (var block in text.Blocks)
        {
            foreach (var pair in new[] { "“”", "‘’", "（）", "《》", "〔〕", "【】" })
            {
                var depth = 0;
                foreach (var sign in block.Text)
                {
                    depth += sign == pair[0] ? 1 : sign == pair[1] ? -1 : 0;
                    if (depth < 0)
                        break;
                }

                if (depth != 0)
                    yield return (block.Place, pair, $"“{pair[0]}”与“{pair[1]}”不成对");
            }
        }
    }

    private static string Full(string half) => half switch { "," => "，", ";" => "；", ":" => "：", "?" => "？", "!" => "！", "(" => "（", ")" => "）", _ => half };

    [GeneratedRegex(@"(?<=[\u4e00-\u9fff])([,;:?!()])(?=[\u4e00-\u9fff“‘《（])")]
    private static partial Regex HalfWidth();

    [GeneratedRegex("(第[一二三四五六七八九十]|首先|其次|再次|最后)、")]
    private static partial Regex Ordinal();

    [GeneratedRegex(@"(（[一二三四五六七八九十\d]+）)[，、]")]
    private static partial Regex Bracketed();

    [GeneratedRegex(@"\.{3,}|。{2,}|(?<!…)…(?!…)")]
    private static partial Regex Dots();
}
