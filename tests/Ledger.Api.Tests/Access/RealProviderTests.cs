using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Ledger.Api.Tests.Pages;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Ledger.Api.Tests.Access;

/// <summary>Against a provider that others wrote and certified (npm oidc-provider), in a browser.</summary>
[Collection(Alone.Name)]
public sealed class RealProviderTests(OwnLedger ledger, PagesInBrowser browser) : IClassFixture<OwnLedger>, IAsyncLifetime
{
    private static readonly string Folder = Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "..", "..", "..", "oidc"));

    private Process? _provider;
    private string _issuer = "";

    public async ValueTask InitializeAsync()
    {
        Assert.SkipUnless(Directory.Exists(Path.Combine(Folder, "node_modules", "oidc-provider")), "oidc-provider is not installed");
        await browser.StartAsync();
        var (service, port) = (FreePort(), FreePort());
        _issuer = $"http://127.0.0.1:{port}";
        // A provider knows the way back beforehand, so the address has to stay the same.
        ledger.Address = $"http://127.0.0.1:{service}";
        ledger.Settings = [$"--LEDGER_OIDC_AUTHORITY={_issuer}", "--LEDGER_OIDC_CLIENT_ID=ledger", "--LEDGER_OIDC_CLIENT_SECRET=not-a-secret-but-long-enough-for-a-test"];
        await ledger.RestartAsync();
        _provider = Process.Start(new ProcessStartInfo("node", [Path.Combine(AppContext.BaseDirectory, "provider.mjs"), Folder, $"{port}", $"{ledger.Address}/sign_in/returned"]) { RedirectStandardOutput = true })!;
        while (await _provider.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { } line && line != "ready")
        {
        }
    }

    [Fact]
    public async Task somebody_signs_in_without_a_role_is_granted_one_and_comes_home()
    {
        var unit = await ledger.NewUnitAsync();
        await using var context = await browser.NewContextAsync(at: ledger.Client.BaseAddress, bearer: "");
        var answers = new List<string>();
        context.Request += (_, request) =>
        {
            if (request.Url.Contains("/sign_in/returned", StringComparison.Ordinal))
                answers.Add(request.Url);
        };
        await using var tab = await PagesInBrowser.OpenAsync(context, "/sign_in");
        await tab.Page.GetByRole(AriaRole.Link, new() { Name = "用单位统一身份登录" }).ClickAsync();
        await tab.Page.GetByLabel("账号").FillAsync("w5");
        var before = await context.CookiesAsync();
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "继续" }).ClickAsync();
        await Expect(tab.Page.Locator("main")).ToContainTextAsync("您的账号还没有角色");
        await Expect(tab.Page.Locator(".who")).ToContainTextAsync("王五w5");

        var user = (await ledger.GetAsync("/api/accounts")).Is(200).Json.EnumerateArray().Single(a => a.Text("name") == "王五w5").Text("user");
        (await ledger.PostAsync($"/api/accounts/{user}/grant", new { role = "viewer", unit })).Is(200);
        await tab.Page.GotoAsync("/");
        await tab.Page.WaitForURLAsync($"**/{unit}");
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "退出登录" }).ClickAsync();
        await tab.Page.WaitForURLAsync("**/sign_in");

        // The answer that let them in, once more: with the browser as it is, and as it was then.
        var answer = Assert.Single(answers);
        await tab.Page.GotoAsync(answer);
        await Expect(tab.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("统一身份登录没有成功");
        await context.AddCookiesAsync([.. before.Select(c => new Microsoft.Playwright.Cookie { Name = c.Name, Value = c.Value, Domain = c.Domain, Path = c.Path })]);
        await tab.Page.GotoAsync(answer);
        await Expect(tab.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("统一身份登录没有成功");
        await tab.Page.GotoAsync(answer.Replace("state=", "state=x", StringComparison.Ordinal));
        await Expect(tab.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("统一身份登录没有成功");
        await tab.Page.GotoAsync($"/{unit}/entries");
        Assert.Contains("/sign_in?to=", tab.Page.Url, StringComparison.Ordinal);
        Assert.Empty(tab.Complaints);
    }

    public async ValueTask DisposeAsync()
    {
        if (_provider is null)
            return;
        _provider.Kill();
        await _provider.WaitForExitAsync();
        _provider.Dispose();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
