using System.Globalization;

namespace Ledger.Documents.Pdf;

/// <summary>Numbers with up to three decimals. A page has thousands of them, and the framework's formats are general and slow.</summary>
internal static class Thousandths
{
    /// <summary>Room for any of them.</summary>
    public const int Longest = 24;

    // Whole thousandths are exact up to here, and far beyond any sheet of paper.
    private const double Limit = 1e12;

    /// <summary>Returns how many characters were written.</summary>
    public static int Write(double value, Span<char> text)
    {
        var rounded = Math.Round(value * 1000);
        if (!(Math.Abs(rounded) < Limit)) throw new ArgumentOutOfRangeException(nameof(value), value, "This is no length on a page.");
        var thousandths = Math.Abs((long)rounded);
        var length = 0;
        if (rounded < 0) text[length++] = '-';
        (thousandths / 1000).TryFormat(text[length..], out var digits, provider: CultureInfo.InvariantCulture);
        length += digits;
        var rest = (int)(thousandths % 1000);
        if (rest > 0) text[length++] = '.';
        for (var unit = 100; rest > 0; rest %= unit, unit /= 10) text[length++] = (char)('0' + rest / unit);
        return length;
    }
}
