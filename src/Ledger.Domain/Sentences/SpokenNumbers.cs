using Ledger.Domain.Kinds;

namespace Ledger.Domain.Sentences;

/// <summary>Finds the numbers of a sentence with their units and how exactly they were said.</summary>
internal static class SpokenNumbers
{
    private static readonly string[] AboutBefore = ["大约", "大概", "大致", "差不多", "将近", "接近", "近", "约", "上"];
    private static readonly string[] LeastBefore = ["不少于", "不低于", "至少", "超过", "多达", "逾", "超"];

    // 不到一小时: how much less, nobody said.
    private static readonly string[] LessBefore = ["不到", "不足", "不满", "未满"];

    private static readonly string[] HalfHours = ["半小时", "半个小时", "半个钟头", "半钟头"];

    /// <summary>Every number of the text outside the places already taken, in order.</summary>
    public static IReadOnlyList<Quantity> AllIn(TypedText typed, IReadOnlyList<Span> taken, DateOnly today)
    {
        var all = new List<Quantity>();
        for (var i = 0; i < typed.Length;)
        {
            var place = new Span(i, 1);
            var hit = taken.FirstOrDefault(t => t.Overlaps(place));
            if (hit.Length > 0)
                i = hit.End;
            else if (At(typed, i, today) is { } found)
            {
                all.Add(found);
                i = found.Span.End;
            }
            else
                i = Math.Max(i + 1, Digits.EndOfRun(typed, i));
        }

        return all;
    }

    private static Quantity? At(TypedText typed, int i, DateOnly today)
    {
        if (YearAt(typed, i, today) is { } year)
            return year;
        var text = typed.Text;
        if (HalfHours.FirstOrDefault(h => string.CompareOrdinal(text, i, h, 0, h.Length) == 0) is { } half)
            return new(new(i, half.Length), 0.5m, Precision.Exact, "小时");
        if (Digits.NumberAt(typed, i) is not var (value, end, arabic) || i > 0 && IsNoCount(text[i - 1], arabic) || LessBefore.Any(w => text.AsSpan(0, i).EndsWith(w, StringComparison.Ordinal)))
            return null;
        return Measured(typed, i, value, end, arabic);
    }

    // 第三份, 几十份, 各200份: an order, a guess, a share of a sum nobody said.
    private static bool IsNoCount(char before, bool arabic) => before is '第' or '各' or '每' || !arabic && before is '几' or '数';

    private static Quantity? Measured(TypedText typed, int start, decimal value, int end, bool arabic)
    {
        var text = typed.Text;
        var precision = Precision.Exact;
        if (end < text.Length && text[end] is '余' or '多' or '来' or '几')
            precision = text[end++] is '几' ? Precision.AtLeast : Precision.Approximate;
        if (end < text.Length && text[end] is '万' && SpokenUnits.At(text, end + 1).Length > 0)
            (value, end) = (value * 10_000, end + 1);
        var unit = SpokenUnits.At(text, end);
        // 应考七十二，实考七十: written out and nothing behind it; 三 alone may be part of any word.
        if (!arabic && unit.Length == 0 && (end - start < 2 || !typed.EndsClause(end)))
            return null;
        end += unit.Length;
        if (unit == "个" && HalfHours.FirstOrDefault(h => string.CompareOrdinal(text, end, h, 0, h.Length) == 0) is { } half)
            (value, unit, end) = (value + 0.5m, "小时", end + half.Length);
        else if (unit == "个" && SpokenUnits.ArePeople(text, start, end))
            unit = "人";
        // Forms take half hours: 90分钟 is one and a half, 40分钟 none of them.
        else if (unit == "分钟" && value % 30 == 0)
            (value, unit) = (value / 60, "小时");
        if (string.CompareOrdinal(text, end, "左右", 0, 2) == 0 || string.CompareOrdinal(text, end, "上下", 0, 2) == 0)
            (precision, end) = (Precision.Approximate, end + 2);
        else if (string.CompareOrdinal(text, end, "以上", 0, 2) == 0)
            (precision, end) = (Precision.AtLeast, end + 2);
        // 大概来了50人: the word for about stands before the verb.
        var before = start;
        foreach (var verb in (string[])["来了", "到了", "有", "是", "共", "计"])
            before = text.AsSpan(0, before).EndsWith(verb, StringComparison.Ordinal) ? before - verb.Length : before;
        foreach (var (words, said) in new[] { (LeastBefore, Precision.AtLeast), (AboutBefore, Precision.Approximate) })
        {
            if (words.FirstOrDefault(w => text.AsSpan(0, start).EndsWith(w, StringComparison.Ordinal)) is { } near)
                (precision, start) = (said, start - near.Length);
            else if (before < start && words.FirstOrDefault(w => w.Length > 1 && text.AsSpan(0, before).EndsWith(w, StringComparison.Ordinal)) is not null)
                precision = said;
            else
                continue;
            break;
        }

        return new(Span.Between(start, end), value, precision, unit);
    }

    /// <summary>今年, 本年度: a year said without its number.</summary>
    private static Quantity? YearAt(TypedText typed, int i, DateOnly today)
    {
        foreach (var (word, shift) in new[] { ("本年度", 0), ("今年度", 0), ("今年", 0), ("本年", 0), ("明年", 1), ("去年", -1) })
        {
            if (string.CompareOrdinal(typed.Text, i, word, 0, word.Length) == 0 && today.Year + shift > 0)
                return new(new(i, word.Length), today.Year + shift, Precision.Exact, "年");
        }

        return null;
    }
}
