using System.Text.RegularExpressions;

namespace Ledger.Domain.Wording;

/// <summary>P-06 to P-09: numbers and dates as GB/T 15835—2011 has them.</summary>
internal static partial class Numerals
{
    private const string Standard = "GB/T 15835—2011《出版物上数字用法》";

    public static IReadOnlyList<WordingRule> Rules { get; } =
    [
        new("P-06", "日期用“日”，不用“号”", "A date is a 日 and not a 号", Standard, text => All(text, DayNumber(), m => $"应作“{m.Groups[1].Value}日”")),
        new("P-07", "月、日不编虚位", "No zero before month or day", Standard, text => All(text, Padded(), m => $"应作“{m.Value.Replace("0", "", StringComparison.Ordinal)}”")),
        new("P-08", "年份用四位数字", "A year has four digits", Standard, text => All(text, ShortYear(), _ => "年份应写全四位")),
        new("P-09", "阿拉伯数字用半角，数值范围用“—”或“～”", "Half-width digits; a range has — or ～", Standard, text =>
            All(text, WideDigit(), _ => "数字应用半角").Concat(All(text, Range(), m => $"应作“{m.Value.Replace('~', '～').Replace('-', '—')}”"))),
    ];

    private static IEnumerable<(string, string, string)> All(WordedText text, Regex wrong, Func<Match, string> message) =>
        from block in text.Blocks from Match match in wrong.Matches(block.Text) select (block.Place, match.Value, message(match));

    [GeneratedRegex(@"(\d{1,2}月\d{1,2})号")]
    private static partial Regex DayNumber();

    [GeneratedRegex(@"(?<=\d{4}年)0\d月|(?<=月)0\d日")]
    private static partial Regex Padded();

    [GeneratedRegex(@"(?<![\d第近过])\d{2}年(?=度|\d{1,2}月)")]
    private static partial Regex ShortYear();

    [GeneratedRegex("[０-９]+")]
    private static partial Regex WideDigit();

    [GeneratedRegex(@"(?<![\d-])\d+[~-]\d+(?=[年月日个件次人份%])")]
    private static partial Regex Range();
}
