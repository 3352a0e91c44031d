using System.Globalization;
using Ledger.Bench.Filling;
using Ledger.Bench.Measuring;
using Ledger.Bench.Processes;

namespace Ledger.Bench.Measurements;

/// <summary>Reads over HTTP of the big unit's year, by one client, nothing being logged.</summary>
internal static class Reads
{
    private const string Unit = $"/api/units/{SyntheticYears.BigUnit}";

    public static async Task MeasureAsync(int size, WebProcess service, Results results, CancellationToken ct)
    {
        using var http = service.Client(1);
        var volumes = results.Options.Volumes;
#pragma warning disable CA5394 // the same moments in every run
        var random = new Random(20230630);
        await RunAsync(Names.OneFigure, volumes.Reads, _ => $"{Unit}/figures/2023/legal-service");
        await RunAsync(Names.AllFigures, volumes.Reads, _ => $"{Unit}/figures/2023");
        await RunAsync(Names.EarlierBySequence, volumes.EarlierReads, _ => $"{Unit}/figures/2023/legal-service?asOf={random.Next(size / 2, size)}");
        await RunAsync(Names.EarlierByTime, volumes.EarlierReads, _ => $"{Unit}/figures/2023/legal-service?asOf={Moment(random)}");
        await ListAsync("list, first page of 50", _ => $"{Unit}/entries?year=2023");
        await ListAsync("list of one kind, first page of 50", _ => $"{Unit}/entries?year=2023&kind=legal-service");
        // One entry in three thousand holds the name, every third the word.
        await ListAsync("search for a rare name, first page", _ => $"{Unit}/entries?q={Uri.EscapeDataString($"第{random.Next(300)}号企业")}");
        await ListAsync("search for a common word, first page", _ => $"{Unit}/entries?q={Uri.EscapeDataString("司法所")}");
#pragma warning restore CA5394

        Task RunAsync(string name, int requests, Func<int, string> path) => MeasureOneAsync(name, requests, volumes.Limit, path);

        Task ListAsync(string name, Func<int, string> path) => MeasureOneAsync(name, volumes.Lists, volumes.ListLimit, path);

        async Task MeasureOneAsync(string name, int requests, TimeSpan limit, Func<int, string> path)
        {
            await ClosedLoop.RunAsync(1, requests / 5, limit / 5, (n, token) => http.GetOkAsync(path(n), token), ct);
            var load = await ClosedLoop.RunAsync(1, requests, limit, (n, token) => http.GetOkAsync(path(n), token), ct);
            results.Add(size, name + ", p50", load.Latency.P50, "ms");
            results.Add(size, name + ", p95", load.Latency.P95, "ms");
        }
    }

    private static string Moment(Random random)
    {
#pragma warning disable CA5394
        var time = new DateTimeOffset(2023, 1, 2, 0, 0, 0, TimeSpan.Zero).AddMinutes(random.Next(360 * 24 * 60));
#pragma warning restore CA5394
        return Uri.EscapeDataString(time.ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture));
    }
}
