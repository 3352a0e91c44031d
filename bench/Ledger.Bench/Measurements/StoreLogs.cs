using Ledger.Bench.Filling;
using Ledger.Bench.Measuring;
using Ledger.Domain.Entries;
using Marten;

namespace Ledger.Bench.Measurements;

/// <summary>What Marten adds to a commit: a session, a new stream with one event, SaveChanges; no projection runs.</summary>
internal static class StoreLogs
{
    public static async Task MeasureAsync(int size, DocumentStore store, Results results, CancellationToken ct)
    {
        foreach (var (sessions, requests) in new[] { (1, results.Options.Volumes.StoreAlone), (16, results.Options.Volumes.StoreTogether) })
        {
            await ClosedLoop.RunAsync(sessions, requests / 5, results.Options.Volumes.Limit, One, ct);
            var load = await ClosedLoop.RunAsync(sessions, requests, results.Options.Volumes.Limit, One, ct);
            var name = sessions == 1 ? "log in the store, 1 session" : $"log in the store, {sessions} sessions";
            results.Add(size, name, load.PerSecond, "/s");
            results.AddPercentiles(size, name, load.Latency);
        }

        async Task One(int number, CancellationToken token)
        {
            await using var session = store.LightweightSession(SyntheticYears.Units[number % SyntheticYears.Units.Count]);
            session.Events.StartStream<Entry>(Guid.CreateVersion7(), LegalServiceBodies.Activity(number));
            await session.SaveChangesAsync(token);
        }
    }
}
