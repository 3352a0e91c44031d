using Ledger.Api.Access;
using Ledger.Domain.Entries;
using Marten;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Ledger.Api.Tests.Access;

/// <summary>Requests for a unit reach the database as a role that sees this unit alone: code that forgets its unit finds nothing of others.</summary>
public sealed class UnitDatabaseTests(LedgerFixture ledger)
{
    private UnitDatabase Units => ledger.Host.Services.GetRequiredService<UnitDatabase>();

    [Fact]
    public async Task a_session_of_a_unit_is_nobody_who_owns_anything()
    {
        var unit = await ledger.NewUnitAsync();
        await using (var session = ledger.Store.QuerySession(unit))
            Assert.Equal([RowSecurity.Role], await session.QueryAsync<string>("select current_user::text"));
        await using (var session = ledger.Store.LightweightSession(unit))
            Assert.Equal([RowSecurity.Role], await session.QueryAsync<string>("select current_user::text"));
        await using var county = ledger.Store.QuerySession();
        Assert.NotEqual([RowSecurity.Role], await county.QueryAsync<string>("select current_user::text"));
    }

    [Fact]
    public async Task a_query_that_asks_for_every_unit_gets_its_own()
    {
        var (one, other) = (await ledger.NewUnitAsync(), await ledger.NewUnitAsync());
        foreach (var unit in new[] { one, other })
        {
            await ledger.LogServiceAsync(unit);
            await ledger.EntriesAsync(unit);
        }

        await using var session = ledger.Store.QuerySession(one);
        var cards = await session.Query<EntryCard>().Where(c => c.AnyTenant()).ToListAsync(TestContext.Current.CancellationToken);
        Assert.Single(cards);
        Assert.Equal([one], await session.QueryAsync<string>("select distinct tenant_id from ledger.mt_events"));
        Assert.Equal([0], await session.QueryAsync<int>("select count(*)::int from ledger.entry_counts where tenant_id = ?", other));
    }

    [Fact]
    public async Task a_session_cannot_write_for_another_unit()
    {
        var (one, other) = (await ledger.NewUnitAsync(), await ledger.NewUnitAsync());
        await using var session = ledger.Store.LightweightSession(one);
        session.QueueSqlCommand("insert into ledger.mt_streams (id, tenant_id, type, version) values (gen_random_uuid(), ?, 'entry', 1)", other);
        var refused = await Assert.ThrowsAnyAsync<Exception>(() => session.SaveChangesAsync());
        Assert.Contains("row-level security", refused.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task connections_that_are_used_again_never_show_the_unit_before()
    {
        var units = new[] { await ledger.NewUnitAsync(), await ledger.NewUnitAsync(), await ledger.NewUnitAsync() };
        foreach (var unit in units)
            await ledger.LogServiceAsync(unit);
        var backends = new HashSet<int>();

        var seen = await Task.WhenAll(Enumerable.Range(0, 300).Select(async i =>
        {
            var unit = units[i % 3];
            if (i % 2 == 0)
            {
                await using var session = ledger.Store.QuerySession(unit);
                return (Asked: unit, Seen: (await session.QueryAsync<string>("select string_agg(distinct tenant_id, ',') from ledger.mt_events")).Single());
            }

            await using var connection = await Units.OpenAsync(unit, CancellationToken.None);
            lock (backends)
                backends.Add(connection.ProcessID);
            await using var command = new NpgsqlCommand("select string_agg(distinct tenant_id, ',') from ledger.mt_events", connection);
            return (Asked: unit, Seen: (string)(await command.ExecuteScalarAsync())!);
        }));

        Assert.All(seen, s => Assert.Equal(s.Asked, s.Seen));
        Assert.InRange(backends.Count, 1, 140);
    }

    [Fact]
    public async Task one_request_after_the_other_over_one_connection_keeps_units_apart()
    {
        var (one, other) = (await ledger.NewUnitAsync(), await ledger.NewUnitAsync());
        await ledger.LogServiceAsync(one);
        for (var i = 0; i < 5; i++)
        {
            Assert.Equal(1, (await ledger.EntriesAsync(one)).GetProperty("total").GetInt32());
            Assert.Equal(0, (await ledger.EntriesAsync(other)).GetProperty("total").GetInt32());
            Assert.Equal(0, (await ledger.EntriesAsync(other, "q=%E5%90%88%E5%90%8C")).GetProperty("total").GetInt32());
        }
    }
}
