namespace Ledger.Domain.Matters;

/// <summary>Working days as matters count them.</summary>
public static class MatterDays
{
    /// <summary>Whether a day is worked; by default Monday to Friday, without holidays and make-up days.</summary>
    public static Func<DateOnly, bool> IsWorked { get; set; } = day => day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday);

    /// <summary>Working days after <paramref name="from"/> up to and with <paramref name="to"/>; the day it begins on is not counted.</summary>
    public static int Between(DateOnly from, DateOnly to)
    {
        var days = 0;
        for (var day = from.AddDays(1); day <= to; day = day.AddDays(1))
            days += IsWorked(day) ? 1 : 0;
        return days;
    }

    /// <summary>The day on which so many working days after <paramref name="from"/> have passed.</summary>
    public static DateOnly After(DateOnly from, int days)
    {
        var day = from;
        while (days > 0)
        {
            day = day.AddDays(1);
            days -= IsWorked(day) ? 1 : 0;
        }

        return day;
    }
}
