namespace Ledger.Domain.Sentences;

/// <summary>Which day is meant where part of the date is left out.</summary>
internal static class Calendar
{
    /// <summary>The day, or null where the calendar has none: 2月30日.</summary>
    public static DateOnly? Day(int year, int month, int day) =>
        year is >= 1 and <= 9999 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month)
            ? new DateOnly(year, month, day)
            : null;

    /// <summary>12月30日 said on 2 January was last year; 5月20日 said on 15 May is next week, and refused: the nearest day is meant.</summary>
    public static DateOnly? Nearest(int month, int day, DateOnly today)
    {
        DateOnly? nearest = null;
        for (var year = today.Year - 4; year <= today.Year + 1; year++)
        {
            if (Day(year, month, day) is { } d && (nearest is not { } n || Distance(d, today) < Distance(n, today)))
                nearest = d;
        }

        return nearest;
    }

    /// <summary>3号: the last third of a month that has come.</summary>
    public static DateOnly? Past(int day, DateOnly today)
    {
        for (var back = 0; back < 3; back++)
        {
            var months = today.Year * 12 + today.Month - 1 - back;
            if (Day(months / 12, months % 12 + 1, day) is { } d && d <= today)
                return d;
        }

        return null;
    }

    /// <summary>上周三 counts whole weeks from Monday; 周三 alone is the last one that has come.</summary>
    public static DateOnly? Weekday(int weekday, int? weeks, DateOnly today)
    {
        var back = ((int)today.DayOfWeek + 6) % 7;
        var shift = weekday - back + 7 * (weeks ?? (weekday > back ? -1 : 0));
        return Shift(today, shift);
    }

    public static DateOnly? Shift(DateOnly today, int days)
    {
        var number = today.DayNumber + days;
        return number >= 0 && number <= DateOnly.MaxValue.DayNumber ? DateOnly.FromDayNumber(number) : null;
    }

    private static int Distance(DateOnly a, DateOnly b) => Math.Abs(a.DayNumber - b.DayNumber);
}
