using System.Globalization;
using Ledger.Domain;

namespace Ledger.Api.Calendars;

/// <summary>A day and a year as somebody asks for them in an address.</summary>
internal static class AskedDay
{
    public static readonly Problem BadDay = new("on", "应为日期（2023-06-30），年份在 2000 到 2100 之间", "Must be a day (2023-06-30) between 2000 and 2100");
    public static readonly Problem BadYear = new("year", "年度应在 2000 到 2100 之间", "The year must lie between 2000 and 2100");

    public static DateOnly? Of(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is >= 2000 and <= 2100 ? day : null;

    public static int? Year(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is >= 2000 and <= 2100 ? year : null;
}
