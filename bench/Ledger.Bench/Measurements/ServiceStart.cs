using Ledger.Bench.Processes;

namespace Ledger.Bench.Measurements;

/// <summary>From nothing running to the first good answer of <c>/health/ready</c>, the database's own start included.</summary>
internal static class ServiceStart
{
    public static async Task MeasureAsync(int size, BenchCluster cluster, Results results, CancellationToken ct)
    {
        // The first start makes the bus's tables; the second is the one that people see every day.
        await using (var first = await StartAsync(cluster, null, ct))
            results.Add(size, "start to ready, first", first.Ready.TotalMilliseconds, "ms");
        await using var second = await StartAsync(cluster, null, ct);
        results.Add(size, "start to ready, second", second.Ready.TotalMilliseconds, "ms");
    }

    public static Task<WebProcess> StartAsync(BenchCluster cluster, string? heapFile, CancellationToken ct) =>
        WebProcess.StartAsync(Child.Start(Child.Dll("Ledger.Api"), cluster.Root), "/health/ready", heapFile, ct);
}
