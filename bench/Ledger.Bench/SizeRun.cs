using System.Diagnostics;
using Ledger.Bench.Filling;
using Ledger.Bench.Measurements;
using Ledger.Bench.Processes;
using Ledger.Domain.Entries;
using Ledger.Domain.Figures;
using Npgsql;

namespace Ledger.Bench;

/// <summary>
/// Everything measured with one number of events in the store, in a data folder of its own. What needs the service
/// stopped comes before and after what needs it running.
/// </summary>
internal static class SizeRun
{
    public static async Task<Machine> MeasureAsync(int size, BenchOptions options, Results results, CancellationToken ct)
    {
        await Console.Error.WriteLineAsync($"{size:#,0} events");
        await using var cluster = new BenchCluster(options.Keep is { } kept ? Path.Combine(kept, FormattableString.Invariant($"{size}")) : null);
        await cluster.JoinAsync(ct);
        var machine = await Machine.LookAsync(cluster.ConnectionString, ct);
        await AtRestAsync(size, cluster, results, ct);
        await cluster.LeaveAsync();
        await TryAsync("report", () => Reports.MeasureColdAsync(size, "report to PDF, new process and new server, median", cluster, results, ct));
        await TryAsync("start", () => ServiceStart.MeasureAsync(size, cluster, results, ct));
        await RunningAsync(size, cluster, results, ct);
        await cluster.JoinAsync(ct);
        await TryAsync("rebuild", () => Rebuild.MeasureAsync(size, cluster, results, ct));
        return machine;

        Task TryAsync(string name, Func<Task> measure) => MeasureOneAsync(size, name, results, measure);
    }

    private static async Task AtRestAsync(int size, BenchCluster cluster, Results results, CancellationToken ct)
    {
        await using var source = NpgsqlDataSource.Create(cluster.ConnectionString);
        await using var store = LedgerStore.Open(cluster.ConnectionString);
        if (!cluster.IsFilled)
        {
            await Fill.PrepareAsync(store, source, ct);
            var began = Stopwatch.GetTimestamp();
            await Fill.RunAsync(store, size, ct);
            results.Add(size, "import by COPY", size / Stopwatch.GetElapsedTime(began).TotalSeconds, "events/s");
        }

        await TryAsync("raw", async () => await RawCommits.MeasureAsync(size, await cluster.DatabaseAsync("raw", ct), results, ct));
        if (!cluster.IsFilled)
        {
            // A store that was kept has its projections done, and nothing runs here that would do them again.
            await TryAsync("store", () => StoreLogs.MeasureAsync(size, store, results, ct));
            await CatchUp.MeasureAsync(size, cluster, results, ct);
            cluster.MarkFilled();
        }

        await Api.Setup.Statistics.RenewAsync(source, ct);
        await TryAsync("report", () => Reports.MeasureWarmAsync(size, store, source, results, ct));
        await TryAsync("compose", () => Composing.MeasureAsync(size, store, source, results, ct));
        await TryAsync("report", () => Reports.MeasureColdAsync(size, Names.ReportCold, cluster, results, ct));

        Task TryAsync(string name, Func<Task> measure) => MeasureOneAsync(size, name, results, measure);
    }

    private static async Task RunningAsync(int size, BenchCluster cluster, Results results, CancellationToken ct)
    {
        if (!results.Options.Only.Any(o => o is "memory" or "http" or "trust" or "visible" or "reads" or "pages" or "county"))
            return;
        await using var service = await ServiceStart.StartAsync(cluster, Path.Combine(cluster.Root, "heap.ours"), ct);
        await cluster.JoinAsync(ct);
        await using var source = NpgsqlDataSource.Create(cluster.ConnectionString);
        await using var store = LedgerStore.Open(cluster.ConnectionString);
        service.Bearer = await LedgerStore.IssueTokenAsync(store, ct);
        await Progress.AwaitAsync(source, Api.Setup.Store.Schema, [YearBooks.Name, nameof(EntryCards)], results.Options.Volumes.Limit, ct);
        var (count, elapsed) = await Sealing.AwaitAsync(source, TimeSpan.FromMinutes(10), ct);
        results.Add(size, "imported events sealed", count / elapsed.TotalSeconds, "events/s");
        await TryAsync("memory", () => ServiceMemory.MeasureAsync(size, service, results, ct));
        await TryAsync("http", async () =>
        {
            var connection = await cluster.DatabaseAsync("bare", ct);
            var start = Child.Start(Child.Dll("Ledger.Bench.Bare"), cluster.Root);
            start.Environment["ConnectionStrings__Bare"] = connection;
            await using var bare = await WebProcess.StartAsync(start, "/ready", Path.Combine(cluster.Root, "heap.bare"), ct);
            await using var bareSource = NpgsqlDataSource.Create(connection);
            await LogOverHttp.MeasureAsync(size, LogOverHttp.Ours(service, source), LogOverHttp.Bare(bare, bareSource), results, ct);
        });
        await TryAsync("trust", () => Proofs.MeasureAsync(size, service, source, results, ct));
        await TryAsync("trust", () => Proofs.MeasureAuditAsync(size, cluster, results, ct));
        await TryAsync("trust", () => Sealing.MeasureAsync(size, LogOverHttp.Ours(service, source), results, ct));
        await TryAsync("visible", () => CommitToVisible.MeasureRowAsync(size, service, source, results, ct));
        await TryAsync("visible", () => CommitToVisible.MeasureHttpAsync(size, service, results, ct));
        await TryAsync("reads", () => Reads.MeasureAsync(size, service, results, ct));
        await TryAsync("pages", () => Pages.MeasureAsync(size, service, results, ct));
        // Last of all that reads: they add to the store.
        await TryAsync("trust", () => Proofs.MeasureEditionAsync(size, service, cluster, store, source, results, ct));
        await TryAsync("county", () => CountyFigures.MeasureAsync(size, service, store, source, results, ct));
        service.MustRun();
        results.Add(size, "memory of the service at the end, peak", ProcessMemory.PeakMegabytes(service.Id), "MB");
        await cluster.LeaveAsync();

        Task TryAsync(string name, Func<Task> measure) => MeasureOneAsync(size, name, results, measure);
    }

    /// <summary>A measurement that fails is named in the table, and the others go on.</summary>
    private static async Task MeasureOneAsync(int size, string name, Results results, Func<Task> measure)
    {
        if (!results.Options.Asks(name))
            return;
        await Console.Error.WriteLineAsync($" {name}");
        try
        {
            await measure();
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            results.Fail($"{name} at {size:#,0} events", e.Message);
        }
    }
}
