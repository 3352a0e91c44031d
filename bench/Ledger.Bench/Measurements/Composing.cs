using System.Diagnostics;
using Ledger.Api.Figures;
using Ledger.Api.Reports;
using Ledger.Api.Setup;
using Ledger.Bench.Filling;
using Ledger.Bench.Measuring;
using Ledger.Domain.Figures;
using Ledger.Domain.Units;
using Marten;
using Npgsql;

namespace Ledger.Bench.Measurements;

/// <summary>The big year's report written and every number of it counted three ways: what freezing does before it stores.</summary>
internal static class Composing
{
    public static async Task MeasureAsync(int size, DocumentStore store, NpgsqlDataSource source, Results results, CancellationToken ct)
    {
        await using var session = store.QuerySession();
        var unit = (await session.LoadAsync<Unit>(SyntheticYears.BigUnit, ct))!;
        var writer = new ReportWriter(store, new YearBookReader(store, source, new Freshness(source, TimeProvider.System, new AppendBell())), TimeProvider.System);
        await MeasureAsync("report composed and verified from the first event", () => Verification.RunAsync(store, source, unit.Id, SyntheticYears.BigYear, null, ct));
        await MeasureAsync(Names.Composed, () => Verification.SinceLastAsync(store, source, unit.Id, SyntheticYears.BigYear, ct));

        async Task MeasureAsync(string name, Func<Task<VerificationResult>> verify)
        {
            var times = new List<double>();
            for (var i = 0; i < 15; i++)
            {
                var start = Stopwatch.GetTimestamp();
                await writer.DraftAsync(unit, SyntheticYears.BigYear, ct);
                if (!(await verify()).Agrees)
                    throw new InvalidOperationException("the evaluators disagree");
                times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            }

            // The first third is warm-up.
            results.Add(size, name, times.Skip(5).ToList().Median(), "ms");
        }
    }
}
