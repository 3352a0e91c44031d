namespace Ledger.Domain.Sentences;

/// <summary>Numbers written in Chinese characters: 二十, 一百二, 两千零五, 三万, 二〇二四.</summary>
internal static class Numerals
{
    public const string Characters = "〇零一二两俩三仨四五六七八九十百千万亿";
    private const string Digits = "零一二三四五六七八九";

    /// <summary>The number, or null where the characters are not one: 二三十, 百千.</summary>
    public static long? Parse(string written)
    {
        if (written.Length is 0 or > 12 || written.Any(c => !Characters.Contains(c, StringComparison.Ordinal)))
            return null;
        return written.Any(c => "十百千万亿".Contains(c, StringComparison.Ordinal)) ? Places(written) : Row(written);
    }

    private static long? Row(string written)
    {
        long value = 0;
        foreach (var c in written)
            value = value * 10 + DigitOf(c)!.Value;
        return written.Length == 1 || written.Length == 4 || written.Length == 2 && written[0] is '〇' or '零' ? value : null;
    }

    private static long? Places(string written)
    {
        long total = 0, section = 0, before = long.MaxValue;
        long? digit = null;
        var zero = false;
        foreach (var c in written)
        {
            if (DigitOf(c) is { } d)
            {
                if (d == 0)
                    zero = true;
                else if (digit is not null)
                    return null;
                else
                    digit = d;
                continue;
            }

            var place = PlaceOf(c);
            if (place >= 10_000)
            {
                section = (section + (digit ?? 0)) * place;
                if (section == 0)
                    return null;
                (total, section, before) = (total + section, 0, place);
            }
            else
            {
                if (place >= before || digit is null && (section > 0 || place > 10))
                    return null;
                (section, before) = (section + (digit ?? 1) * place, place);
            }

            (digit, zero) = (null, false);
        }

        // 一百二 says 120, 一百零二 says 102.
        var last = digit ?? 0;
        return total + section + (zero || before <= 10 || before == long.MaxValue ? last : last * (before / 10));
    }

    private static long? DigitOf(char c) => c switch
    {
        '〇' => 0,
        '两' or '俩' => 2,
        '仨' => 3,
        _ when Digits.IndexOf(c, StringComparison.Ordinal) is >= 0 and var d => d,
        _ => null,
    };

    private static long PlaceOf(char c) => c switch { '十' => 10, '百' => 100, '千' => 1000, '万' => 10_000, _ => 100_000_000 };
}
