using System.Diagnostics;
using System.Text.Json;
using Ledger.Bench.Filling;
using Ledger.Bench.Measuring;
using Ledger.Bench.Processes;
using Ledger.Domain.Kinds;
using Npgsql;

namespace Ledger.Bench.Measurements;

/// <summary>How long after its commit an event is in the big year's figures, one at a time, the service otherwise idle.</summary>
internal static class CommitToVisible
{
    private const string LogService = $"/api/units/{SyntheticYears.BigUnit}/entries/legal-service";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>Logged over HTTP, from the receipt, which follows the commit at once; the book's row is looked at every millisecond.</summary>
    public static async Task MeasureRowAsync(int size, WebProcess service, NpgsqlDataSource source, Results results, CancellationToken ct)
    {
        using var http = service.Client(1);
        await using var connection = await source.OpenConnectionAsync(ct);
        await using var look = new NpgsqlCommand("select (data ->> 'events')::int from ledger.mt_doc_yearbook where tenant_id = $1 and id = $2", connection);
        look.Parameters.Add(new() { Value = SyntheticYears.BigUnit });
        look.Parameters.Add(new() { Value = $"{SyntheticYears.BigYear}" });
        await look.PrepareAsync(ct);
        var latency = new Latency();
        var began = Stopwatch.GetTimestamp();
        for (var i = 0; i < results.Options.Volumes.Visible && Stopwatch.GetElapsedTime(began) < results.Options.Volumes.Limit; i++)
        {
            var before = (int)(await look.ExecuteScalarAsync(ct))!;
            await http.PostAsync(LogService, LegalServiceBodies.Json(InTheBigYear(i)), ct);
            var committed = Stopwatch.GetTimestamp();
            while ((int)(await look.ExecuteScalarAsync(ct))! <= before)
            {
                if (Stopwatch.GetElapsedTime(committed) > Patience)
                    throw new TimeoutException($"event {i} is not in the figures after {Patience}");
                await Task.Delay(1, ct);
            }

            latency.Since(committed);
        }

        results.AddPercentiles(size, Names.Visible, latency);
    }

    /// <summary>Over HTTP: the very next answer after the receipt has to count it.</summary>
    public static async Task MeasureHttpAsync(int size, WebProcess service, Results results, CancellationToken ct)
    {
        const string Figure = $"/api/units/{SyntheticYears.BigUnit}/figures/2023/legal-service";
        using var http = service.Client(1);
        var latency = new Latency();
        var expected = await ReadAsync();
        for (var i = 0; i < results.Options.Volumes.Visible; i++)
        {
            await http.PostAsync(LogService, LegalServiceBodies.Json(InTheBigYear(i)), ct);
            var acknowledged = Stopwatch.GetTimestamp();
            if (await ReadAsync() is var value && value != ++expected)
                throw new InvalidOperationException($"the answer after receipt {i} says {value}, not {expected}");
            latency.Since(acknowledged);
        }

        results.AddPercentiles(size, "receipt to the next figure answer, which counts it", latency);

        async Task<long> ReadAsync()
        {
            using var answer = JsonDocument.Parse(await http.GetOkAsync(Figure, ct));
            return answer.RootElement.GetProperty("figure").GetProperty("value").GetInt64();
        }
    }

    private static LegalServiceProvided InTheBigYear(int number) =>
        LegalServiceBodies.Activity(number) with { OccurredOn = new DateOnly(SyntheticYears.BigYear, 1 + (number % 12), 1) };
}
