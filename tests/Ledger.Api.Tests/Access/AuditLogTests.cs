using Npgsql;

namespace Ledger.Api.Tests.Access;

/// <summary>The audit log takes rows and gives none back for changing.</summary>
public sealed class AuditLogTests(LedgerFixture ledger)
{
    [Fact]
    public async Task reads_refusals_and_tokens_are_noted_with_who_when_and_where()
    {
        var unit = await ledger.NewUnitAsync();
        var id = await ledger.LogServiceAsync(unit);
        await ledger.EntryAsync(unit, id);
        await ledger.FiguresAsync(unit, 2023);
        var rows = Array.Empty<string>();
        for (var i = 0; i < 50 && rows.Length < 2; i++)
        {
            await Task.Delay(100);
            rows = [.. (await ledger.GetAsync($"/api/audit?of={unit}")).Is(200)["items"].EnumerateArray().Select(r => $"{r.Text("kind")} {r.Text("who")![..6]} {r.Text("subject")} {r.GetProperty("status")}")];
        }

        Assert.Contains($"read token: GET /api/units/{unit}/entries/{id} 200", rows);
        Assert.Contains($"read token: GET /api/units/{unit}/figures/2023 200", rows);
    }

    [Fact]
    public async Task pages_of_the_log_follow_one_another()
    {
        var page = (await ledger.GetAsync("/api/audit?size=1")).Is(200);
        Assert.Equal(1, page["items"].GetArrayLength());
        var next = page["next"].GetInt64();
        Assert.All((await ledger.GetAsync($"/api/audit?size=5&before={next}")).Is(200)["items"].EnumerateArray(), r => Assert.True(r.GetProperty("id").GetInt64() < next));
        (await ledger.GetAsync("/api/audit?size=501")).RefusesField("size");
        (await ledger.GetAsync("/api/audit?since=2020-01-01T00:00:00Z&until=2021-01-01T00:00:00Z&who=x&what=read")).Is(200);
    }

    [Theory]
    [InlineData("update audit.log set who = 'somebody'")]
    [InlineData("delete from audit.log")]
    [InlineData("truncate audit.log")]
    public async Task no_row_is_changed_or_taken_away_not_even_by_the_owner(string sql)
    {
        await using var command = ledger.Database.CreateCommand(sql);
        var refused = await Assert.ThrowsAsync<PostgresException>(() => command.ExecuteNonQueryAsync());
        Assert.Equal("42501", refused.SqlState);
    }
}
