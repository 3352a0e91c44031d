using Ledger.Bench.Measuring;

namespace Ledger.Bench;

/// <summary>One number: what, at how many events, and what is to be known about it.</summary>
internal sealed record Result(string Name, string Unit, double Value, int Size);

/// <summary>Everything measured so far, in the order of the table.</summary>
internal sealed class Results(BenchOptions options)
{
    private readonly List<Result> _all = [];
    private readonly List<(string What, string Why)> _failures = [];

    public BenchOptions Options { get; } = options;
    public IReadOnlyList<Result> All => _all;
    public IReadOnlyList<(string What, string Why)> Failures => _failures;

    public void Add(int size, string name, double value, string unit)
    {
        _all.Add(new Result(name, unit, value, size));
        Console.Error.WriteLine($"  {name}: {Output.Numbers.Text(value)} {unit}");
    }

    public void AddPercentiles(int size, string name, Latency latency, bool middle = false)
    {
        Add(size, name + ", p50", latency.P50, "ms");
        if (middle)
            Add(size, name + ", p95", latency.P95, "ms");
        Add(size, name + ", p99", latency.P99, "ms");
    }

    public void Fail(string what, string why)
    {
        _failures.Add((what, why));
        Console.Error.WriteLine($"  FAILED {what}: {why}");
    }
}
