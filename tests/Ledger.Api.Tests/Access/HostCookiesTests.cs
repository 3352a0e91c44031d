using Ledger.Api.Access;
using Microsoft.AspNetCore.WebUtilities;

namespace Ledger.Api.Tests.Access;

/// <summary>Behind a proxy that ends TLS every cookie is bound to this host and to https; on the plain loopback none can be.</summary>
public sealed class HostCookiesTests(OwnLedger ledger) : IClassFixture<OwnLedger>, IAsyncLifetime
{
    private readonly FakeProvider _provider = new();

    public async ValueTask InitializeAsync()
    {
        await _provider.StartAsync();
        ledger.Settings = ["--FORWARDEDHEADERS_ENABLED=true", $"--LEDGER_OIDC_AUTHORITY={_provider.Issuer}", "--LEDGER_OIDC_CLIENT_ID=ledger", "--LEDGER_OIDC_CLIENT_SECRET=not-a-secret"];
        await ledger.RestartAsync();
    }

    [Fact]
    public async Task over_https_every_cookie_is_bound_to_this_host_and_plain_ones_are_not_looked_at()
    {
        var user = await People.AccountAsync(ledger.Store, new Grant(Role.AuditAdmin));
        using var browser = new Browser(ledger.Client.BaseAddress!);
        (string, string)[] https = [("X-Forwarded-Proto", "https")];
        (await browser.SendAsync("POST", "/api/session", new { user, password = People.Password }, https)).Is(200);
        IsBound(browser.SetCookie!);
        Assert.StartsWith("__Host-ledger=", browser.Cookie!, StringComparison.Ordinal);
        (await browser.GetAsync("/api/audit", https)).Is(200);
        var session = browser.Cookie!;
        // Planted by a neighbour, or over plain http.
        browser.Cookie = session.Replace(HostCookies.Prefix, "", StringComparison.Ordinal);
        (await browser.GetAsync("/api/audit", https)).Is(401);
        browser.Cookie = session;
        await browser.GetAsync("/sign_in?theme=dark", https);
        IsBound(browser.SetCookie!);
        Assert.StartsWith("__Host-theme=dark;", browser.SetCookie!, StringComparison.Ordinal);
        browser.Cookie = $"theme=light; {browser.Cookie}";
        Assert.Contains("data-theme=\"dark\"", (await browser.GetAsync("/sign_in", [.. https, ("Accept", "text/html")])).Is(200).Text, StringComparison.Ordinal);
        browser.Cookie = session;
        (await browser.SendAsync("DELETE", "/api/session", null, https)).Is(204);
        Assert.StartsWith("__Host-ledger=;", browser.SetCookie!, StringComparison.Ordinal);
        IsBound(browser.SetCookie!);
    }

    [Fact]
    public async Task the_way_to_the_provider_and_back_keeps_to_them()
    {
        using var client = new HttpClient(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = ledger.Client.BaseAddress };
        client.DefaultRequestHeaders.Add("X-Forwarded-Proto", "https");
        var asked = await client.GetAsync(new Uri("/sign_in/provider?to=/", UriKind.Relative), TestContext.Current.CancellationToken);
        var query = QueryHelpers.ParseQuery(asked.Headers.Location!.Query);
        Assert.StartsWith("https://", query["redirect_uri"].ToString(), StringComparison.Ordinal);
        (_provider.Nonce, _provider.Challenge) = (query["nonce"].ToString(), query["code_challenge"].ToString());
        var kept = asked.Headers.GetValues("Set-Cookie").ToList();
        Assert.Equal(2, kept.Count);
        Assert.All(kept, IsBound);
        client.DefaultRequestHeaders.Add("Cookie", string.Join("; ", kept.Select(c => c.Split(';')[0])));
        var back = await client.GetAsync(new Uri($"/sign_in/returned?code=c&state={Uri.EscapeDataString(query["state"].ToString())}", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal("/", back.Headers.Location!.OriginalString);
        Assert.All(back.Headers.GetValues("Set-Cookie"), IsBound);
        Assert.Contains(back.Headers.GetValues("Set-Cookie"), c => c.StartsWith("__Host-ledger=", StringComparison.Ordinal));
    }

    [Fact]
    public async Task on_the_plain_loopback_they_have_their_plain_names()
    {
        var user = await People.AccountAsync(ledger.Store, new Grant(Role.AuditAdmin));
        using var browser = new Browser(ledger.Client.BaseAddress!);
        (await browser.SignInAsync(user, People.Password)).Is(200);
        Assert.StartsWith("ledger=", browser.Cookie!, StringComparison.Ordinal);
        Assert.DoesNotContain("secure", browser.SetCookie!, StringComparison.OrdinalIgnoreCase);
        (await browser.GetAsync("/api/audit")).Is(200);
    }

    private static void IsBound(string cookie)
    {
        var parts = cookie.Split("; ");
        Assert.StartsWith(HostCookies.Prefix, cookie, StringComparison.Ordinal);
        Assert.Contains("secure", parts, StringComparer.OrdinalIgnoreCase);
        Assert.Contains("httponly", parts, StringComparer.OrdinalIgnoreCase);
        Assert.Equal("path=/", Assert.Single(parts, p => p.StartsWith("path=", StringComparison.OrdinalIgnoreCase)));
        Assert.DoesNotContain(parts, p => p.StartsWith("domain=", StringComparison.OrdinalIgnoreCase));
    }

    public ValueTask DisposeAsync() => _provider.DisposeAsync();
}
