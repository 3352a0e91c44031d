namespace Ledger.Domain;

/// <summary>Days as China counts them, wherever the server stands: UTC+8, without summer time since 1991.</summary>
public static class ChinaCalendar
{
    private static readonly TimeSpan Offset = TimeSpan.FromHours(8);

    public static DateOnly DayOf(DateTimeOffset time) => DateOnly.FromDateTime(time.ToOffset(Offset).DateTime);

    public static DateTimeOffset InChina(DateTimeOffset time) => time.ToOffset(Offset);

    public static DateOnly Today(TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(clock);
        return DayOf(clock.GetUtcNow());
    }
}
