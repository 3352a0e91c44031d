namespace Ledger.Domain.Calendars;

/// <summary>Days off around one holiday, weekend days among them included.</summary>
public sealed record HolidaySpan(string Name, DateOnly From, DateOnly To);

/// <summary>The notice a year's arrangement was taken from.</summary>
/// <param name="Document">文号, e.g. 国办发明电〔2023〕7号.</param>
/// <param name="Title">Title of the notice.</param>
/// <param name="IssuedOn">成文日期.</param>
/// <param name="Url">Where the notice stands.</param>
public sealed record HolidaySource(string Document, string Title, DateOnly IssuedOn, string Url);

/// <summary>
/// The State Council's arrangement of one year's holidays: days off, and the weekend days that are worked for them (调休).
/// </summary>
/// <param name="Year">The year.</param>
/// <param name="Source">The notice.</param>
/// <param name="Verified">Held against the notice; otherwise taken over from elsewhere.</param>
/// <param name="Off">In their order; the first may begin in the last days of the year before.</param>
/// <param name="Work">Saturdays and Sundays that are working days.</param>
public sealed record HolidayYear(int Year, HolidaySource Source, bool Verified, IReadOnlyList<HolidaySpan> Off, IReadOnlyList<DateOnly> Work)
{
    /// <exception cref="CalendarDataException">The text is no arrangement of a year; says where and why.</exception>
    public static HolidayYear Parse(string file, string json) => CalendarData.Read<HolidayYear>(file, json, Check);

    private static IEnumerable<Problem> Check(HolidayYear read)
    {
        if (read.Year is < 2000 or > 2100)
            yield return new("$.year", "年份应在 2000 到 2100 之间", "The year must lie between 2000 and 2100");
        if (read.Off.Count == 0)
            yield return new("$.off", "没有放假日期", "There is no day off");
        for (var i = 0; i < read.Off.Count; i++)
        {
            var span = read.Off[i];
            if (span.To < span.From)
                yield return new($"$.off[{i}]", $"{span.Name}的止日早于起日", $"{span.Name} ends before it begins");
            if (span.To.Year != read.Year || (span.From.Year != read.Year && span.From < new DateOnly(read.Year - 1, 12, 25)))
                yield return new($"$.off[{i}]", $"{span.Name}不在 {read.Year} 年内", $"{span.Name} does not lie in {read.Year}");
            if (i > 0 && span.From <= read.Off[i - 1].To)
                yield return new($"$.off[{i}]", $"{span.Name}与前一段重叠或者次序不对", $"{span.Name} overlaps the one before it or stands out of order");
        }

        for (var i = 0; i < read.Work.Count; i++)
        {
            var day = read.Work[i];
            if (day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday))
                yield return new($"$.work[{i}]", $"{day:yyyy-MM-dd} 不是周末，不用调休上班", $"{day:yyyy-MM-dd} is no weekend day and cannot be moved to work");
            if (day.Year != read.Year)
                yield return new($"$.work[{i}]", $"{day:yyyy-MM-dd} 不在 {read.Year} 年", $"{day:yyyy-MM-dd} is not in {read.Year}");
            if (read.Off.Any(s => s.From <= day && day <= s.To) || read.Work.Take(i).Contains(day))
                yield return new($"$.work[{i}]", $"{day:yyyy-MM-dd} 又是放假日，或者重复", $"{day:yyyy-MM-dd} is a day off as well, or stands twice");
        }
    }
}
