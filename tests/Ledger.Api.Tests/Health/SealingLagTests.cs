using System.Diagnostics;
using Npgsql;

namespace Ledger.Api.Tests.Health;

/// <summary>Sealing that stands still shows, to whoever watches the service and to whoever asks whether the numbers are right.</summary>
public sealed class SealingLagTests(OwnLedger ledger) : IClassFixture<OwnLedger>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task what_is_not_sealed_is_told_in_events_and_seconds_until_it_is()
    {
        var unit = await ledger.NewUnitAsync();
        await using (var connection = new NpgsqlConnection(ledger.ConnectionString))
        {
            await connection.OpenAsync(Ct);
            await using var held = await connection.BeginTransactionAsync(Ct);
            await using var hold = new NpgsqlCommand("select seq from log.progress for update", connection);
            await hold.ExecuteScalarAsync(Ct);
            await ledger.LogServiceAsync(unit);
            var behind = await UntilAsync(s => s.GetProperty("events").GetInt64() > 0 && s.GetProperty("seconds").GetDouble() > 0.5);
            Assert.InRange(behind.GetProperty("seconds").GetDouble(), 0.5, 60);
            Assert.Equal(behind.GetProperty("events").GetInt64(), behind.GetProperty("newest").GetInt64() - behind.GetProperty("sealed").GetInt64());
            var page = await ledger.Client.GetStringAsync($"/{unit}/verification", Ct);
            Assert.Contains("条变动没有封存，最早的已等", page, StringComparison.Ordinal);
        }

        var done = await UntilAsync(s => s.GetProperty("events").GetInt64() == 0);
        Assert.Equal(0, done.GetProperty("seconds").GetDouble());
        Assert.Contains("已封存到最新一条", await ledger.Client.GetStringAsync($"/{unit}/verification", Ct), StringComparison.Ordinal);
    }

    /// <summary>The service is ready all the while: what is logged is stored, sealed or not.</summary>
    private async Task<System.Text.Json.JsonElement> UntilAsync(Func<System.Text.Json.JsonElement, bool> good)
    {
        for (var waited = Stopwatch.StartNew(); ;)
        {
            var sealing = (await ledger.GetAsync("/health/ready")).Is(200)["sealing"];
            if (good(sealing) || waited.Elapsed > TimeSpan.FromSeconds(30))
            {
                Assert.True(good(sealing), sealing.GetRawText());
                return sealing;
            }

            await Task.Delay(100, Ct);
        }
    }
}
