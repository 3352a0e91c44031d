using Ledger.Bench.Filling;
using Ledger.Bench.Measuring;
using Ledger.Bench.Processes;
using Ledger.Domain.Entries;
using Ledger.Domain.Figures;
using Npgsql;

namespace Ledger.Bench.Measurements;

/// <summary>One of the two services under the same load: where it listens, where its events lie, what follows behind.</summary>
internal sealed record Side(WebProcess Web, NpgsqlDataSource Source, string Schema, IReadOnlyList<string> Projections, Func<int, string> Path);

/// <summary>
/// Logging with a fresh key each time, the ledger and the bare endpoint in turns: both meet the same machine, and the
/// ratio is that of neighbouring rounds. Between rounds the projections catch up, so that nobody pays for the other.
/// </summary>
internal static class LogOverHttp
{
    public static async Task MeasureAsync(int size, Side ours, Side bare, Results results, CancellationToken ct)
    {
        var volumes = results.Options.Volumes;
        foreach (var clients in (int[])[1, 8, 16])
        {
            var requests = (clients == 1 ? volumes.LogAlone : volumes.LogTogether) / volumes.Rounds;
            foreach (var side in (Side[])[ours, bare])
                await RoundAsync(side, clients, volumes.WarmUp);
            var rounds = new List<(Round Ours, Round Bare)>();
            for (var i = 0; i < volumes.Rounds; i++)
                rounds.Add((await RoundAsync(ours, clients, requests), await RoundAsync(bare, clients, requests)));
            Report(Names.Log(clients), [.. rounds.Select(r => r.Ours)], clients == 16);
            Report(Names.Bare(clients), [.. rounds.Select(r => r.Bare)], clients == 16);
            if (clients == 16)
                results.Add(size, Names.LogRatio, rounds.Select(r => r.Ours.Load.PerSecond / r.Bare.Load.PerSecond).Median(), "×");
        }

        async Task<Round> RoundAsync(Side side, int clients, int requests)
        {
            using var http = side.Web.Client(clients);
            var before = await Progress.NewestAsync(side.Source, side.Schema, ct);
            var allocated = (await side.Web.HeapAsync(ct)).Allocated;
            var load = await ClosedLoop.RunAsync(clients, requests, volumes.Limit, (n, token) => http.PostAsync(side.Path(n), LegalServiceBodies.Json(n), token), ct);
            var drained = await Progress.AwaitAsync(side.Source, side.Schema, side.Projections, volumes.Limit, ct);
            var stored = await Progress.NewestAsync(side.Source, side.Schema, ct) - before;
            if (stored != load.Latency.Count)
                throw new InvalidOperationException($"{load.Latency.Count} acknowledged, {stored} stored");
            return new Round(load, drained, (await side.Web.HeapAsync(ct)).Allocated - allocated);
        }

        void Report(string name, List<Round> rounds, bool whole)
        {
            var all = new Latency();
            rounds.ForEach(r => all.Add(r.Load.Latency));
            results.Add(size, name, rounds.Select(r => r.Load.PerSecond).Median(), "/s");
            results.AddPercentiles(size, name, all, middle: true);
            if (!whole)
                return;
            results.Add(size, name + ", projections done after the last answer", rounds.Select(r => r.Drained.TotalMilliseconds).Median(), "ms");
            results.Add(size, name + ", allocated a request, projections included", rounds.Select(r => r.Allocated / 1024.0 / r.Load.Latency.Count).Median(), "KB");
        }
    }

    public static Side Ours(WebProcess service, NpgsqlDataSource source) => new(
        service, source, Api.Setup.Store.Schema, [YearBooks.Name, nameof(EntryCards)], n => $"/api/units/{SyntheticYears.Units[n % SyntheticYears.Units.Count]}/entries/legal-service");

    public static Side Bare(WebProcess bare, NpgsqlDataSource source) => new(bare, source, "bare", ["NoteCounts"], _ => "/notes");

    private sealed record Round(Load Load, TimeSpan Drained, long Allocated);
}
