using System.Text.Json;
using JasperFx.Events;
using JasperFx.Events.Daemon;
using Ledger.Api.Setup;
using Ledger.Domain;
using Ledger.Domain.Figures;
using Marten;
using Npgsql;
using NpgsqlTypes;

namespace Ledger.Api.Tests.Simulation;

/// <summary>
/// Real PostgreSQL beside the simulation, with the product's own schema: takes the simulated events in, has the product's
/// projection fold them in batches (some broken off), and the three evaluators count them.
/// </summary>
internal sealed class SimulationDatabase : IAsyncDisposable
{
    private const string Progress = """
        insert into ledger.mt_event_progression (name, last_seq_id) values ('YearBooks:All', ?)
        on conflict (name) do update set last_seq_id = excluded.last_seq_id
        """;

    private readonly NpgsqlDataSource _database;
    private readonly DocumentStore _store;
    private readonly Random _random;
    private int _written;

    private SimulationDatabase(string connectionString, int seed)
    {
        _random = new Random(seed);
        _database = NpgsqlDataSource.Create(connectionString);
        _store = DocumentStore.For(o =>
        {
            o.Connection(connectionString);
            Store.Configure(o, new AppendBell());
            o.Projections.AsyncMode = DaemonMode.ExternallyManaged;
        });
    }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>An empty database of its own on a running server.</summary>
    public static async Task<SimulationDatabase> OpenAsync(string server, int seed)
    {
        var settings = new NpgsqlConnectionStringBuilder(server) { Database = "simulation" };
        await using (var admin = NpgsqlDataSource.Create(server))
        {
            foreach (var sql in new[] { "drop database if exists simulation with (force)", "create database simulation" })
            {
                await using var command = admin.CreateCommand(sql);
                await command.ExecuteNonQueryAsync(Ct);
            }
        }

        var opened = new SimulationDatabase(settings.ConnectionString, seed);
        await SchemaMark.EnsureAsync(opened._store, opened._database, Ct);
        return opened;
    }

    public async Task ClearAsync()
    {
        await using var command = _database.CreateCommand(
            "truncate ledger.mt_events, ledger.mt_streams, ledger.mt_doc_yearbook, ledger.mt_doc_yearbookcheckpoint, ledger.mt_doc_rulebook, ledger.mt_event_progression cascade");
        await command.ExecuteNonQueryAsync(Ct);
        _written = 0;
    }

    /// <returns>What the evaluators, or the real and the simulated books, do not agree on.</returns>
    public async Task<IReadOnlyList<string>> LookAsync(Simulation simulation)
    {
        var events = simulation.Store.Events[_written..];
        await WriteAsync(events);
        await ProjectAsync(events, simulation);
        _written += events.Count;
        var counted = await Verification.RunAsync(_store, _database, null, null, null, Ct);
        var wrong = counted.Differences.Select(d => $"{d.Unit} {d.Year} {d.Cell}: projection {d.Projection}, SQL {d.Sql}, offline {d.Offline}").ToList();
        await using var session = _store.QuerySession();
        var books = (await session.Query<YearBook>().Where(b => b.AnyTenant()).ToListAsync(Ct)).ToDictionary(b => (b.Unit!, int.Parse(b.Id, null)));
        foreach (var ((unit, year), book) in simulation.Books.All)
        {
            if (!books.TryGetValue((unit, year), out var real) || !SimulatedBooks.Text(book).SequenceEqual(SimulatedBooks.Text(real)))
                wrong.Add($"{unit} {year}: the database's book is not the simulated one");
        }

        return wrong;
    }

    public async ValueTask DisposeAsync()
    {
        await _store.DisposeAsync();
        await _database.DisposeAsync();
    }

    private async Task WriteAsync(List<IEvent> events)
    {
        await using var connection = await _database.OpenConnectionAsync(Ct);
        var streams = events.Select(e => (e.StreamId, e.TenantId)).Distinct().ToList();
        await using (var open = new NpgsqlCommand("insert into ledger.mt_streams (id, tenant_id, version, is_archived) select id, unit, 0, false from unnest($1, $2) as s(id, unit) on conflict do nothing", connection))
        {
            open.Parameters.Add(new() { Value = streams.Select(s => s.StreamId).ToArray() });
            open.Parameters.Add(new() { Value = streams.Select(s => s.TenantId).ToArray() });
            await open.ExecuteNonQueryAsync(Ct);
        }

        await using var copy = await connection.BeginBinaryImportAsync("copy ledger.mt_events (seq_id, id, stream_id, version, tenant_id, type, timestamp, user_name, is_archived, data) from stdin (format binary)", Ct);
        foreach (var e in events)
        {
            await copy.StartRowAsync(Ct);
            await copy.WriteAsync(e.Sequence, Ct);
            await copy.WriteAsync(e.Id, Ct);
            await copy.WriteAsync(e.StreamId, Ct);
            await copy.WriteAsync(e.Version, NpgsqlDbType.Bigint, Ct);
            await copy.WriteAsync(e.TenantId, Ct);
            await copy.WriteAsync(e.EventTypeName, Ct);
            await copy.WriteAsync(e.Timestamp, NpgsqlDbType.TimestampTz, Ct);
            await copy.WriteAsync(e.UserName!, Ct);
            await copy.WriteAsync(false, Ct);
            await copy.WriteAsync(JsonSerializer.Serialize(e.Data, e.Data.GetType(), LedgerJson.Options), NpgsqlDbType.Jsonb, Ct);
        }

        await copy.CompleteAsync(Ct);
    }

    /// <summary>The product's projection, batch by batch; every fourth is broken off before its commit and done again.</summary>
    private async Task ProjectAsync(List<IEvent> events, Simulation simulation)
    {
        for (var from = 0; from < events.Count;)
        {
#pragma warning disable CA5394 // the seed comes from the simulation, so that it can be replayed
            var batch = events.GetRange(from, Math.Min(events.Count - from, _random.Next(300, 900)));
            await using var session = _store.LightweightSession();
            session.Store(simulation.Store.Rules);
            if (from == 0)
                await session.SaveChangesAsync(Ct);
            await new YearBooks().ApplyAsync(session, batch, Ct);
            session.QueueSqlCommand(Progress, batch[^1].Sequence);
            if (_random.Next(4) == 0)
                continue;
#pragma warning restore CA5394
            await session.SaveChangesAsync(Ct);
            from += batch.Count;
        }
    }
}
