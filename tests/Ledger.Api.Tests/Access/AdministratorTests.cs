using Ledger.Api.Access;
using Microsoft.Extensions.DependencyInjection;

namespace Ledger.Api.Tests.Access;

/// <summary>From the first administrator to three that are kept apart.</summary>
public sealed class AdministratorTests(OwnLedger ledger) : IClassFixture<OwnLedger>
{
    private Browser Open() => new(ledger.Client.BaseAddress!);

    [Fact]
    public async Task an_office_is_set_up_by_its_administrators()
    {
        // The first start says a password once.
        var said = new List<string>();
        var first = ledger.App.Services.GetRequiredService<FirstAdministrator>();
        await first.EnsureAsync(ledger.Database, said.Add, CancellationToken.None);
        await first.EnsureAsync(ledger.Database, said.Add, CancellationToken.None);
        var password = Assert.Single(said).Split('：')[1].Split(' ')[0];
        var unit = await ledger.NewUnitAsync();
        using var admin = Open();
        (await admin.SignInAsync("admin", password)).Is(200);
        (await admin.GetAsync($"/api/units/{unit}/entries")).Refuses(403, "role");
        (await admin.GetAsync("/api/audit")).Refuses(403, "role");

        // Accounts begin with a password that has to be changed.
        var created = (await admin.SendAsync("POST", "/api/accounts", new { user = "anquan", name = "安全员" })).Is(201);
        (await admin.SendAsync("POST", "/api/accounts", new { user = "anquan", name = "安全员" })).Refuses(409, "account-exists");
        (await admin.SendAsync("POST", "/api/accounts", new { user = "An Quan", name = "" })).Refuses(400, "invalid");
        (await admin.SendAsync("POST", "/api/accounts/anquan/grant", new { role = "security-admin" })).Is(200);
        using var security = Open();
        (await security.SignInAsync("anquan", created.Json.Text("password")!)).Is(200);
        (await security.GetAsync("/api/tokens")).Refuses(403, "change-password");
        (await security.SendAsync("PUT", "/api/session/password", new { current = created.Json.Text("password"), @new = "Wanfeng-3071" })).Is(204);
        (await security.GetAsync("/api/tokens")).Is(200);

        // The security office has left the first administrator; nobody raises themselves; offices are kept apart.
        (await admin.SendAsync("POST", "/api/accounts/anquan/grant", new { role = "audit-admin" })).Refuses(403, "role");
        (await security.SendAsync("POST", "/api/accounts/anquan/grant", new { role = "recorder", unit })).Refuses(409, "own-account");
        (await security.SendAsync("POST", "/api/accounts/admin/grant", new { role = "audit-admin" })).RefusesField("role");
        (await security.SendAsync("POST", "/api/accounts/admin/grant", new { role = "recorder", unit })).RefusesField("role");
        (await security.SendAsync("POST", "/api/accounts", new { user = "zhangsan", name = "张三" })).Refuses(403, "role");

        // A recorder works, is disabled, and is out at once.
        var clerk = (await admin.SendAsync("POST", "/api/accounts", new { user = "zhangsan", name = "张三" })).Is(201).Json.Text("password")!;
        (await security.SendAsync("POST", "/api/accounts/zhangsan/grant", new { role = "recorder", unit })).Is(200);
        (await security.SendAsync("POST", "/api/accounts/zhangsan/grant", new { role = "recorder", unit = "no-such-unit" })).RefusesField("unit");
        (await security.SendAsync("POST", "/api/accounts/zhangsan/grant", new { role = "recorder" })).RefusesField("unit");
        (await security.SendAsync("POST", "/api/accounts/zhangsan/grant", new { role = "king" })).RefusesField("role");
        using var recorder = Open();
        await recorder.SignInAsync("zhangsan", clerk);
        (await recorder.SendAsync("PUT", "/api/session/password", new { current = clerk, @new = "Qingquan-4182" })).Is(204);
        (await recorder.SendAsync("POST", $"/api/units/{unit}/entries/legal-service", LedgerVerbs.Service())).Is(201);
        (await security.SendAsync("POST", "/api/accounts/zhangsan/revoke", new { role = "recorder", unit })).Is(200);
        (await recorder.SendAsync("POST", $"/api/units/{unit}/entries/legal-service", LedgerVerbs.Service())).Refuses(404, "unknown-unit");
        (await admin.SendAsync("POST", "/api/accounts/zhangsan/disable")).Is(200);
        (await recorder.GetAsync("/api/session")).Refuses(401, "sign-in");
        (await recorder.SignInAsync("zhangsan", "Qingquan-4182")).Refuses(401, "sign-in-failed");

        // All of it stands in the audit log, and no secret does.
        var auditor = (await admin.SendAsync("POST", "/api/accounts", new { user = "shenji", name = "审计员" })).Is(201).Json.Text("password")!;
        (await security.SendAsync("POST", "/api/accounts/shenji/grant", new { role = "audit-admin" })).Is(200);
        using var audit = Open();
        await audit.SignInAsync("shenji", auditor);
        (await audit.SendAsync("PUT", "/api/session/password", new { current = auditor, @new = "Songtao-5293" })).Is(204);
        var log = (await audit.GetAsync("/api/audit?size=500")).Is(200);
        var rows = log["items"].EnumerateArray().Select(r => $"{r.Text("kind")} {r.Text("who")} {r.Text("subject")}").ToList();
        foreach (var row in (string[])["account-created admin anquan", "role-granted admin anquan security-admin", "role-revoked admin admin security-admin", $"role-granted anquan zhangsan recorder@{unit}", $"role-revoked anquan zhangsan recorder@{unit}", "account-disabled admin zhangsan", "password-changed anquan anquan"])
            Assert.Contains(row, rows);
        foreach (var secret in (string[])[password, clerk, auditor, "Qingquan-4182", "Wanfeng-3071"])
            Assert.DoesNotContain(secret, log.Text, StringComparison.Ordinal);
    }
}
