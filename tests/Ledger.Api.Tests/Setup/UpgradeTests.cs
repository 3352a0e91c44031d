using Ledger.Api.Commands;
using Ledger.Api.Setup;
using Ledger.Domain.Figures;

namespace Ledger.Api.Tests.Setup;

/// <summary>A ledger that another build has left: what it made of the events is made again, whatever it looked like.</summary>
public sealed class UpgradeTests(OwnLedger ledger) : IClassFixture<OwnLedger>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task what_another_build_made_of_the_events_is_made_again_from_them()
    {
        var unit = await ledger.NewUnitAsync();
        await ledger.LogServiceAsync(unit);
        await ledger.LogServiceAsync(unit, "2023-05-01");
        var late = await ledger.LogServiceAsync(unit, "2023-05-02");
        (await ledger.VoidAsync(unit, late, 1)).Is(200);
        Assert.Equal(2, await ledger.ValueAsync(unit, 2023, "legal-service"));

        await LeaveAsByAnotherBuildAsync(
            """
            alter table ledger.mt_doc_entrycard alter column mt_version drop default;
            alter table ledger.mt_doc_entrycard alter column mt_version type bigint using 1;
            delete from ledger.mt_doc_entrycard where occurred_on = '2023-05-01';
            update ledger.entry_counts set entries = 70;
            update ledger.mt_doc_yearbook set data = '{"id":"2023","unit":"other","sequence":1,"events":1,"cells":{}}';
            """);

        Assert.Equal(2, await ledger.ValueAsync(unit, 2023, "legal-service"));
        Assert.Equal(3, (await ledger.EntriesAsync(unit)).GetProperty("total").GetInt32());
        Assert.Empty((await Verification.RunAsync(ledger.Store, ledger.Database, unit, null, null, Ct)).Differences);
    }

    [Fact]
    public async Task a_command_of_another_build_leaves_a_running_service_alone()
    {
        await MarkAsync("another");
        await using var host = new VerbHost(ledger.ConnectionString);
        var refused = await Assert.ThrowsAsync<LedgerSetupException>(() => host.StartAsync(Ct));
        Assert.Contains("另一个版本", refused.Message, StringComparison.Ordinal);
        await ledger.RestartAsync();
        await host.StartAsync(Ct);
    }

    private async Task LeaveAsByAnotherBuildAsync(string sql)
    {
        await ledger.StopAsync();
        await using (var source = Npgsql.NpgsqlDataSource.Create(ledger.ConnectionString))
        await using (var command = source.CreateCommand(sql + "comment on schema ledger is 'another'"))
            await command.ExecuteNonQueryAsync(Ct);
        await ledger.StartAsync();
    }

    private async Task MarkAsync(string build)
    {
        await using var command = ledger.Database.CreateCommand($"comment on schema ledger is '{build}'");
        await command.ExecuteNonQueryAsync(Ct);
    }
}
