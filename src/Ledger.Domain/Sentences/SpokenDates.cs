using System.Text.RegularExpressions;

namespace Ledger.Domain.Sentences;

/// <summary>Finds the days a sentence speaks of: 昨天, 上周三, 5月3日, 12.4, 二〇二四年五月六日, 国家宪法日.</summary>
internal static partial class SpokenDates
{
    private static readonly (string Word, int Shift)[] Relative =
    [
        ("大前天", -3), ("前天", -2), ("前日", -2), ("昨天", -1), ("昨日", -1), ("昨晚", -1), ("昨儿", -1),
        ("昨夜", -1), ("昨上午", -1), ("昨下午", -1), ("前晚", -2), ("今天", 0), ("今日", 0), ("今儿", 0), ("今早", 0), ("今晚", 0), ("刚才", 0), ("刚刚", 0), ("明天", 1), ("明日", 1), ("后天", 2),
    ];

    private static readonly (string Word, int Month, int Day)[] Feasts =
    [
        ("国家宪法日", 12, 4), ("宪法日", 12, 4), ("消费者权益日", 3, 15), ("妇女节", 3, 8), ("国家安全教育日", 4, 15), ("知识产权日", 4, 26),
        ("世界环境日", 6, 5), ("国际禁毒日", 6, 26), ("禁毒日", 6, 26),
    ];

    private static readonly string[] Papers = ["提案", "建议", "议案", "工单", "文件", "通报", "案件"];

    /// <summary>In the order of the text, never overlapping.</summary>
    public static IReadOnlyList<DateMention> AllIn(TypedText typed, DateOnly today)
    {
        var found = new List<DateMention>();
        foreach (var mention in Written(typed, today).Concat(Short(typed, today)).Concat(Words(typed.Text, today)).Concat(Beginnings(typed, today)))
        {
            if (found.All(f => !f.Span.Overlaps(mention.Span)))
                found.Add(mention);
        }

        return Joined(typed.Text, found.OrderBy(f => f.Span.Start));
    }

    private static IEnumerable<DateMention> Written(TypedText typed, DateOnly today)
    {
        foreach (Match m in MonthAndDay().Matches(typed.Text))
        {
            // 5月3件 is no date, 3月5日前 is a deadline.
            var open = !m.Groups["day"].Success;
            if (open && SpokenUnits.At(typed.Text, m.Index + m.Length).Length > 0 || IsDeadline(typed.Text, m.Index + m.Length))
                continue;
            if (YearOf(m, today) is not var (year, month) || Number(m.Groups["d"]) is not { } d)
                continue;
            var day = year is { } y ? Calendar.Day(y, month, d) : Calendar.Nearest(month, d, today);
            if (day is not { } first)
                continue;
            var last = m.Groups["d2"].Success && Number(m.Groups["d2"]) is { } d2
                ? Calendar.Day(first.Year, m.Groups["m2"].Success ? Number(m.Groups["m2"]) ?? 0 : first.Month, d2)
                : null;
            yield return new(new(m.Index, m.Length), first, last >= first ? last : null, 2);
        }

        foreach (Match m in Iso().Matches(typed.Text))
        {
            if (!Touches(typed.Text, m) && Calendar.Day(Number(m.Groups["y"])!.Value, Number(m.Groups["m"])!.Value, Number(m.Groups["d"])!.Value) is { } day)
                yield return new(new(m.Index, m.Length), day, null, 2);
        }
    }

    private static IEnumerable<DateMention> Short(TypedText typed, DateOnly today)
    {
        foreach (Match m in Dotted().Matches(typed.Text))
        {
            var (start, end) = (m.Index, m.Index + m.Length);
            var apart = start == 0 || typed.Gaps[start] || TypedText.IsMark(typed.Text[start - 1]);
            var amount = char.IsAsciiDigit(typed.Text[end - 1])
                && (SpokenUnits.At(typed.Text, end).Length > 0 || end < typed.Length && typed.Text[end] is '万' or '亿' or '余' or '多');
            if (apart && !Touches(typed.Text, m) && !amount && !IsDeadline(typed.Text, end)
                && Calendar.Nearest(Number(m.Groups["m"])!.Value, Number(m.Groups["d"])!.Value, today) is { } day)
                yield return new(Span.Between(start, end), day, null, 2);
        }

        foreach (Match m in DayOnly().Matches(typed.Text))
        {
            var thing = m.Index + m.Length < typed.Length && "楼文令线店院通机车桌房标码门会室".Contains(typed.Text[m.Index + m.Length], StringComparison.Ordinal);
            // 2号提案, 建议2号: the number of a paper.
            var paper = Papers.Any(p => string.CompareOrdinal(typed.Text, m.Index + m.Length, p, 0, p.Length) == 0 || typed.Text.AsSpan(0, m.Index).EndsWith(p, StringComparison.Ordinal));
            var part = m.Index > 0 && "第〕］]）)月年·0123456789".Contains(typed.Text[m.Index - 1], StringComparison.Ordinal);
            if (!thing && !paper && !part && !IsDeadline(typed.Text, m.Index + m.Length) && Number(m.Groups["d"]) is { } d && Calendar.Past(d, today) is { } day)
            {
                var last = Number(m.Groups["d2"]) is { } d2 ? Calendar.Day(day.Year, day.Month, d2) : null;
                yield return new(new(m.Index, m.Length), day, last > day ? last : null, 2);
            }
        }
    }

    private static IEnumerable<DateMention> Words(string text, DateOnly today)
    {
        foreach (Match m in WeekDay().Matches(text))
        {
            int? weeks = m.Groups["w"].Value switch { "上上" => -2, "上" => -1, "下" => 1, "" => null, _ => 0 };
            if ((m.Index == 0 || text[m.Index - 1] is not ('每' or '传')) && Calendar.Weekday("一二三四五六日".IndexOf(m.Groups["d"].Value is "天" ? '日' : m.Groups["d"].Value[0], StringComparison.Ordinal), weeks, today) is { } day)
                yield return new(new(m.Index, m.Length), day, null, 2);
        }

        foreach (var (word, shift) in Relative)
        {
            for (var i = text.IndexOf(word, StringComparison.Ordinal); i >= 0; i = text.IndexOf(word, i + word.Length, StringComparison.Ordinal))
            {
                if (Calendar.Shift(today, shift) is { } day)
                    yield return new(new(i, word.Length), day, null, 2);
            }
        }

        foreach (var (word, month, d) in Feasts)
        {
            if (text.IndexOf(word, StringComparison.Ordinal) is >= 0 and var i
                && !IsAround(text, i, i + word.Length) && LastOf(month, d, today) is { } day)
                yield return new(new(i, word.Length), day, null, 1);
        }

        foreach (var word in (string[])["上午", "下午", "中午", "早上", "早晨", "一早", "晚上", "傍晚"])
        {
            if (text.IndexOf(word, StringComparison.Ordinal) is >= 0 and var i)
                yield return new(new(i, word.Length), today, null, 0);
        }
    }
}
