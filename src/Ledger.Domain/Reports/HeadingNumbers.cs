namespace Ledger.Domain.Reports;

/// <summary>Numbers headings as the layout standard has them (GB/T 9704 7.3.3): 一、 （一） 1. （1）.</summary>
internal sealed class HeadingNumbers
{
    private readonly int[] _at = new int[5];

    public string Next(int level)
    {
        _at[level]++;
        Array.Clear(_at, level + 1, _at.Length - level - 1);
        return level switch
        {
            1 => $"{Chinese(_at[1])}、",
            2 => $"（{Chinese(_at[2])}）",
            3 => $"{_at[3]}.",
            _ => $"（{_at[4]}）",
        };
    }

    public static string Chinese(int number)
    {
        const string digits = "零一二三四五六七八九";
        return number switch
        {
            < 10 => digits[number].ToString(),
            10 => "十",
            < 20 => $"十{digits[number - 10]}",
            _ => $"{digits[number / 10]}十{(number % 10 == 0 ? "" : digits[number % 10])}",
        };
    }
}
