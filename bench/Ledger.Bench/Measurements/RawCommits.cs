using Ledger.Bench.Filling;
using Ledger.Bench.Measuring;
using Npgsql;
using NpgsqlTypes;

namespace Ledger.Bench.Measurements;

/// <summary>What the disk and PostgreSQL allow: one prepared insert of the same payload a commit, into a plain table.</summary>
internal static class RawCommits
{
    private const string Table = """
        drop table if exists raw_event;
        create table raw_event (seq bigint generated always as identity primary key, id uuid not null, type text not null, data jsonb not null, recorded timestamptz not null default now())
        """;

    public static async Task MeasureAsync(int size, string connectionString, Results results, CancellationToken ct)
    {
        await using var source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(connectionString) { MaxAutoPrepare = 0 }.ConnectionString);
        await using (var create = source.CreateCommand(Table))
            await create.ExecuteNonQueryAsync(ct);
        foreach (var (connections, requests) in new[] { (1, results.Options.Volumes.RawAlone), (16, results.Options.Volumes.RawTogether) })
        {
            var inserts = new System.Collections.Concurrent.ConcurrentBag<NpgsqlCommand>();
            for (var i = 0; i < connections; i++)
                inserts.Add(await PrepareAsync(source, ct));
            await ClosedLoop.RunAsync(connections, requests / 10, results.Options.Volumes.Limit, One, ct);
            var load = await ClosedLoop.RunAsync(connections, requests, results.Options.Volumes.Limit, One, ct);
            var name = connections == 1 ? "PostgreSQL commits, 1 connection" : $"PostgreSQL commits, {connections} connections";
            results.Add(size, name, load.PerSecond, "/s");
            results.Add(size, name + ", p50", load.Latency.P50, "ms");
            foreach (var insert in inserts)
                await insert.Connection!.DisposeAsync();

            async Task One(int number, CancellationToken token)
            {
                inserts.TryTake(out var insert);
                insert!.Parameters[0].Value = Guid.CreateVersion7();
                insert.Parameters[2].Value = LegalServiceBodies.Json(number);
                await insert.ExecuteNonQueryAsync(token);
                inserts.Add(insert);
            }
        }
    }

    private static async Task<NpgsqlCommand> PrepareAsync(NpgsqlDataSource source, CancellationToken ct)
    {
        var connection = await source.OpenConnectionAsync(ct);
        var insert = new NpgsqlCommand("insert into raw_event (id, type, data) values ($1, $2, $3)", connection);
        insert.Parameters.Add(new() { NpgsqlDbType = NpgsqlDbType.Uuid });
        insert.Parameters.Add(new() { NpgsqlDbType = NpgsqlDbType.Text, Value = "legal_service_provided" });
        insert.Parameters.Add(new() { NpgsqlDbType = NpgsqlDbType.Jsonb });
        await insert.PrepareAsync(ct);
        return insert;
    }
}
