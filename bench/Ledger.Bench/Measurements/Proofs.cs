using System.Net.Http.Json;
using Ledger.Api.Units;
using Ledger.Bench.Filling;
using Ledger.Bench.Measuring;
using Ledger.Bench.Processes;
using Ledger.Domain.Entries;
using Ledger.Domain.Figures;
using Ledger.Log.Notes;
using Marten;
using Npgsql;

namespace Ledger.Bench.Measurements;

/// <summary>What proofs cost those who ask for them: of one entry, of the whole log, of an edition's PDF.</summary>
internal static class Proofs
{
    private const string Unit = "bench-proved";
    private const int Entries = 5_000;

    /// <summary>Proofs that entries of the big unit, drawn by chance, are in its log.</summary>
    public static async Task MeasureAsync(int size, WebProcess service, NpgsqlDataSource source, Results results, CancellationToken ct)
    {
        var volumes = results.Options.Volumes;
        using var http = service.Client(1);
        var drawn = await DrawAsync(source, volumes.Reads, ct);
        var (longest, hashes) = (0, 0);
        // As long as it takes the runtime to compile what is asked for often; the worst of a hundred is not about that.
        await ClosedLoop.RunAsync(1, volumes.WarmUp, volumes.Limit, One, ct);
        var load = await ClosedLoop.RunAsync(1, volumes.Reads, volumes.Limit, One, ct);
        results.AddPercentiles(size, Names.Proof, load.Latency);
        results.Add(size, "inclusion proof, its hashes, longest", hashes, "B");
        results.Add(size, Names.ProofSize, longest, "B");

        async Task One(int number, CancellationToken token)
        {
            var bytes = await http.GetOkAsync($"/api/units/{SyntheticYears.BigUnit}/log/entries/{drawn[number % drawn.Count]}/proof", token);
            var proof = TlogProof.Parse(System.Text.Encoding.UTF8.GetString(bytes)) ?? throw new InvalidOperationException("that is no proof");
            (longest, hashes) = (Math.Max(longest, bytes.Length), Math.Max(hashes, proof.Hashes.Count * 32));
        }
    }

    /// <summary>Every leaf of every unit computed again, by the command a person would use, while the service runs.</summary>
    public static async Task MeasureAuditAsync(int size, BenchCluster cluster, Results results, CancellationToken ct)
    {
        var said = await Child.RunAsync(Child.Start(Child.Dll("Ledger.Api"), cluster.Root, "log", "verify"), TimeSpan.FromMinutes(10), ct);
        var last = said.TrimEnd().Split('\n')[^1].Split(' ');
        results.Add(size, Names.LogVerified, double.Parse(last[^2], null), "s");
        results.Add(size, "log verified, rate", double.Parse(last[1], null) / double.Parse(last[^2], null), "events/s");
    }

    /// <summary>An edition of a unit with five thousand entries, all of them in its file, read by the verifier in a new process.</summary>
    public static async Task MeasureEditionAsync(int size, WebProcess service, BenchCluster cluster, DocumentStore store, NpgsqlDataSource source, Results results, CancellationToken ct)
    {
        var unit = await RegisterAsync(store, source, ct);
        await FillAsync(store, unit, ct);
        await Progress.AwaitAsync(source, Api.Setup.Store.Schema, [YearBooks.Name, nameof(EntryCards)], results.Options.Volumes.Limit, ct);
        using var http = service.Client(1);
        using var frozen = await http.PostAsJsonAsync($"/api/units/{unit}/reports/2023/editions", new { issuedOn = "2024-01-15" }, ct);
        if (!frozen.IsSuccessStatusCode)
            throw new InvalidOperationException(await frozen.Content.ReadAsStringAsync(ct));
        var file = Path.Combine(cluster.Root, "edition.pdf");
        await Child.RunAsync(Child.Start(Child.Dll("Ledger.Api"), cluster.Root, "report", "--unit", unit, "--year", "2023", "--edition", "1", "--profile", "formal", "--annexes", "entries", "--out", file), results.Options.Volumes.Limit, ct);
        results.Add(size, "edition of 5 000 entries, size of the PDF", new FileInfo(file).Length / 1024.0, "KB");
        var times = new List<double>();
        for (var i = 0; i < results.Options.Volumes.ColdReports; i++)
        {
            var began = TimeProvider.System.GetTimestamp();
            await Child.RunAsync(Child.Start(Child.Dll("Ledger.Api"), cluster.Root, "verify", file), results.Options.Volumes.Limit, ct);
            times.Add(TimeProvider.System.GetElapsedTime(began).TotalMilliseconds);
        }

        results.Add(size, Names.EditionVerified, times.Median(), "ms");
    }

    /// <summary>A unit of this run's own: a store that was kept has those of earlier runs, with their years frozen.</summary>
    private static async Task<string> RegisterAsync(DocumentStore store, NpgsqlDataSource source, CancellationToken ct)
    {
        await using var count = source.CreateCommand($"select count(*) from {Api.Setup.Store.Schema}.mt_doc_unit where id like $1 || '%'");
        count.Parameters.Add(new() { Value = Unit });
        var unit = $"{Unit}-{1 + (long)(await count.ExecuteScalarAsync(ct))!}";
        await using var session = store.LightweightSession();
        RegisterUnitEndpoint.Register(session, new RegisterUnit(unit, "虚构受检局", "受检局", ["县人民政府"], Enforcement: false, Sample: true));
        await session.SaveChangesAsync(ct);
        return unit;
    }

    private static async Task FillAsync(DocumentStore store, string unit, CancellationToken ct)
    {
#pragma warning disable CA5394 // the same numbers on every machine are the point
        var dice = new Random(20230101);
#pragma warning restore CA5394
        for (var n = 0; n < Entries; n += 500)
        {
            await using var session = store.LightweightSession(unit);
            for (var i = n; i < n + 500; i++)
                session.Events.StartStream<Entry>(Guid.CreateVersion7(), Activities.Draw(dice, new DateOnly(2023, 1, 1).AddDays(i % 365)));
            await session.SaveChangesAsync(ct);
        }
    }

    private static async Task<List<Guid>> DrawAsync(NpgsqlDataSource source, int count, CancellationToken ct)
    {
        await using var command = source.CreateCommand($"""
            select e.stream_id from {Api.Setup.Store.Schema}.mt_events e where e.tenant_id = $1 and e.version = 1
            order by md5(e.seq_id::text) limit $2
            """);
        command.Parameters.AddRange(new NpgsqlParameter[] { new() { Value = SyntheticYears.BigUnit }, new() { Value = count } });
        await using var rows = await command.ExecuteReaderAsync(ct);
        var drawn = new List<Guid>();
        while (await rows.ReadAsync(ct))
            drawn.Add(rows.GetGuid(0));
        return drawn;
    }
}
