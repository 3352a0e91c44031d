using System.Globalization;
using System.Text.RegularExpressions;
using Ledger.Domain.Kinds;

namespace Ledger.Api.Importing;

/// <summary>Numbers as they stand in people's tables: １２, 1,200, 1.5小时, and for counts 约300, 300余, 不少于300.</summary>
internal static partial class NumberText
{
    /// <param name="text">What stands there.</param>
    /// <param name="unit">The field's unit, which may stand behind the number.</param>
    public static decimal? Read(string text, string? unit)
    {
        var plain = CellText.Folded(text).Replace(" ", "", StringComparison.Ordinal);
        if (unit is not null && plain.EndsWith(unit, StringComparison.Ordinal))
            plain = plain[..^unit.Length];
        if (Thousands().IsMatch(plain))
            plain = plain.Replace(",", "", StringComparison.Ordinal);
        return decimal.TryParse(plain, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : null;
    }

    /// <summary>A count, with how exactly it is known where its words say so.</summary>
    public static (decimal Value, Precision? Precision)? ReadCount(string text, string? unit)
    {
        var plain = CellText.Folded(text).Replace(" ", "", StringComparison.Ordinal);
        if (unit is not null && plain.EndsWith(unit, StringComparison.Ordinal))
            plain = plain[..^unit.Length];
        var (rest, precision) = Rough().Match(plain) is { Success: true } rough
            ? (rough.Groups["n"].Value, rough.Groups["least"].Success ? Precision.AtLeast : Precision.Approximate)
            : (plain, (Precision?)null);
        return Read(rest, unit) is { } number ? (number, precision) : null;
    }

    [GeneratedRegex(@"^[+-]?\d{1,3}(,\d{3})+(\.\d+)?$")]
    private static partial Regex Thousands();

    [GeneratedRegex(@"^(?:(?<about>大约|约)(?<n>.+)|(?<least>不少于|至少)(?<n>.+)|(?<n>.+)(?<about>余|多)|(?<n>.+)(?<least>以上))$")]
    private static partial Regex Rough();
}
