using System.Collections.Frozen;

namespace Ledger.Domain.Calendars;

/// <summary>A day that was counted to, and the years whose arrangement was missing while counting.</summary>
/// <param name="Day">The day.</param>
/// <param name="Missing">Empty: the day stands. Otherwise it was counted by weekends alone in these years and may move.</param>
public sealed record CountedDay(DateOnly Day, IReadOnlyList<int> Missing);

/// <summary>
/// Working days by the State Council's arrangements: Monday to Friday, less the days off, with the weekend days that are
/// worked instead. Periods are counted as the law counts them (民法典第201、203条; 民事诉讼法、行政诉讼法 likewise): the
/// day of the event is not counted, the next one is the first. A year whose arrangement is not entered is counted by
/// weekends alone and named in the answer, so that nobody takes a provisional day for a certain one.
/// </summary>
public sealed class WorkingDays
{
    /// <summary>Longest count; no period of administrative law comes near it.</summary>
    public const int Most = 3660;

    private readonly FrozenDictionary<DateOnly, bool> _moved;
    private readonly FrozenSet<int> _years;

    public WorkingDays(IReadOnlyList<HolidayYear> years)
    {
        ArgumentNullException.ThrowIfNull(years);
        Years = [.. years.OrderBy(y => y.Year)];
        _years = years.Select(y => y.Year).ToFrozenSet();
        var moved = new Dictionary<DateOnly, bool>();
        foreach (var year in Years)
        {
            foreach (var span in year.Off)
            {
                for (var day = span.From; day <= span.To; day = day.AddDays(1))
                    moved[day] = false;
            }

            foreach (var day in year.Work)
                moved[day] = true;
        }

        _moved = moved.ToFrozenDictionary();
    }

    public IReadOnlyList<HolidayYear> Years { get; }

    public bool Knows(int year) => _years.Contains(year);

    public bool IsWorking(DateOnly day) =>
        _moved.TryGetValue(day, out var works) ? works : day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday);

    /// <summary>The n-th working day after the day, which is not counted itself; before it for a negative n; the day for 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">More than <see cref="Most"/> days.</exception>
    public CountedDay Add(DateOnly day, int count)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Math.Abs(count), Most);
        var (step, at) = (Math.Sign(count), day);
        for (var left = Math.Abs(count); left > 0;)
        {
            at = at.AddDays(step);
            if (IsWorking(at))
                left--;
        }

        return new CountedDay(at, MissingBetween(day, at, step));
    }

    /// <summary>
    /// How many working days lie after the first day, up to and with the second; negative where the second is earlier, so
    /// that <c>Between(a, Add(a, n).Day)</c> is n.
    /// </summary>
    public int Between(DateOnly after, DateOnly until)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Math.Abs(until.DayNumber - after.DayNumber), 2 * Most);
        var (step, sum) = (Math.Sign(until.DayNumber - after.DayNumber), 0);
        for (var day = after; day != until;)
        {
            day = day.AddDays(step);
            if (IsWorking(day))
                sum += step;
        }

        return sum;
    }

    /// <summary>The day itself, or the first working day after it: a period that ends on a day off ends with the day after (民法典第203条).</summary>
    public CountedDay OnOrAfter(DateOnly day)
    {
        var at = day;
        while (!IsWorking(at))
            at = at.AddDays(1);
        return new CountedDay(at, MissingBetween(day, at, 0));
    }

    /// <summary>The day itself, or the last working day before it: where a date is fixed, the office works until then.</summary>
    public DateOnly OnOrBefore(DateOnly day)
    {
        while (!IsWorking(day))
            day = day.AddDays(-1);
        return day;
    }

    /// <summary>Years not entered among those a count went through.</summary>
    private IReadOnlyList<int> MissingBetween(DateOnly from, DateOnly to, int step)
    {
        var (first, last) = step < 0 ? (to, from.AddDays(-1)) : step > 0 ? (from.AddDays(1), to) : (from, to);
        return first > last ? [] : [.. Enumerable.Range(first.Year, last.Year - first.Year + 1).Where(y => !Knows(y))];
    }
}
