using Ledger.Domain.Entries;

namespace Ledger.Bench.Filling;

/// <summary>One entry's whole stream: its events, and when the first was recorded.</summary>
internal sealed record Stream(string Unit, DateTimeOffset At, IReadOnlyList<object> Events);

/// <summary>
/// Three invented years of twenty units, the same on every machine: 40 % of all events are one unit's 2023, one entry in
/// ten is corrected, voided or confirmed. Streams come in the order in which they were recorded.
/// </summary>
internal static class SyntheticYears
{
    public const string BigUnit = "unit-01";
    public const int BigYear = 2023;
    private const double BigShare = 0.62;

    /// <summary>How much of the log each year has.</summary>
    private static readonly (int Year, double Share)[] Years = [(2021, 0.15), (2022, 0.20), (2023, 0.65)];

    public static IReadOnlyList<string> Units { get; } = [.. Enumerable.Range(1, 20).Select(n => $"unit-{n:00}")];

    public static IEnumerable<Stream> Streams(int events)
    {
#pragma warning disable CA5394 // the same numbers on every machine are the point
        var random = new Random(20230101);
        foreach (var (year, share) in Years)
        {
            var (left, all) = ((int)Math.Ceiling(events * share), events * share);
            while (left > 0)
            {
                var at = new DateTimeOffset(year, 1, 1, 1, 0, 0, TimeSpan.Zero) + TimeSpan.FromDays(364.5 * (1 - (left / all)));
                var unit = year == BigYear && random.NextDouble() < BigShare ? BigUnit : Units[random.Next(Units.Count)];
                var stream = new Stream(unit, at, Events(random, at));
                left -= stream.Events.Count;
                yield return stream;
            }
        }
    }

    private static List<object> Events(Random random, DateTimeOffset at)
    {
        var day = DateOnly.FromDateTime(at.DateTime);
        var late = day.AddDays(-random.Next(10));
        var activity = Activities.Draw(random, late.Year == day.Year ? late : day);
        return random.Next(100) switch
        {
            < 5 => [activity, new EntryReversed(activity, ReversalReason.WrongDate, "日期登记有误，更正"), activity with { OccurredOn = day }],
            < 7 => [activity, new EntryReversed(activity, ReversalReason.Duplicate, "重复登记，作废")],
            < 10 => [activity, new EntryConfirmed("已核")],
            _ => [activity],
        };
    }
#pragma warning restore CA5394
}
