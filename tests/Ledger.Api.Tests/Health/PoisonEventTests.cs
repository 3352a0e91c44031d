using System.Diagnostics;

namespace Ledger.Api.Tests.Health;

/// <summary>An event that cannot be read stops the figures rather than being left out of them.</summary>
public sealed class PoisonEventTests(OwnLedger ledger) : IClassFixture<OwnLedger>
{
    private const string Poison =
        """
        insert into ledger.mt_events
        select (jsonb_populate_record(e, jsonb_build_object(
            'seq_id', nextval('ledger.mt_events_sequence'), 'id', gen_random_uuid(), 'version', e.version + 1, 'data', '{"occurredOn":"no day"}'::jsonb))).*
        from ledger.mt_events e where e.stream_id = $1
        returning seq_id
        """;

    [Fact]
    public async Task figures_stop_at_a_broken_event_and_go_on_once_it_is_mended()
    {
        var (unit, other) = (await ledger.NewUnitAsync(), await ledger.NewUnitAsync());
        var id = await ledger.LogServiceAsync(unit);
        Assert.Equal(1, await ledger.ValueAsync(unit, 2023, "legal-service"));
        (await ledger.GetAsync("/health/live")).Is(200);
        Assert.Equal("ready", (await ledger.GetAsync("/health/ready")).Is(200)["status"].GetString());

        // What stands is found whatever the machine's clock says meanwhile.
        ledger.Clock.Now = TimeProvider.System.GetUtcNow();
        var poison = await ledger.ScalarAsync<long>(Poison, id);
        // Logging goes on; what depends on the broken event says so instead of showing an old number.
        await ledger.LogServiceAsync(other);
        (await ledger.GetAsync($"/api/units/{unit}/figures/2023")).Refuses(503, "figures-behind");
        (await ledger.GetAsync($"/api/units/{other}/figures/2023/legal-service")).Refuses(503, "figures-behind");
        (await ledger.GetAsync($"/api/units/{other}/entries")).Refuses(503, "figures-behind");
        var red = await UntilAsync(503);
        Assert.Equal("not-ready", red["status"].GetString());
        Assert.All(red["projections"].EnumerateArray(), p =>
        {
            Assert.False(p.GetProperty("running").GetBoolean());
            Assert.True(p.GetProperty("reached").GetInt64() < poison);
        });
        (await ledger.GetAsync("/health/live")).Is(200);
        ledger.Clock.Now = null;

        // A restart alone neither mends nor skips it.
        await ledger.RestartAsync();
        (await ledger.GetAsync($"/api/units/{unit}/figures/2023")).Refuses(503, "figures-behind");
        Assert.True(await ledger.ScalarAsync<long>("select max(last_seq_id) from ledger.mt_event_progression where name like '%:All'") < poison);

        await ledger.ScalarAsync<object>("delete from ledger.mt_events where seq_id = $1", poison);
        await ledger.RestartAsync();
        (await UntilAsync(200)).Is(200);
        Assert.Equal(1, await ledger.ValueAsync(unit, 2023, "legal-service"));
        Assert.Equal(1, await ledger.ValueAsync(other, 2023, "legal-service"));
        Assert.Equal(1, (await ledger.EntriesAsync(other)).GetProperty("total").GetInt32());
    }

    private async Task<Answer> UntilAsync(int status)
    {
        for (var waited = Stopwatch.StartNew(); ;)
        {
            var answer = await ledger.GetAsync("/health/ready");
            if (answer.Status == status || waited.Elapsed > TimeSpan.FromSeconds(30))
                return answer.Is(status);
            await Task.Delay(250, TestContext.Current.CancellationToken);
        }
    }
}
