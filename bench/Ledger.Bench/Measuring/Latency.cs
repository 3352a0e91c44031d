using System.Diagnostics;
using HdrHistogram;

namespace Ledger.Bench.Measuring;

/// <summary>Times of many repetitions, in microseconds, to three digits.</summary>
internal sealed class Latency
{
    private readonly LongHistogram _micros = new(1, TimeSpan.FromMinutes(2).Ticks / TimeSpan.TicksPerMicrosecond, 3);

    public long Count => _micros.TotalCount;
    public double P50 => Milliseconds(50);
    public double P95 => Milliseconds(95);
    public double P99 => Milliseconds(99);

    public void Since(long start) => _micros.RecordValue(Math.Max(1, (long)Stopwatch.GetElapsedTime(start).TotalMicroseconds));

    public void Add(Latency other) => _micros.Add(other._micros);

    private double Milliseconds(double percentile) => _micros.GetValueAtPercentile(percentile) / 1000.0;
}
