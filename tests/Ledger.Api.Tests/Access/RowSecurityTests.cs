using Ledger.Api.Access;
using Npgsql;

namespace Ledger.Api.Tests.Access;

/// <summary>What the database itself shows to a role that owns nothing; asked in SQL, past all code of the service.</summary>
public sealed class RowSecurityTests(LedgerFixture ledger)
{
    private async Task<T?> AsAppAsync<T>(string? unit, string sql)
    {
        // Of no pool: there the unit of the one before may still stand.
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(ledger.ConnectionString) { Pooling = false }.ConnectionString);
        await connection.OpenAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await RunAsync($"set local role {RowSecurity.Role}");
        if (unit is not null)
            await RunAsync($"set local {RowSecurity.Setting} = '{unit}'");
        return await RunAsync(sql) is T found ? found : default;

        async Task<object?> RunAsync(string text)
        {
            await using var command = new NpgsqlCommand(text, connection, transaction);
            return await command.ExecuteScalarAsync();
        }
    }

    [Theory]
    [InlineData("mt_events")]
    [InlineData("mt_streams")]
    [InlineData("entry_counts")]
    [InlineData("figure_entry_counts")]
    [InlineData("month_entry_counts")]
    [InlineData("mt_doc_entrycard")]
    [InlineData("mt_doc_yearbook")]
    public async Task rows_of_another_unit_are_not_there(string table)
    {
        var (one, other) = (await ledger.NewUnitAsync(), await ledger.NewUnitAsync());
        foreach (var unit in new[] { one, other })
        {
            await ledger.LogServiceAsync(unit);
            await ledger.EntriesAsync(unit);
            await ledger.FiguresAsync(unit, 2023);
        }

        Assert.Equal(one, await AsAppAsync<string>(one, $"select string_agg(distinct tenant_id, ',') from ledger.{table}"));
        Assert.Equal(0L, await AsAppAsync<long>(one, $"select count(*) from ledger.{table} where tenant_id = '{other}'"));
        if (!table.StartsWith("mt_doc_", StringComparison.Ordinal))
            Assert.Equal(0L, await AsAppAsync<long>(null, $"select count(*) from ledger.{table}"));
    }

    [Fact]
    public async Task without_a_unit_documents_are_refused()
    {
        await ledger.EntriesAsync(await ledger.NewUnitAsync());
        Assert.Equal("42704", (await Assert.ThrowsAsync<PostgresException>(() => AsAppAsync<long>(null, "select count(*) from ledger.mt_doc_entrycard"))).SqlState);
    }

    [Theory]
    [InlineData("update ledger.mt_events set data = '{}'")]
    [InlineData("delete from ledger.mt_events")]
    [InlineData("truncate ledger.mt_events")]
    [InlineData("delete from ledger.mt_streams")]
    [InlineData("update ledger.mt_streams set tenant_id = 'x'")]
    [InlineData("update ledger.mt_doc_entrycard set data = '{}'")]
    [InlineData("delete from ledger.mt_doc_entrycard")]
    [InlineData("update ledger.mt_doc_yearbook set data = '{}'")]
    [InlineData("update ledger.entry_counts set entries = 0")]
    [InlineData("select count(*) from ledger.mt_doc_unit")]
    [InlineData("drop policy all_units on ledger.mt_events")]
    [InlineData("create table ledger.mine (id int)")]
    [InlineData("select count(*) from ledger.mt_doc_account")]
    [InlineData("select count(*) from ledger.mt_doc_apitoken")]
    [InlineData("select count(*) from audit.log")]
    [InlineData("update audit.log set who = ''")]
    [InlineData("truncate audit.log")]
    [InlineData("alter table ledger.mt_events disable row level security")]
    public async Task what_is_not_its_business_is_refused(string sql)
    {
        var unit = await ledger.NewUnitAsync();
        Assert.Equal("42501", (await Assert.ThrowsAsync<PostgresException>(() => AsAppAsync<object>(unit, sql))).SqlState);
    }

    [Fact]
    public async Task nothing_is_written_into_another_unit()
    {
        var (one, other) = (await ledger.NewUnitAsync(), await ledger.NewUnitAsync());
        const string Stream = "insert into ledger.mt_streams (id, tenant_id, type, version) values (gen_random_uuid(), '{0}', 'entry', 1)";
        await AsAppAsync<object>(one, string.Format(null, Stream, one));
        Assert.Equal("42501", (await Assert.ThrowsAsync<PostgresException>(() => AsAppAsync<object>(one, string.Format(null, Stream, other)))).SqlState);
    }

    [Fact]
    public async Task no_table_without_a_policy_is_open()
    {
        await using var command = ledger.Database.CreateCommand(
            """
            select string_agg(c.relname, ', ') from pg_class c
            where c.relnamespace = 'ledger'::regnamespace and c.relkind in ('r', 'p') and not c.relrowsecurity
              and has_table_privilege('ledger_app', c.oid, 'select, insert, update, delete, truncate')
            """);
        Assert.Equal(DBNull.Value, await command.ExecuteScalarAsync());
    }
}
