using CsCheck;
using Ledger.Domain.Calendars;

namespace Ledger.Domain.Tests.Calendars;

/// <summary>Working days of four years: a table worked out by hand, and laws that hold for any days.</summary>
public sealed class WorkingDaysTests
{
    private static readonly WorkingDays Days = ShippedCalendar.Calendar.Days;

    /// <summary>Days of the years whose arrangements are shipped.</summary>
    private static readonly Gen<DateOnly> AnyDay = Gen.Int[new DateOnly(2023, 3, 1).DayNumber, new DateOnly(2026, 9, 30).DayNumber].Select(DateOnly.FromDayNumber);

    /// <summary>Before and after every holiday, over days worked at weekends, over month and year ends.</summary>
    public static TheoryData<string, int, string> Counted => new()
    {
        // 2023
        { "2022-12-30", 1, "2023-01-03" },
        { "2023-01-20", 1, "2023-01-28" },
        { "2023-01-20", 2, "2023-01-29" },
        { "2023-01-20", 7, "2023-02-03" },
        { "2023-01-28", 1, "2023-01-29" },
        { "2023-04-04", 1, "2023-04-06" },
        { "2023-04-22", 1, "2023-04-23" },
        { "2023-04-28", 1, "2023-05-04" },
        { "2023-05-05", 1, "2023-05-06" },
        { "2023-05-05", 2, "2023-05-08" },
        { "2023-05-04", 20, "2023-05-31" },
        { "2023-06-21", 1, "2023-06-25" },
        { "2023-06-21", 2, "2023-06-26" },
        { "2023-09-28", 1, "2023-10-07" },
        { "2023-09-28", 3, "2023-10-09" },
        { "2023-09-20", 10, "2023-10-10" },
        { "2023-12-01", 15, "2023-12-22" },
        { "2023-05-08", -3, "2023-05-04" },
        { "2023-10-09", -3, "2023-09-28" },
        // 2024
        { "2023-12-29", 1, "2024-01-02" },
        { "2024-02-02", 1, "2024-02-04" },
        { "2024-02-09", 1, "2024-02-18" },
        { "2024-02-09", 2, "2024-02-19" },
        { "2024-02-09", 7, "2024-02-26" },
        { "2024-01-31", 20, "2024-03-04" },
        { "2024-04-03", 1, "2024-04-07" },
        { "2024-04-03", 2, "2024-04-08" },
        { "2024-04-26", 1, "2024-04-28" },
        { "2024-04-30", 1, "2024-05-06" },
        { "2024-05-10", 1, "2024-05-11" },
        { "2024-06-07", 1, "2024-06-11" },
        { "2024-09-13", 1, "2024-09-14" },
        { "2024-09-14", 1, "2024-09-18" },
        { "2024-09-27", 1, "2024-09-29" },
        { "2024-09-30", 1, "2024-10-08" },
        { "2024-09-30", 5, "2024-10-12" },
        { "2024-10-14", -2, "2024-10-11" },
        { "2024-02-19", -3, "2024-02-08" },
        // 2025
        { "2024-12-31", 1, "2025-01-02" },
        { "2025-01-24", 1, "2025-01-26" },
        { "2025-01-27", 1, "2025-02-05" },
        { "2025-01-27", 4, "2025-02-08" },
        { "2025-02-07", 1, "2025-02-08" },
        { "2025-01-10", 20, "2025-02-13" },
        { "2025-04-03", 1, "2025-04-07" },
        { "2025-04-25", 1, "2025-04-27" },
        { "2025-04-30", 1, "2025-05-06" },
        { "2025-05-30", 1, "2025-06-03" },
        { "2025-05-20", 10, "2025-06-04" },
        { "2025-09-26", 1, "2025-09-28" },
        { "2025-09-30", 1, "2025-10-09" },
        { "2025-09-30", 3, "2025-10-11" },
        { "2025-10-10", 1, "2025-10-11" },
        { "2025-12-15", 7, "2025-12-24" },
        { "2025-10-09", -1, "2025-09-30" },
        { "2025-06-03", -1, "2025-05-30" },
        // 2026
        { "2025-12-31", 1, "2026-01-04" },
        { "2026-01-02", 1, "2026-01-04" },
        { "2026-02-13", 1, "2026-02-14" },
        { "2026-02-14", 1, "2026-02-24" },
        { "2026-02-14", 5, "2026-02-28" },
        { "2026-02-27", 1, "2026-02-28" },
        { "2026-02-02", 20, "2026-03-06" },
        { "2026-04-03", 1, "2026-04-07" },
        { "2026-04-30", 1, "2026-05-06" },
        { "2026-05-08", 1, "2026-05-09" },
        { "2026-06-18", 1, "2026-06-22" },
        { "2026-09-18", 1, "2026-09-20" },
        { "2026-09-24", 1, "2026-09-28" },
        { "2026-09-30", 1, "2026-10-08" },
        { "2026-09-30", 3, "2026-10-10" },
        { "2026-09-15", 15, "2026-10-12" },
        { "2026-03-02", -1, "2026-02-28" },
        { "2026-10-12", -2, "2026-10-09" },
    };

    [Theory]
    [MemberData(nameof(Counted))]
    public void is_counted_as_by_hand(string from, int days, string to)
    {
        var counted = Days.Add(Day(from), days);
        Assert.Equal(to, counted.Day.ToString("yyyy-MM-dd", null));
        Assert.Equal(days, Days.Between(Day(from), counted.Day));
    }

    [Theory]
    [InlineData("2023-01-28", true)]
    [InlineData("2023-06-24", false)]
    [InlineData("2023-06-25", true)]
    [InlineData("2024-02-09", true)]
    [InlineData("2024-02-17", false)]
    [InlineData("2024-06-08", false)]
    [InlineData("2024-10-12", true)]
    [InlineData("2025-06-02", false)]
    [InlineData("2025-09-28", true)]
    [InlineData("2026-02-28", true)]
    [InlineData("2026-05-05", false)]
    [InlineData("2026-09-20", true)]
    public void a_day_is_worked_or_not_as_the_notice_says(string day, bool works) => Assert.Equal(works, Days.IsWorking(Day(day)));

    [Theory]
    [InlineData("2023-10-01", "2023-10-07", "2023-09-28")]
    [InlineData("2024-03-01", "2024-03-01", "2024-03-01")]
    [InlineData("2024-03-31", "2024-04-01", "2024-03-29")]
    [InlineData("2025-01-31", "2025-02-05", "2025-01-27")]
    [InlineData("2026-02-15", "2026-02-24", "2026-02-14")]
    public void a_last_day_off_moves_on_and_a_fixed_day_is_prepared_for_before_it(string day, string after, string before)
    {
        Assert.Equal(Day(after), Days.OnOrAfter(Day(day)).Day);
        Assert.Equal(Day(before), Days.OnOrBefore(Day(day)));
    }

    [Fact]
    public void every_year_has_as_many_working_days_as_its_weekdays_less_days_off_and_more_days_moved()
    {
        foreach (var year in Days.Years)
        {
            var (weekdays, off) = (0, 0);
            for (var day = new DateOnly(year.Year, 1, 1); day.Year == year.Year; day = day.AddDays(1))
            {
                var weekday = day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday);
                weekdays += weekday ? 1 : 0;
                off += weekday && year.Off.Any(s => s.From <= day && day <= s.To) ? 1 : 0;
            }

            Assert.Equal(weekdays - off + year.Work.Count, Days.Between(new DateOnly(year.Year - 1, 12, 31), new DateOnly(year.Year, 12, 31)));
        }
    }

    [Fact]
    public void counting_there_and_measuring_agree() => Gen.Select(AnyDay, Gen.Int[-40, 40]).Sample((day, n) =>
    {
        var counted = Days.Add(day, n);
        Assert.Empty(counted.Missing);
        Assert.Equal(n, Days.Between(day, counted.Day));
        Assert.True(n == 0 || Days.IsWorking(counted.Day));
    });

    [Fact]
    public void two_counts_one_after_the_other_are_one_count() => Gen.Select(AnyDay, Gen.Int[0, 20], Gen.Int[0, 20]).Sample((day, a, b) =>
    {
        Assert.Equal(Days.Add(day, a + b).Day, Days.Add(Days.Add(day, a).Day, b).Day);
        Assert.Equal(Days.Add(day, -a - b).Day, Days.Add(Days.Add(day, -a).Day, -b).Day);
    });

    [Fact]
    public void a_later_day_never_ends_earlier_and_each_day_counts_once() => Gen.Select(AnyDay, Gen.Int[0, 60], Gen.Int[1, 30]).Sample((day, later, n) =>
    {
        Assert.True(Days.Add(day, n).Day <= Days.Add(day.AddDays(later), n).Day);
        var between = Days.Between(day, day.AddDays(later));
        Assert.Equal(Enumerable.Range(1, later).Count(i => Days.IsWorking(day.AddDays(i))), between);
        Assert.Equal(-between, Days.Between(day.AddDays(later), day) + Difference(day, later));
    });

    [Fact]
    public void a_year_that_is_not_entered_is_named_and_only_where_it_is_touched()
    {
        Assert.Empty(Days.Add(Day("2026-12-30"), 1).Missing);
        Assert.Equal([2027], Days.Add(Day("2026-12-31"), 1).Missing);
        Assert.Equal([2022], Days.Add(Day("2023-01-03"), -2).Missing);
        Assert.Equal(new DateOnly(2027, 1, 1), Days.Add(Day("2026-12-31"), 1).Day);
        Assert.Contains("2027 年节假日安排尚未录入", LegalCalendar.HolidaysMissing(2027).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void a_count_out_of_all_reason_is_refused_and_not_begun() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Days.Add(Day("2024-01-01"), WorkingDays.Most + 1));

    /// <summary>Forwards the last day counts, backwards the first: the two measures differ by the ends.</summary>
    private static int Difference(DateOnly day, int later) =>
        later == 0 ? 0 : (Days.IsWorking(day) ? 1 : 0) - (Days.IsWorking(day.AddDays(later)) ? 1 : 0);

    private static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", null);
}
