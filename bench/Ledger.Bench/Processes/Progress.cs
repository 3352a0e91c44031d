using System.Diagnostics;
using Npgsql;

namespace Ledger.Bench.Processes;

/// <summary>How far the projections of a store are.</summary>
internal static class Progress
{
    public static async Task<long> NewestAsync(NpgsqlDataSource source, string schema, CancellationToken ct)
    {
        await using var command = source.CreateCommand($"select coalesce(max(seq_id), 0) from {schema}.mt_events");
        return (long)(await command.ExecuteScalarAsync(ct))!;
    }

    public static async Task<long> ReachedAsync(NpgsqlDataSource source, string schema, string projection, CancellationToken ct)
    {
        await using var command = source.CreateCommand($"select coalesce((select last_seq_id from {schema}.mt_event_progression where name = $1), 0)");
        command.Parameters.Add(new() { Value = projection + ":All" });
        return (long)(await command.ExecuteScalarAsync(ct))!;
    }

    /// <summary>Waits until the projections have taken in every event there is; gives back how long that took.</summary>
    public static async Task<TimeSpan> AwaitAsync(NpgsqlDataSource source, string schema, IReadOnlyList<string> projections, TimeSpan limit, CancellationToken ct)
    {
        var began = Stopwatch.GetTimestamp();
        var newest = await NewestAsync(source, schema, ct);
        foreach (var projection in projections)
        {
            while (await ReachedAsync(source, schema, projection, ct) is var reached && reached < newest)
            {
                if (Stopwatch.GetElapsedTime(began) > limit)
                    throw new TimeoutException($"{projection} stands at {reached} of {newest} after {limit}");
                await Task.Delay(5, ct);
            }
        }

        return Stopwatch.GetElapsedTime(began);
    }
}
