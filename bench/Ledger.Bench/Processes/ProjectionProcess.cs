using System.Diagnostics;
using System.Text.Json;
using Ledger.Domain.Entries;
using Ledger.Domain.Figures;
using Npgsql;

namespace Ledger.Bench.Processes;

/// <summary>What a projection did in a process of its own.</summary>
internal sealed record Projected(long Events, double Seconds, double PeakMegabytes)
{
    public double PerSecond => Events / Seconds;
}

/// <summary>
/// The ledger's store and Marten's daemon alone, without bus and web, in a fresh process: its memory is the projection's.
/// </summary>
internal static class ProjectionProcess
{
    public const string Verb = "--projections";
    public const string CatchUpBooks = "catch-up-books";
    public const string CatchUpCards = "catch-up-cards";
    public const string RebuildBooks = "rebuild-books";

    private const string Connection = "LEDGER_BENCH_CONNECTION";
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(60);

    public static async Task<Projected> StartAsync(string work, BenchCluster cluster, CancellationToken ct)
    {
        var start = Child.Start(typeof(ProjectionProcess).Assembly.Location, cluster.Root, Verb, work);
        start.Environment[Connection] = cluster.ConnectionString;
        var output = await Child.RunAsync(start, Limit, ct);
        return JsonSerializer.Deserialize<Projected>(output)!;
    }

    /// <summary>Inside the child.</summary>
    public static async Task<int> RunAsync(string work)
    {
        var connection = Environment.GetEnvironmentVariable(Connection)!;
        await using var source = NpgsqlDataSource.Create(connection);
        await using var store = LedgerStore.Open(connection);
        using var daemon = await store.BuildProjectionDaemonAsync();
        var events = await Progress.NewestAsync(source, Api.Setup.Store.Schema, CancellationToken.None);
        var behind = 0L;
        var began = Stopwatch.GetTimestamp();
        if (work == RebuildBooks)
        {
            await daemon.RebuildProjectionAsync(YearBooks.Name, Limit, CancellationToken.None);
        }
        else
        {
            var projection = work == CatchUpBooks ? YearBooks.Name : nameof(EntryCards);
            behind = await Progress.ReachedAsync(source, Api.Setup.Store.Schema, projection, CancellationToken.None);
            await daemon.StartAgentAsync(projection + ":All", CancellationToken.None);
            await Progress.AwaitAsync(source, Api.Setup.Store.Schema, [projection], Limit, CancellationToken.None);
        }

        var seconds = Stopwatch.GetElapsedTime(began).TotalSeconds;
        await daemon.StopAllAsync();
        await Console.Out.WriteLineAsync(JsonSerializer.Serialize(new Projected(events - behind, seconds, ProcessMemory.PeakMegabytes(Environment.ProcessId))));
        return 0;
    }
}
