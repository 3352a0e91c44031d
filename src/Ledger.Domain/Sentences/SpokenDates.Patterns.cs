using System.Globalization;
using System.Text.RegularExpressions;

namespace Ledger.Domain.Sentences;

/// <summary>The shapes a date is written in, and what their parts say.</summary>
internal static partial class SpokenDates
{
    // Every repetition is bounded, so a place of the text costs no more than a constant.
    private const string N = "[0-9〇零一二三四五六七八九十]";

    private static (int? Year, int Month)? YearOf(Match m, DateOnly today)
    {
        var lastMonth = today.Month == 1 ? (today.Year - 1, 12) : (today.Year, today.Month - 1);
        if (m.Groups["rel"].Success)
            return m.Groups["rel"].Value.StartsWith('上') ? lastMonth : (today.Year, today.Month);
        if (Number(m.Groups["m"]) is not { } month)
            return null;
        return m.Groups["y"].Value switch
        {
            "" => (null, month),
            "今" or "本" => (today.Year, month),
            "去" => (today.Year - 1, month),
            "前" => (today.Year - 2, month),
            "明" => (today.Year + 1, month),
            _ => Number(m.Groups["y"]) is { } year ? (year < 100 ? year + 2000 : year, month) : null,
        };
    }

    private static DateOnly? LastOf(int month, int day, DateOnly today) =>
        Calendar.Day(today.Year, month, day) is { } d && d <= today ? d : Calendar.Day(today.Year - 1, month, day);

    private static bool IsDeadline(string text, int end) =>
        end < text.Length && text[end] is '前' || string.CompareOrdinal(text, end, "之前", 0, 2) == 0 || string.CompareOrdinal(text, end, "以前", 0, 2) == 0;

    private static bool IsAround(string text, int start, int end) =>
        end < text.Length && text[end] is '前' or '后'
        || ((string[])["迎接", "筹备", "准备", "部署"]).Any(w => text.AsSpan(0, start).EndsWith(w, StringComparison.Ordinal));

    private static bool Touches(string text, Match m) =>
        m.Index > 0 && (char.IsAsciiDigit(text[m.Index - 1]) || text[m.Index - 1] is '.')
        || m.Index + m.Length is var end && end < text.Length && (char.IsAsciiDigit(text[end]) || text[end] is '.' && end + 1 < text.Length && char.IsAsciiDigit(text[end + 1]));

    private static int? Number(Group group) =>
        int.TryParse(group.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var arabic) ? arabic
        : Numerals.Parse(group.Value) is { } chinese and <= 9999 ? (int)chinese
        : null;

    [GeneratedRegex($"(?:(?<y>{N}{{4}}|[0-9]{{2}}|[今本去前明])年)?(?:(?<rel>[上本这]个?月|当月)|(?<m>{N}{{1,3}})月(?:份)?)(?<d>{N}{{1,3}})(?<day>[日号])?(?:[-—–~～至到]{{1,2}}(?:(?<m2>{N}{{1,3}})月)?(?<d2>{N}{{1,3}})[日号])?", RegexOptions.CultureInvariant)]
    private static partial Regex MonthAndDay();

    [GeneratedRegex("(?<y>20[0-9]{2})(?:(?<s>[-/.])(?<m>[0-9]{1,2})\\k<s>(?<d>[0-9]{1,2})|(?<m>[0-9]{2})(?<d>[0-9]{2}))日?", RegexOptions.CultureInvariant)]
    private static partial Regex Iso();

    [GeneratedRegex("(?<m>[0-9]{1,2})[./·・-](?<d>[0-9]{1,2})[日号]?", RegexOptions.CultureInvariant)]
    private static partial Regex Dotted();

    [GeneratedRegex($"(?<d>{N}{{1,3}})(?:[-—–~～至到]{{1,2}}(?<d2>{N}{{1,3}}))?[日号]", RegexOptions.CultureInvariant)]
    private static partial Regex DayOnly();

    /// <summary>4月中旬, 上周, 前几天: some day of several, and nobody said which.</summary>
    [GeneratedRegex($"(?:{N}{{1,3}}|[上本这当]个?)月(?:[上中下]旬|份|初|底|末|(?!{N}))|(?:上上|[上这本])个?(?:周|星期|礼拜)(?![一二三四五六日天])|周末|月初|月底|前几天|前些天|前些日子|前段时间|前阵子|前两天", RegexOptions.CultureInvariant)]
    public static partial Regex SomeDay();

    [GeneratedRegex("(?<w>上上|上|本|这|下)?个?(?:周|星期|礼拜)(?<d>[一二三四五六日天])", RegexOptions.CultureInvariant)]
    private static partial Regex WeekDay();
}
