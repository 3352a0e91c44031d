using System.Globalization;

namespace Ledger.Bench.Output;

internal static class Numbers
{
    /// <summary>Three digits are enough for anything measured here.</summary>
    public static string Text(double value) => value.ToString(
        Math.Abs(value) switch { >= 1000 => "# ### ##0", >= 100 => "0", >= 10 => "0.0", _ => "0.00" }, CultureInfo.InvariantCulture).Trim();
}
