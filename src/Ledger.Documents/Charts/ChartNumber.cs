using System.Globalization;

namespace Ledger.Documents.Charts;

/// <summary>Numbers as charts and their tables print them.</summary>
internal static class ChartNumber
{
    private const decimal Wan = 10_000, Yi = 100_000_000;

    /// <summary>The missing value in a table.</summary>
    public const string Missing = "—";

    /// <summary>All digits, and the zeros behind them that the number carries.</summary>
    public static string Exact(decimal value) => value.ToString(CultureInfo.InvariantCulture);

    public static string Exact(decimal? value) => value is { } known ? Exact(known) : Missing;

    /// <summary>In 万 or 亿 with at most two decimals when the number is that large, else exact.</summary>
    public static string Short(decimal value) => Math.Abs(value) < Wan ? Exact(value) : In(UnitFor(Math.Abs(value)), value, "0.##");

    /// <summary>The ticks of a scale, all in the unit that fits the largest.</summary>
    public static IReadOnlyList<string> Ticks(Axis axis)
    {
        var unit = UnitFor(Math.Max(Math.Abs(axis.From), Math.Abs(axis.To)));
        return [.. axis.Ticks.Select(tick => In(unit, tick, "0.##########"))];
    }

    private static decimal UnitFor(decimal largest) => largest >= Yi ? Yi : largest >= Wan ? Wan : 1;

    private static string In(decimal unit, decimal value, string format)
    {
        var text = (value / unit).ToString(format, CultureInfo.InvariantCulture);
        return value == 0 || unit == 1 ? text : text + (unit == Yi ? "亿" : "万");
    }
}
