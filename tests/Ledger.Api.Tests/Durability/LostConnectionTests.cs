using Ledger.Api.Setup;
using Ledger.Domain.Figures;
using Npgsql;

namespace Ledger.Api.Tests.Durability;

/// <summary>
/// The database lives, but the way to it does not: connections that are ended by the server, cut on the way, or held up by
/// somebody's forgotten transaction. Each time a clear 503, nothing half done, and it goes on without anybody's help.
/// </summary>
[Collection(Alone.Name)]
public sealed class LostConnectionTests(OwnLedger ledger) : IClassFixture<OwnLedger>
{
    private const int Clients = 3;

    /// <summary>What the event store itself writes for a correction whose commit was cut off: its two numbers, without time or content.</summary>
    private const string Placeholder = """
        with stream as (insert into ledger.mt_streams (id, tenant_id, version, is_archived) values (gen_random_uuid(), $1, 0, false) returning id),
        placed as (
            insert into ledger.mt_events (seq_id, id, stream_id, version, data, type, timestamp, tenant_id, mt_dotnet_type, is_archived)
            select nextval('ledger.mt_events_sequence'), gen_random_uuid(), id, n, '{}', 'tombstone', '-infinity', $1, 'JasperFx.Events.Tombstone, JasperFx.Events', false
            from stream, generate_series(1, 2) n returning 1)
        select count(*)::int from placed
        """;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task connections_that_the_server_ends_under_load_cost_nobody_an_entry()
    {
        await using var direct = NpgsqlDataSource.Create(ledger.ConnectionString);
        await UnderLoadAsync(async () =>
        {
            for (var i = 0; i < 8; i++)
            {
                await Task.Delay(200, Ct);
                await using var end = direct.CreateCommand("select count(pg_terminate_backend(pid)) from pg_stat_activity where pid <> pg_backend_pid() and application_name = $1");
                end.Parameters.Add(new() { Value = LedgerApp.ServiceName });
                Assert.True((long)(await end.ExecuteScalarAsync(Ct))! > 0);
            }
        });
    }

    [Fact]
    public async Task a_cable_that_is_cut_in_the_middle_of_requests_costs_nobody_an_entry()
    {
        using var proxy = new CuttingProxy();
        ledger.Through = proxy.Through;
        await ledger.StopAsync();
        await ledger.StartAsync();
        try
        {
            var refused = await UnderLoadAsync(async () =>
            {
                for (var i = 0; i < 6; i++)
                {
                    await Task.Delay(200, Ct);
                    proxy.Cut();
                    await Task.Delay(100, Ct);
                    proxy.Mend();
                }
            });
            Assert.True(proxy.Cuts > 0);
            Assert.True(refused > 0, "nobody was told");
        }
        finally
        {
            ledger.Through = straight => straight;
            await ledger.RestartAsync();
        }
    }

    [Fact]
    public async Task a_commit_that_fails_halfway_leaves_a_unit_that_can_still_be_exported_and_verified()
    {
        var unit = await ledger.NewUnitAsync();
        await ledger.LogServiceAsync(unit);
        var placed = await ledger.ScalarAsync<int>(Placeholder, unit);
        Assert.Equal(2, placed);
        using var file = new MemoryStream();
        Assert.Equal(2, await EventExport.WriteAsync(ledger.Database, file, unit, upTo: null, progress: null, Ct));
        Assert.True((await Verification.RunAsync(ledger.Store, ledger.Database, unit, null, null, Ct)).Agrees);
        (await ledger.FreezeAsync(unit, 2023)).Is(201);
    }

    [Fact]
    public async Task a_forgotten_transaction_that_holds_locks_is_answered_with_503_and_ended_by_the_server()
    {
        var unit = await ledger.NewUnitAsync();
        var entry = await ledger.LogServiceAsync(unit);
        Assert.Equal("1min", await ledger.ScalarAsync<string>("show idle_in_transaction_session_timeout"));
        // Out of no pool: the server ends it, and it is never asked to begin anew.
        await using var forgotten = new NpgsqlConnection(ledger.ConnectionString + ";Pooling=false");
        await forgotten.OpenAsync(Ct);
        // The same end as after the minute that the server gives, only sooner.
        await using (var hold = new NpgsqlCommand("set idle_in_transaction_session_timeout = '14s'; begin; lock table ledger.mt_events in share row exclusive mode", forgotten))
            await hold.ExecuteNonQueryAsync(Ct);

        var (log, correct) = (Guid.CreateVersion7().ToString(), "correct-once");
        var answers = await Task.WhenAll(
            ledger.PostAsync($"/api/units/{unit}/entries/legal-service", LedgerVerbs.Service(), log),
            ledger.CorrectAsync(unit, entry, 1, LedgerVerbs.Service("2023-08-01"), key: correct));
        Assert.All(answers, a => Assert.Contains("再发送一次", a.Refuses(503, "store-away")["title"].GetString(), StringComparison.Ordinal));
        // What is read goes on meanwhile, and nothing of the two is there.
        Assert.Equal(1, (await ledger.EntryAsync(unit, entry)).GetProperty("version").GetInt32());

        for (var tries = 0; tries < 10 && (await ledger.PostAsync($"/api/units/{unit}/entries/legal-service", LedgerVerbs.Service(), log)).Status == 503; tries++)
            await Task.Delay(500, Ct);
        (await ledger.PostAsync($"/api/units/{unit}/entries/legal-service", LedgerVerbs.Service(), log)).Is(201);
        (await ledger.CorrectAsync(unit, entry, 1, LedgerVerbs.Service("2023-08-01"), key: correct)).Is(200);
        Assert.Equal(2, (await ledger.EntriesAsync(unit)).GetProperty("total").GetInt32());
        Assert.Equal(2, await ledger.ValueAsync(unit, 2023, "legal-service"));
    }

    /// <returns>How often somebody was told that the store is away.</returns>
    private async Task<int> UnderLoadAsync(Func<Task> trouble)
    {
        var unit = await ledger.NewUnitAsync();
        var recorders = new Recorders(ledger.Client, unit, seed: 1);
        await using var audit = new LedgerAudit(DataFolder.FromEnvironment(), ledger.ConnectionString, ledger.Client, unit);
        await recorders.LogOneAsync();
        await audit.KeepCheckpointAsync();
        using var stop = new CancellationTokenSource();
        var working = Enumerable.Range(0, Clients).Select(c => recorders.WorkAsync($"c{c}", stop.Token)).ToList();
        await trouble();
        await stop.CancelAsync();
        await Task.WhenAll(working);
        await audit.CheckAsync(recorders);
        await audit.CheckLogAsync();
        return recorders.Refused;
    }
}
