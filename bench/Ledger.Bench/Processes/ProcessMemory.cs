using System.Globalization;
using System.Text.Json;

namespace Ledger.Bench.Processes;

/// <summary>The garbage-collected heap of a service: in use, committed, and allocated since it started.</summary>
internal sealed record Heap(long Used, long Committed, long Allocated);

/// <summary>What the operating system and the runtime say of a process's memory.</summary>
internal static class ProcessMemory
{
    private const double Mega = 1 << 20;

    public static double ResidentMegabytes(int process) => Status(process, "VmRSS:");

    public static double PeakMegabytes(int process) => Status(process, "VmHWM:");

    public static double InMegabytes(this long bytes) => bytes / Mega;

    public static async Task<Heap> HeapAsync(this WebProcess web, CancellationToken ct)
    {
        File.Delete(web.HeapFile);
        await web.SignalAsync("CONT");
        for (var attempt = 0; !File.Exists(web.HeapFile); attempt++)
        {
            if (attempt > 500)
                throw new InvalidOperationException("the service does not say how its heap stands");
            await Task.Delay(10, ct);
        }

        return JsonSerializer.Deserialize<Heap>(await File.ReadAllTextAsync(web.HeapFile, ct))!;
    }

    private static double Status(int process, string name) => File.ReadLines($"/proc/{process}/status")
        .Where(l => l.StartsWith(name, StringComparison.Ordinal))
        .Select(l => double.Parse(l[name.Length..^2], CultureInfo.InvariantCulture) / 1024)
        .First();
}
