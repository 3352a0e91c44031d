using Ledger.Api.Access;
using Ledger.Api.Pages;
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

    [Fact]
    public async Task sign_ins_that_succeed_and_fail_are_noted()
    {
        var user = await People.AccountAsync(ledger.Store);
        (await ledger.PostAsync("/api/session", new { user, password = "Wrong-2026-x" })).Is(401);
        (await ledger.PostAsync("/api/session", new { user, password = People.Password })).Is(200);
        Assert.Equal(["sign-in", "sign-in-failed"], (await ledger.GetAsync($"/api/audit?who={user}")).Is(200)["items"].EnumerateArray().Select(r => r.Text("kind")));
    }

    [Fact]
    public async Task no_route_and_no_verb_takes_a_row_away()
    {
        Assert.Equal(["GET /api/audit", $"GET {PageRoutes.Audit}"], AccessTable.Routes.Keys.Where(r => r.Contains("audit", StringComparison.OrdinalIgnoreCase)));
        await AuditLog.InsertAsync(ledger.Database, [new(TimeProvider.System.GetUtcNow().AddYears(-3), AuditKind.Read, "somebody", null, "three years ago", 200, null)], _ => { }, TestContext.Current.CancellationToken);
        foreach (var method in new[] { HttpMethod.Delete, HttpMethod.Put, HttpMethod.Post, HttpMethod.Patch })
            Assert.InRange((await ledger.SendAsync(method, "/api/audit", null)).Status, 400, 499);
        Assert.NotEmpty((await ledger.GetAsync("/api/audit?who=somebody")).Is(200)["items"].EnumerateArray());
    }

    [Theory]
    [InlineData("delete from audit.log where at < now() - interval '2 years'")]
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
