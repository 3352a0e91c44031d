using Ledger.Api.Setup;
using Npgsql;

namespace Ledger.Api.Tests.Setup;

/// <summary>PostgreSQL plans for the tables as they are: it has the indexes that pages are read from, and knows how much was written.</summary>
public sealed class StatisticsTests(LedgerFixture ledger)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task a_table_that_grew_is_looked_at_once()
    {
        var table = $"grown_{Guid.CreateVersion7():N}";
        await using var database = NpgsqlDataSource.Create(ledger.ConnectionString);
        await ExecuteAsync($"create table ledger.{table} (text text) with (autovacuum_enabled = off)");
        try
        {
            await ExecuteAsync($"insert into ledger.{table} select repeat('x', 100) from generate_series(1, 20000)");
            Assert.InRange(await Statistics.RenewAsync(database, Ct), 1, 100);
            Assert.Equal(20_000f, await KnownAsync());
            await ExecuteAsync($"insert into ledger.{table} select repeat('x', 100) from generate_series(1, 100)");
            await Statistics.RenewAsync(database, Ct);
            Assert.Equal(20_000f, await KnownAsync());
        }
        finally
        {
            await ExecuteAsync($"drop table ledger.{table}");
        }

        async Task<float> KnownAsync()
        {
            await using var command = database.CreateCommand($"select reltuples from pg_class where oid = 'ledger.{table}'::regclass");
            return (float)(await command.ExecuteScalarAsync(Ct))!;
        }

        async Task ExecuteAsync(string sql)
        {
            await using var command = database.CreateCommand(sql);
            await command.ExecuteNonQueryAsync(Ct);
        }
    }

    /// <summary>Marten's own indexes over one column of all units' cards would be walked through those of the others.</summary>
    [Fact]
    public async Task each_index_of_the_list_begins_with_the_unit_and_ends_in_the_order_of_the_list()
    {
        await using var database = NpgsqlDataSource.Create(ledger.ConnectionString);
        await using var command = database.CreateCommand("""
            select array_agg(substring(indexdef from 'btree (.*)$') order by substring(indexdef from 'btree (.*)$') collate "C") from pg_indexes
            where schemaname = 'ledger' and tablename = 'mt_doc_entrycard' and indexdef like '%btree%' and indexdef not like '% WHERE %'
            """);
        Assert.Equal(
            ["(tenant_id, id)", "(tenant_id, kind, occurred_on, id)", "(tenant_id, occurred_on, id)", "(tenant_id, status, occurred_on, id)"],
            (string[])(await command.ExecuteScalarAsync(Ct))!);
    }
}
