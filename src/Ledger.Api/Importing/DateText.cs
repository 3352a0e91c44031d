using System.Globalization;
using System.Text.RegularExpressions;
using Ledger.Documents.Sheets;

namespace Ledger.Api.Importing;

/// <summary>Days as they stand in people's tables: a date, a serial number without the look of one, or text in any of the usual spellings.</summary>
internal static partial class DateText
{
    public static DateOnly? Read(ReadCell cell, bool from1904)
    {
        if (cell.Kind == ReadKind.Date)
            return DateOnly.FromDateTime(cell.Moment);
        if (Written().Match(CellText.Folded(CellText.Of(cell))) is { Success: true } written)
            return Day($"{written.Groups["y"].Value}-{written.Groups["m"].Value.PadLeft(2, '0')}-{written.Groups["d"].Value.PadLeft(2, '0')}");
        return cell.Kind == ReadKind.Number && WorkbookReader.DayOf(cell.Number, from1904) is { Year: >= 2000 and < 2100 } day ? DateOnly.FromDateTime(day) : null;
    }

    private static DateOnly? Day(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    /// <summary>2023-5-3, 2023/5/3, 2023.5.3, 2023年5月3日, 20230503; the midnight that some programs add behind it is no part of it.</summary>
    [GeneratedRegex(@"^(?<y>\d{4})(?:\s*[-/.年]\s*(?<m>\d{1,2})\s*[-/.月]\s*(?<d>\d{1,2})\s*[日号]?|(?<m>\d{2})(?<d>\d{2}))(?:[ T]0?0:00(?::00)?)?$")]
    private static partial Regex Written();
}
