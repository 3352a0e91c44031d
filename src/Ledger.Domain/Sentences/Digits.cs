using System.Globalization;

namespace Ledger.Domain.Sentences;

/// <summary>Reads the digits of one number, Arabic or Chinese, at a place of the text.</summary>
internal static class Digits
{
    /// <summary>The number that begins here and where it ends; null where none does.</summary>
    public static (decimal Value, int End, bool Arabic)? NumberAt(TypedText typed, int i)
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
                return Rest(typed, end + 1, factor) is var (rest, after) ? (number * factor + rest, after, true) : (number * factor, end + 1, true);
        }

        return (number, end, true);
    }

    /// <summary>What follows a place: 1万2千 says 12000, 3万5 says 35000.</summary>
    private static (decimal Value, int End)? Rest(TypedText typed, int i, decimal place)
    {
        if (i >= typed.Length || typed.Gaps[i] || !char.IsAsciiDigit(typed.Text[i]))
            return null;
        var end = EndOfRun(typed, i);
        if (end - i > 4 || !decimal.TryParse(typed.Text.AsSpan(i, end - i), NumberStyles.None, CultureInfo.InvariantCulture, out var digits))
            return null;
        if (end < typed.Length && typed.Text[end] is '千' or '百')
            return (digits * (typed.Text[end] == '千' ? 1000 : 100), end + 1);
        return (end - i == 1 ? digits * place / 10 : digits, end);
    }

    /// <summary>Where the digits that begin here end; 1,200 and 2.5 are one number, 3. is not.</summary>
    public static int EndOfRun(TypedText typed, int i)
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
