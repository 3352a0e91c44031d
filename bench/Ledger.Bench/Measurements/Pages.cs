using System.Diagnostics;
using System.Text.Json;
using Ledger.Bench.Filling;
using Ledger.Bench.Measuring;
using Ledger.Bench.Processes;

namespace Ledger.Bench.Measurements;

/// <summary>The pages of the big unit's year, by one signed-in client, until the last byte of the page.</summary>
internal static class Pages
{
    private const string Unit = $"/{SyntheticYears.BigUnit}";

    /// <summary>Row and address; what stands in braces is an entry of the store.</summary>
    public static readonly (string Name, string Path)[] All =
    [
        (Names.HomePage, $"{Unit}?year=2023"),
        ("page to log a kind", $"{Unit}/log/legal-service"),
        ("page of entries", $"{Unit}/entries?year=2023"),
        ("page of the entries behind a figure", $"{Unit}/entries?year=2023&figure=legal-service"),
        ("page of the year's calendar", $"{Unit}/entries?year=2023&view=calendar"),
        ("page of the year's timeline", $"{Unit}/entries?year=2023&view=timeline"),
        ("page of deadlines", $"{Unit}/deadlines?year=2023"),
        ("page of matters", $"{Unit}/matters"),
        ("page of an entry", $"{Unit}/entries/{{entry}}"),
        ("page of figures", $"{Unit}/figures?year=2023"),
        ("page of the report", $"{Unit}/report?year=2023"),
        ("page of checks", $"{Unit}/verification"),
    ];

    public static async Task MeasureAsync(int size, WebProcess service, Results results, CancellationToken ct)
    {
        using var http = service.Client(1);
        var volumes = results.Options.Volumes;
        var list = JsonDocument.Parse(await http.GetOkAsync($"/api/units/{SyntheticYears.BigUnit}/entries?year=2023&size=1", ct));
        var entry = list.RootElement.GetProperty("items")[0].GetProperty("id").GetString();
        // The first look at a year sets off the search for what looks wrong in it, which then runs beside everything.
        await http.GetOkAsync($"/api/units/{SyntheticYears.BigUnit}/hints/2023", ct);
        foreach (var (name, path) in All)
        {
            var address = path.Replace("{entry}", entry, StringComparison.Ordinal);
            await ClosedLoop.RunAsync(1, volumes.Reads / 5, volumes.ListLimit / 5, (_, token) => http.GetOkAsync(address, token), ct);
            var load = await ClosedLoop.RunAsync(1, volumes.Reads, volumes.ListLimit, (_, token) => http.GetOkAsync(address, token), ct);
            results.Add(size, name + ", p50", load.Latency.P50, "ms");
            results.Add(size, name + ", p95", load.Latency.P95, "ms");
            results.Add(size, name + ", its text", (await http.GetOkAsync(address, ct)).Length / 1024.0, "KB");
        }

        await HomeAfterLoggingAsync(size, http, results, ct);
    }

    /// <summary>The home page is kept until something is logged: this is its price when something just was.</summary>
    private static async Task HomeAfterLoggingAsync(int size, HttpClient http, Results results, CancellationToken ct)
    {
        var latency = new Latency();
        for (var i = 0; i < results.Options.Volumes.Visible; i++)
        {
            await http.PostAsync($"/api/units/{SyntheticYears.BigUnit}/entries/legal-service", LegalServiceBodies.Json(LegalServiceBodies.Activity(i) with { OccurredOn = new DateOnly(SyntheticYears.BigYear, 1 + (i % 12), 1) }), ct);
            var began = Stopwatch.GetTimestamp();
            await http.GetOkAsync($"{Unit}?year=2023", ct);
            latency.Since(began);
        }

        results.AddPercentiles(size, "home page right after logging", latency);
    }
}
