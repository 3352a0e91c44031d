using Ledger.Bench.Processes;

namespace Ledger.Bench.Measurements;

/// <summary>All year books thrown away and made anew from the events, the service stopped.</summary>
internal static class Rebuild
{
    public static async Task MeasureAsync(int size, BenchCluster cluster, Results results, CancellationToken ct)
    {
        var rebuilt = await ProjectionProcess.StartAsync(ProjectionProcess.RebuildBooks, cluster, ct);
        results.Add(size, Names.Rebuild, rebuilt.PerSecond, "events/s");
        results.Add(size, "rebuild, time", rebuilt.Seconds, "s");
        results.Add(size, "rebuild, peak memory of its process", rebuilt.PeakMegabytes, "MB");
    }
}
