using System.Diagnostics;

namespace Ledger.Bench.Measuring;

/// <summary>How fast a number of clients went who each wait for an answer before they ask again.</summary>
internal sealed record Load(Latency Latency, TimeSpan Elapsed)
{
    public double PerSecond => Latency.Count / Elapsed.TotalSeconds;
}

/// <summary>
/// A closed loop, bounded in requests and in time. A failed request ends the measurement: a number over errors is none.
/// </summary>
internal static class ClosedLoop
{
    public static async Task<Load> RunAsync(int clients, int requests, TimeSpan limit, Func<int, CancellationToken, Task> one, CancellationToken ct)
    {
        using var failed = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var taken = 0;
        var latencies = Enumerable.Range(0, clients).Select(_ => new Latency()).ToList();
        var began = Stopwatch.GetTimestamp();
        await Task.WhenAll(latencies.Select(latency => Task.Run(() => ClientAsync(latency), ct)));
        var elapsed = Stopwatch.GetElapsedTime(began);
        var all = new Latency();
        latencies.ForEach(all.Add);
        return new Load(all, elapsed);

        async Task ClientAsync(Latency latency)
        {
            try
            {
                while (Interlocked.Increment(ref taken) is var number && number <= requests && Stopwatch.GetElapsedTime(began) < limit)
                {
                    var start = Stopwatch.GetTimestamp();
                    await one(number, failed.Token);
                    latency.Since(start);
                }
            }
            catch
            {
                await failed.CancelAsync();
                throw;
            }
        }
    }
}
