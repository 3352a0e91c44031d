using System.Globalization;
using Ledger.Domain.Kinds;

namespace Ledger.Domain.Sentences;

/// <summary>A number as a sentence says it: 约300余份, 三万元, 两个半小时.</summary>
/// <param name="Span">Its place, with the words for about and the unit.</param>
/// <param name="Value">Its value; money in 元.</param>
/// <param name="Precision">How exactly it was said.</param>
/// <param name="Unit">The unit as said, or nothing.</param>
internal sealed record Quantity(Span Span, decimal Value, Precision Precision, string Unit)
{
    /// <summary>Where the words that say what was counted can stand.</summary>
    public Span Reach { get; init; }

    private static readonly string[] AboutBefore = ["大约", "将近", "接近", "近", "约", "上"];
    private static readonly string[] LeastBefore = ["不少于", "不低于", "至少", "超过", "多达", "逾", "超"];

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
                i = Math.Max(i + 1, EndOfRun(typed, i));
        }

        return all;
    }

    private static Quantity? At(TypedText typed, int i, DateOnly today)
    {
        if (YearAt(typed, i, today) is { } year)
            return year;
        var text = typed.Text;
        if (string.CompareOrdinal(text, i, "半小时", 0, 3) == 0 || string.CompareOrdinal(text, i, "半个小时", 0, 4) == 0)
            return new(Span.Between(i, text.IndexOf('时', i) + 1), 0.5m, Precision.Exact, "小时");
        if (NumberAt(typed, i) is not var (value, end, arabic) || i > 0 && IsNoCount(text[i - 1], arabic))
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
        if (!arabic && unit.Length == 0)
            return null;
        end += unit.Length;
        if (unit == "个" && string.CompareOrdinal(text, end, "半小时", 0, 3) == 0)
            (value, unit, end) = (value + 0.5m, "小时", end + 3);
        if (string.CompareOrdinal(text, end, "左右", 0, 2) == 0 || string.CompareOrdinal(text, end, "上下", 0, 2) == 0)
            (precision, end) = (Precision.Approximate, end + 2);
        else if (string.CompareOrdinal(text, end, "以上", 0, 2) == 0)
            (precision, end) = (Precision.AtLeast, end + 2);
        foreach (var (words, said) in new[] { (LeastBefore, Precision.AtLeast), (AboutBefore, Precision.Approximate) })
        {
            if (words.FirstOrDefault(w => text.AsSpan(0, start).EndsWith(w, StringComparison.Ordinal)) is not { } word)
                continue;
            (precision, start) = (said, start - word.Length);
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

    private static (decimal Value, int End, bool Arabic)? NumberAt(TypedText typed, int i)
    {
        var text = typed.Text;
        var end = EndOfRun(typed, i);
        if (end == i)
            return null;
        if (!char.IsAsciiDigit(text[i]))
        {
            var written = text[i..end];
            // 百余人, 近千份: a place alone counts only where the sentence says it is rough.
            if (written is "百" or "千" && end < text.Length && (text[end] is '余' or '多' || i > 0 && text[i - 1] is '近' or '上' or '约'))
                return (written == "百" ? 100 : 1000, end, false);
            return Numerals.Parse(written) is { } value ? (value, end, false) : null;
        }

        var digits = text[i..end].Replace(",", "", StringComparison.Ordinal);
        if (digits.Length > 12 || !decimal.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
            return null;
        foreach (var (place, factor) in new[] { ('百', 100m), ('千', 1000m), ('万', 10_000m), ('亿', 100_000_000m) })
        {
            if (end < text.Length && text[end] == place)
                return (number * factor, end + 1, true);
        }

        return (number, end, true);
    }

    /// <summary>Where the digits that begin here end; 1,200 and 2.5 are one number, 3. is not.</summary>
    private static int EndOfRun(TypedText typed, int i)
    {
        var (text, end) = (typed.Text, i);
        if (Numerals.Characters.Contains(text[i], StringComparison.Ordinal))
        {
            while (end < text.Length && Numerals.Characters.Contains(text[end], StringComparison.Ordinal) && (end == i || !typed.Gaps[end]))
                end++;
            return end;
        }

        while (end < text.Length && (end == i || !typed.Gaps[end]) && (char.IsAsciiDigit(text[end]) || end > i && IsInside(text, i, end)))
            end++;
        return end;
    }

    private static bool IsInside(string text, int start, int i) =>
        i + 1 < text.Length && char.IsAsciiDigit(text[i + 1])
        && (text[i] == '.' && text.IndexOf('.', start, i - start) < 0
            || text[i] == ',' && i + 3 < text.Length && char.IsAsciiDigit(text[i + 2]) && char.IsAsciiDigit(text[i + 3]) && (i + 4 == text.Length || !char.IsAsciiDigit(text[i + 4])));
}
