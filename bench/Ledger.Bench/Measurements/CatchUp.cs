using Ledger.Bench.Processes;

namespace Ledger.Bench.Measurements;

/// <summary>The projections take in everything that was filled in: each in a process of its own.</summary>
internal static class CatchUp
{
    public static async Task MeasureAsync(int size, BenchCluster cluster, Results results, CancellationToken ct)
    {
        await Console.Error.WriteLineAsync(" catch-up");
        var books = await ProjectionProcess.StartAsync(ProjectionProcess.CatchUpBooks, cluster, ct);
        results.Add(size, "year books catch up", books.PerSecond, "events/s");
        var cards = await ProjectionProcess.StartAsync(ProjectionProcess.CatchUpCards, cluster, ct);
        results.Add(size, "entry cards catch up", cards.PerSecond, "events/s");
    }
}
