using Npgsql;

namespace Ledger.Api.Setup;

/// <summary>
/// Makes a read see every write committed before it: waits until the projection has passed the newest event there was
/// when the read began. Usually that is now, or within a few milliseconds.
/// </summary>
public sealed class Freshness(NpgsqlDataSource database, TimeProvider clock, AppendBell bell)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <returns>The last event the projection has taken in.</returns>
    /// <exception cref="ProjectionBehindException">The projection stands still or is far behind.</exception>
    public async Task<long> AwaitAsync(string projection, CancellationToken ct)
    {
        var began = clock.GetTimestamp();
        var (newest, reached) = await ProgressAsync(projection, ct);
        for (var wait = 2; reached < newest; wait = Math.Min(wait * 2, 25))
        {
            if (clock.GetElapsedTime(began) > Patience)
                throw new ProjectionBehindException(projection, newest, reached);
            // Another process may have appended it, and would not be heard here.
            if (wait == 8)
                bell.Ring();
            await Task.Delay(wait, ct);
            (_, reached) = await ProgressAsync(projection, ct);
        }

        return reached;
    }

    /// <summary>The newest committed event, and the last one the projection has taken in.</summary>
    public async Task<(long Newest, long Reached)> ProgressAsync(string projection, CancellationToken ct)
    {
        await using var command = database.CreateCommand(
            """
            select coalesce((select max(seq_id) from ledger.mt_events), 0),
                   coalesce((select last_seq_id from ledger.mt_event_progression where name = $1), 0)
            """);
        command.Parameters.Add(new() { Value = projection + ":All" });
        await using var reader = await command.ExecuteReaderAsync(ct);
        await reader.ReadAsync(ct);
        return (reader.GetInt64(0), reader.GetInt64(1));
    }
}

/// <summary>A projection did not reach the newest event in time; answered with 503 and never with an old number.</summary>
public sealed class ProjectionBehindException(string projection, long newest, long reached)
    : Exception($"{projection} stands at event {reached} of {newest}")
{
    public string Projection { get; } = projection;
    public long Newest { get; } = newest;
    public long Reached { get; } = reached;
}
