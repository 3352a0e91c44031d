using Ledger.Bench.Filling;
using Ledger.Bench.Measuring;
using Ledger.Bench.Processes;

namespace Ledger.Bench.Measurements;

/// <summary>What the service holds after its first thousand requests; PostgreSQL's processes are not in it.</summary>
internal static class ServiceMemory
{
    public static async Task MeasureAsync(int size, WebProcess service, Results results, CancellationToken ct)
    {
        using var http = service.Client(4);
        await ClosedLoop.RunAsync(4, 1_000, results.Options.Volumes.Limit, OneAsync, ct);
        results.Add(size, Names.MemoryAfterRequests, ProcessMemory.ResidentMegabytes(service.Id), "MB");
        var heap = await service.HeapAsync(ct);
        results.Add(size, "managed heap after 1 000 requests", heap.Used.InMegabytes(), "MB");

        async Task OneAsync(int number, CancellationToken token)
        {
            var unit = SyntheticYears.Units[number % SyntheticYears.Units.Count];
            if (number % 2 == 0)
                await http.PostAsync($"/api/units/{unit}/entries/legal-service", LegalServiceBodies.Json(number), token);
            else
                await http.GetOkAsync(number % 10 == 1 ? $"/api/units/{unit}/entries?year=2023" : $"/api/units/{unit}/figures/2023/legal-service", token);
        }
    }
}
