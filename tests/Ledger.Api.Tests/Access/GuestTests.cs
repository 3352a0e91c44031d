using Ledger.Api.Access;

namespace Ledger.Api.Tests.Access;

/// <summary>Whoever comes without credentials: at home on a loopback address with sample data, nowhere else.</summary>
public sealed class GuestTests(OwnLedger ledger) : IClassFixture<OwnLedger>
{
    [Fact]
    public async Task a_guest_works_on_samples_until_somebody_has_an_account()
    {
        const string Sample = "sample-unit";
        var real = await ledger.NewUnitAsync();
        using (var early = new Browser(ledger.Client.BaseAddress!))
            (await early.GetAsync("/api/session")).Refuses(401, "sign-in");
        (await ledger.PostAsync("/api/units", new { code = Sample, name = "样例单位", sample = true })).Is(201);
        using var guest = new Browser(ledger.Client.BaseAddress!) { Origin = null };
        var log = $"/api/units/{Sample}/entries/legal-service";

        var id = (await guest.SendAsync("POST", log, LedgerVerbs.Service())).Is(201)["id"].GetGuid();
        Assert.Equal("本机", await ledger.ScalarAsync<string>("select user_name from ledger.mt_events where stream_id = $1", id));
        Assert.Equal([Sample], (await guest.GetAsync("/api/units")).Is(200).Json.EnumerateArray().Select(u => u.Text("code")));
        Assert.All((await guest.GetAsync("/api/session")).Is(200)["roles"].EnumerateArray(), r => Assert.Equal(Sample, r.Text("unit")));

        var page = (await guest.GetAsync($"/{Sample}", ("Accept", "text/html"))).Is(200).Text;
        Assert.Contains("正在试用虚构的样例数据", page, StringComparison.Ordinal);
        Assert.Contains("id=\"sentence\"", page, StringComparison.Ordinal);

        // Nothing else: not a real unit, not an unknown one, no accounts.
        (await guest.GetAsync($"/api/units/{real}/figures/2023")).Refuses(401, "sign-in");
        (await guest.GetAsync("/api/units/no-such-unit/figures/2023")).Refuses(401, "sign-in");
        (await guest.SendAsync("POST", "/api/units", new { code = "mine", name = "我的单位" })).Refuses(401, "sign-in");
        (await guest.GetAsync("/api/accounts")).Refuses(401, "sign-in");

        // Not through a proxy, not under a stranger's name, not from a stranger's page.
        var figures = $"/api/units/{Sample}/figures/2023";
        (await guest.GetAsync(figures, ("X-Forwarded-For", "203.0.113.7"))).Refuses(401, "sign-in");
        (await guest.GetAsync(figures, ("Host", "evil.example"))).Refuses(401, "sign-in");
        (await guest.SendAsync("POST", log, LedgerVerbs.Service(), ("Origin", "https://evil.example"))).Refuses(403, "origin");

        // The first administrator changes nothing; anybody else does.
        await InsertAsync(new Account { Id = "admin", Name = "管理员", First = true });
        (await guest.SendAsync("POST", log, LedgerVerbs.Service())).Is(201);
        await InsertAsync(new Account { Id = "zhangsan", Name = "张三" });
        (await guest.SendAsync("POST", log, LedgerVerbs.Service())).Refuses(401, "sign-in");
        (await guest.GetAsync(figures)).Is(200);
        page = (await guest.GetAsync($"/{Sample}", ("Accept", "text/html"))).Is(200).Text;
        Assert.Contains("只能查看", page, StringComparison.Ordinal);
        Assert.DoesNotContain("id=\"sentence\"", page, StringComparison.Ordinal);
    }

    private async Task InsertAsync(Account account)
    {
        await using var session = ledger.Store.LightweightSession();
        session.Insert(account);
        await session.SaveChangesAsync();
    }
}
