using Ledger.Bench.Filling;
using Ledger.Bench.Measuring;
using Ledger.Bench.Processes;
using Npgsql;

namespace Ledger.Bench.Measurements;

/// <summary>
/// What sealing costs those who log, and how long an event waits for it. Rounds with and without take turns; without means
/// that the bench holds the row that whoever seals has to lock, so that the service waits and does nothing.
/// </summary>
internal static class Sealing
{
    private const int Clients = 16;

    public static async Task MeasureAsync(int size, Side ours, Results results, CancellationToken ct)
    {
        var volumes = results.Options.Volumes;
        var requests = volumes.LogTogether / volumes.Rounds;
        await RoundAsync(volumes.WarmUp);
        var rounds = new List<(double With, double Without)>();
        var lag = new List<double>();
        for (var i = 0; i < volumes.Rounds; i++)
        {
            var before = await Progress.NewestAsync(ours.Source, ours.Schema, ct);
            var with = await RoundAsync(requests);
            lag.AddRange(await LagsAsync(ours.Source, before, ct));
            await using (await HeldAsync(ours.Source, ct))
                rounds.Add((with, await RoundAsync(requests, catchUp: false)));
            await AwaitAsync(ours.Source, volumes.Limit, ct);
        }

        results.Add(size, Names.SealingRatio, rounds.Select(r => r.With / r.Without).Median(), "×");
        lag.Sort();
        results.Add(size, Names.SealingLag + ", p50", lag[lag.Count / 2], "ms");
        results.Add(size, Names.SealingLag + ", p99", lag[lag.Count * 99 / 100], "ms");
        results.Add(size, Names.SealingLag + ", longest", lag[^1], "ms");

        async Task<double> RoundAsync(int count, bool catchUp = true)
        {
            using var http = ours.Web.Client(Clients);
            var load = await ClosedLoop.RunAsync(Clients, count, volumes.Limit, (n, token) => http.PostAsync(ours.Path(n), LegalServiceBodies.Json(n), token), ct);
            await Progress.AwaitAsync(ours.Source, ours.Schema, ours.Projections, volumes.Limit, ct);
            if (catchUp)
                await AwaitAsync(ours.Source, volumes.Limit, ct);
            return load.PerSecond;
        }
    }

    /// <summary>Waits until every event is sealed.</summary>
    /// <returns>How many were sealed meanwhile, and how long that took.</returns>
    public static async Task<(long Events, TimeSpan Elapsed)> AwaitAsync(NpgsqlDataSource source, TimeSpan limit, CancellationToken ct)
    {
        var (began, first, newest) = (TimeProvider.System.GetTimestamp(), await ReachedAsync(source, ct), await Progress.NewestAsync(source, Api.Setup.Store.Schema, ct));
        while (await ReachedAsync(source, ct) is var reached && reached < newest)
        {
            if (TimeProvider.System.GetElapsedTime(began) > limit)
                throw new TimeoutException($"sealing stands at {reached} of {newest} after {limit}");
            await Task.Delay(5, ct);
        }

        return (newest - first, TimeProvider.System.GetElapsedTime(began));
    }

    private static async Task<long> ReachedAsync(NpgsqlDataSource source, CancellationToken ct)
    {
        await using var command = source.CreateCommand("select seq from log.progress");
        return (long)(await command.ExecuteScalarAsync(ct))!;
    }

    /// <summary>From the time an event carries, that of its commit's start, until its leaf is written, milliseconds.</summary>
    private static async Task<List<double>> LagsAsync(NpgsqlDataSource source, long after, CancellationToken ct)
    {
        await using var command = source.CreateCommand($"""
            select extract(epoch from l.sealed_at - e.timestamp)::float8 * 1000
            from log.leaves l join {Api.Setup.Store.Schema}.mt_events e on e.seq_id = l.seq where l.seq > $1
            """);
        command.Parameters.Add(new() { Value = after });
        await using var rows = await command.ExecuteReaderAsync(ct);
        var lags = new List<double>();
        while (await rows.ReadAsync(ct))
            lags.Add(rows.GetDouble(0));
        return lags;
    }

    private static async Task<IAsyncDisposable> HeldAsync(NpgsqlDataSource source, CancellationToken ct)
    {
        var connection = await source.OpenConnectionAsync(ct);
        var transaction = await connection.BeginTransactionAsync(ct);
        await using var command = new NpgsqlCommand("select seq from log.progress for update", connection, transaction);
        await command.ExecuteScalarAsync(ct);
        return connection;
    }
}
