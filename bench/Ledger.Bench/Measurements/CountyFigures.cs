using Ledger.Api.Counties;
using Ledger.Api.Setup;
using Ledger.Api.Units;
using Ledger.Bench.Filling;
using Ledger.Bench.Measuring;
using Ledger.Bench.Processes;
using Ledger.Domain.Entries;
using Ledger.Domain.Figures;
using Ledger.Domain.Kinds;
using Ledger.Domain.Units;
using Marten;
using Npgsql;

namespace Ledger.Bench.Measurements;

/// <summary>A county of sixty units with three hundred entries each, one in fifty of them joint, read over HTTP.</summary>
internal static class CountyFigures
{
    private const string County = "bench-county";
    private const int Units = 60;
    private const int EntriesEach = 300;

    public static async Task MeasureAsync(int size, WebProcess service, DocumentStore store, NpgsqlDataSource source, Results results, CancellationToken ct)
    {
        await FillAsync(store, ct);
        await Progress.AwaitAsync(source, Store.Schema, [YearBooks.Name, nameof(EntryCards)], results.Options.Volumes.Limit, ct);
        using var http = service.Client(1);
        var volumes = results.Options.Volumes;
        var still = await RunAsync((_, token) => http.GetOkAsync(Figures, token));
        results.Add(size, Names.County + ", p50", still.P50, "ms");
        results.Add(size, Names.County + ", p95", still.P95, "ms");
        var changed = await ChangedAsync();
        results.Add(size, Names.CountyChanged + ", p50", changed[changed.Count / 2], "ms");
        results.Add(size, Names.CountyChanged + ", p95", changed[changed.Count * 95 / 100], "ms");
        results.Add(size, "county coverage of 60 units, p95", (await RunAsync((_, token) => http.GetOkAsync($"/api/counties/{County}/coverage/2023", token))).P95, "ms");

        async Task<Latency> RunAsync(Func<int, CancellationToken, Task> ask)
        {
            await ClosedLoop.RunAsync(1, volumes.Lists / 5, volumes.ListLimit, ask, ct);
            return (await ClosedLoop.RunAsync(1, volumes.Lists, volumes.ListLimit, ask, ct)).Latency;
        }

        // Each read finds one unit's book changed and reads that one alone; only the read is timed.
        async Task<List<double>> ChangedAsync()
        {
            var read = new List<double>();
            for (var n = 0; n < volumes.Lists; n++)
            {
                await using var session = store.LightweightSession(UnitOf(n % Units));
                session.Events.StartStream<Entry>(Guid.CreateVersion7(), Activities.Draw(Dice(n), new DateOnly(2023, 6, 1)));
                await session.SaveChangesAsync(ct);
                await Progress.AwaitAsync(source, Store.Schema, [YearBooks.Name], volumes.Limit, ct);
                var began = TimeProvider.System.GetTimestamp();
                await http.GetOkAsync(Figures, ct);
                read.Add(TimeProvider.System.GetElapsedTime(began).TotalMilliseconds);
            }

            read.Sort();
            return read;
        }
    }

    private const string Figures = $"/api/counties/{County}/figures/2023";

    private static string UnitOf(int n) => $"bench-c{n:00}";

    private static async Task FillAsync(DocumentStore store, CancellationToken ct)
    {
        await using (var session = store.LightweightSession())
        {
            RegisterCountyEndpoint.Register(session, new RegisterCounty(County, "虚构县", Sample: true));
            for (var n = 0; n < Units; n++)
                RegisterUnitEndpoint.Register(session, new RegisterUnit(UnitOf(n), $"虚构单位{n}", $"单位{n}", ["县人民政府"], Enforcement: false, Sample: true, County, UnitKind.Department));
            await session.SaveChangesAsync(ct);
        }

        for (var n = 0; n < Units; n++)
        {
            await using var session = store.LightweightSession(UnitOf(n));
            var dice = Dice(n);
            for (var i = 0; i < EntriesEach; i++)
            {
                var activity = Activities.Draw(dice, new DateOnly(2023, 1, 1).AddDays(i));
                session.Events.StartStream<Entry>(Guid.CreateVersion7(), i % 50 == 0
                    ? activity with { JointUnits = [new JointUnit { Unit = UnitOf((n + 7) % Units), Role = JointRole.CoHost }, new JointUnit { Unit = UnitOf((n + 13) % Units), Role = JointRole.Participant }] }
                    : activity);
            }

            await session.SaveChangesAsync(ct);
        }
    }

#pragma warning disable CA5394 // the same numbers on every machine are the point
    private static Random Dice(int n) => new(20230101 + n);
#pragma warning restore CA5394
}
