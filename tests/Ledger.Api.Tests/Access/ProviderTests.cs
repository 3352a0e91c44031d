using System.Net;
using Ledger.Api.Access;
using Microsoft.AspNetCore.WebUtilities;

namespace Ledger.Api.Tests.Access;

/// <summary>In by a provider: who it says they are by issuer and subject, and nothing that is wrong in any part.</summary>
public sealed class ProviderTests(OwnLedger ledger) : IClassFixture<OwnLedger>, IAsyncLifetime
{
    private readonly FakeProvider _provider = new();

    public async ValueTask InitializeAsync()
    {
        await _provider.StartAsync();
        ledger.Settings = [$"--LEDGER_OIDC_AUTHORITY={_provider.Issuer}", "--LEDGER_OIDC_CLIENT_ID=ledger", "--LEDGER_OIDC_CLIENT_SECRET=not-a-secret"];
        await ledger.RestartAsync();
    }

    [Fact]
    public async Task a_new_account_holds_nothing_until_a_role_is_granted_and_is_the_same_next_time()
    {
        _provider.Subject = "admin";
        var local = await People.AccountAsync(ledger.Store, new Grant(Role.Viewer, "u1"));
        var unit = await ledger.NewUnitAsync();
        using (var first = new Visitor(ledger))
        {
            Assert.Equal("/", (await first.EnterAsync(_provider, $"/{unit}/entries")).Location);
            var me = (await first.GetAsync("/api/session")).Is(200);
            Assert.Equal(("王五", 0), (me["name"].GetString(), me["roles"].GetArrayLength()));
            Assert.StartsWith("sso-", me["user"].GetString(), StringComparison.Ordinal);
            Assert.Contains("还没有角色", (await first.GetAsync("/", html: true)).Is(200).Text, StringComparison.Ordinal);
            var account = (await first.GetAsync("/my_account", html: true)).Is(200).Text;
            Assert.Contains("由单位统一身份登录", account, StringComparison.Ordinal);
            Assert.Contains("本次登录", account, StringComparison.Ordinal);
            (await first.GetAsync($"/api/units/{unit}/entries")).Refuses(404, "unknown-unit");
            (await ledger.PostAsync($"/api/accounts/{me["user"].GetString()}/password", null)).Is(400);
            (await ledger.PostAsync($"/api/accounts/{me["user"].GetString()}/grant", new { role = "viewer", unit })).Is(200);
        }

        using var again = new Visitor(ledger);
        // Names and addresses change hands; issuer and subject do not.
        _provider.Name = "赵六";
        Assert.Equal($"/{unit}/entries", (await again.EnterAsync(_provider, $"/{unit}/entries")).Location);
        Assert.Equal("王五", (await again.GetAsync("/api/session")).Is(200)["name"].GetString());
        (await again.GetAsync($"/{unit}/entries", html: true)).Is(200);
        Assert.NotNull(local);
        _provider.Subject = "admin2";
        using var other = new Visitor(ledger);
        Assert.Equal("/", (await other.EnterAsync(_provider, $"/{unit}/entries")).Location);
        Assert.NotEqual((await again.GetAsync("/api/session"))["user"].GetString(), (await other.GetAsync("/api/session"))["user"].GetString());
    }

    [Theory]
    [InlineData("nonce")]
    [InlineData("no nonce")]
    [InlineData("issuer")]
    [InlineData("audience")]
    [InlineData("key")]
    [InlineData("unsigned")]
    [InlineData("expired")]
    [InlineData("subject")]
    [InlineData("userinfo")]
    [InlineData("code")]
    [InlineData("state")]
    [InlineData("no state")]
    [InlineData("error")]
    [InlineData("challenge")]
    public async Task what_is_wrong_in_any_part_opens_nothing(string wrong)
    {
        _provider.Subject = $"wrong {wrong}";
        _provider.Wrong = wrong;
        using var visitor = new Visitor(ledger);
        var answer = await visitor.EnterAsync(_provider, "/");
        Assert.Equal((302, "/sign_in?failed=provider"), (answer.Status, answer.Location));
        (await visitor.GetAsync("/api/session")).Refuses(401, "sign-in");
        Assert.Contains("统一身份登录没有成功", (await visitor.GetAsync("/sign_in?failed=provider", html: true)).Is(200).Text, StringComparison.Ordinal);
        Assert.Null(await ledger.ScalarAsync<string>("select id from ledger.mt_doc_account where data ->> 'subject' = $1", _provider.Subject));
    }

    [Fact]
    public async Task a_sign_in_that_is_not_strong_enough_is_refused_and_says_so()
    {
        ledger.Settings = [.. ledger.Settings, "--LEDGER_OIDC_ACR=urn:two-step, mfa"];
        await ledger.RestartAsync();
        _provider.Subject = "careful";
        foreach (var (acr, amr) in new (string?, string[])[] { (null, []), ("urn:password", ["pwd"]), ("URN:TWO-STEP", []), ("urn:two-step mfa", ["mfa2"]) })
        {
            using var weak = new Visitor(ledger);
            (_provider.Acr, _provider.Amr) = (acr, amr);
            Assert.Equal("/sign_in?failed=strength", (await weak.EnterAsync(_provider, "/")).Location);
            (await weak.GetAsync("/api/session")).Refuses(401, "sign-in");
            Assert.Contains("登录方式强度不够", (await weak.GetAsync("/sign_in?failed=strength", html: true)).Is(200).Text, StringComparison.Ordinal);
        }

        Assert.Null(await ledger.ScalarAsync<string>("select id from ledger.mt_doc_account where data ->> 'subject' = $1", _provider.Subject));
        foreach (var (acr, amr) in new (string?, string[])[] { ("urn:two-step", []), (null, ["pwd", "mfa"]), ("mfa", ["pwd"]) })
        {
            using var strong = new Visitor(ledger);
            (_provider.Acr, _provider.Amr) = (acr, amr);
            Assert.Equal("/", (await strong.EnterAsync(_provider, "/")).Location);
            (await strong.GetAsync("/api/session")).Is(200);
            // The provider is asked for it, too.
            Assert.Equal("urn:two-step mfa", strong.AcrValues);
        }
    }

    [Fact]
    public async Task an_answer_for_another_browser_or_a_second_time_opens_nothing()
    {
        using var victim = new Visitor(ledger);
        using var thief = new Visitor(ledger);
        var back = await thief.AskAsync(_provider, "/");
        Assert.Equal("/sign_in?failed=provider", (await victim.GetAsync(back)).Location);
        Assert.Equal("/", (await thief.GetAsync(back)).Location);
        Assert.Equal("/sign_in?failed=provider", (await thief.GetAsync(back)).Location);
    }

    [Fact]
    public async Task a_disabled_account_stays_out_and_nobody_is_signed_out_from_elsewhere()
    {
        _provider.Subject = "leaves";
        using var visitor = new Visitor(ledger);
        await visitor.EnterAsync(_provider, "/");
        var user = (await visitor.GetAsync("/api/session")).Is(200)["user"].GetString();
        foreach (var path in (string[])["/signout-oidc", $"/signout-oidc?iss={_provider.Issuer}", "/signout-callback-oidc"])
            await visitor.GetAsync(path);
        (await visitor.GetAsync("/api/session")).Is(200);
        (await ledger.PostAsync($"/api/accounts/{user}/disable", null)).Is(200);
        (await visitor.GetAsync("/api/session")).Refuses(401, "sign-in");
        Assert.Equal("/sign_in?failed=provider", (await visitor.EnterAsync(_provider, "/")).Location);
        // It has no password either.
        (await ledger.PostAsync("/api/session", new { user, password = People.Password })).Refuses(401, "sign-in-failed");
    }

    [Theory]
    [InlineData("//evil.example")]
    [InlineData("/\\evil.example")]
    [InlineData("https://evil.example")]
    public async Task the_way_back_stays_here(string to)
    {
        var unit = await ledger.NewUnitAsync();
        _provider.Subject = "traveller";
        using var visitor = new Visitor(ledger);
        await visitor.EnterAsync(_provider, "/");
        await ledger.PostAsync($"/api/accounts/{(await visitor.GetAsync("/api/session"))["user"].GetString()}/grant", new { role = "viewer", unit });
        Assert.Equal("/", (await visitor.EnterAsync(_provider, to)).Location);
    }

    [Fact]
    public async Task the_button_is_there_where_a_provider_is_set_and_nowhere_else()
    {
        using var visitor = new Visitor(ledger);
        Assert.Contains("用单位统一身份登录", (await visitor.GetAsync("/sign_in", html: true)).Text, StringComparison.Ordinal);
        ledger.Settings = [];
        await ledger.RestartAsync();
        using var without = new Visitor(ledger);
        Assert.DoesNotContain("统一身份", (await without.GetAsync("/sign_in?failed=provider", html: true)).Is(200).Text, StringComparison.Ordinal);
        (await without.GetAsync("/sign_in/provider")).Is(404);
    }

    [Fact]
    public async Task a_provider_that_is_away_is_said()
    {
        await _provider.DisposeAsync();
        using var visitor = new Visitor(ledger);
        (await visitor.GetAsync("/sign_in/provider")).Refuses(503, "provider-away");
    }

    public ValueTask DisposeAsync() => _provider.DisposeAsync();

    /// <summary>Somebody at a browser who follows the provider's redirects by hand.</summary>
    private sealed class Visitor(OwnLedger ledger) : IDisposable
    {
        private readonly HttpClient _client = new(new SocketsHttpHandler { CookieContainer = new CookieContainer(), AllowAutoRedirect = false }) { BaseAddress = ledger.Client.BaseAddress };

        public async Task<Answer> GetAsync(string url, bool html = false)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, url);
            request.Headers.Add("Accept", html ? "text/html" : "application/json");
            return await Answer.OfAsync(await _client.SendAsync(request, TestContext.Current.CancellationToken));
        }

        /// <summary>What the provider was asked for when it was last asked.</summary>
        public string AcrValues { get; private set; } = "";

        /// <summary>To the provider; the address it would send one back to.</summary>
        public async Task<string> AskAsync(FakeProvider provider, string to)
        {
            var asked = await GetAsync($"/sign_in/provider?to={Uri.EscapeDataString(to)}");
            Assert.StartsWith($"{provider.Issuer}/auth?", asked.Location, StringComparison.Ordinal);
            var query = QueryHelpers.ParseQuery(new Uri(asked.Location!).Query);
            Assert.Equal(("code", "S256", "openid profile"), (query["response_type"].ToString(), query["code_challenge_method"].ToString(), query["scope"].ToString()));
            Assert.DoesNotContain("response_mode", query.Keys);
            AcrValues = query.TryGetValue("acr_values", out var wanted) ? wanted.ToString() : "";
            provider.Nonce = query["nonce"].ToString();
            provider.Challenge = provider.Wrong == "challenge" ? "another" : query["code_challenge"].ToString();
            var state = provider.Wrong switch { "state" => "CfDJ8forged", "no state" => "", _ => query["state"].ToString() };
            return $"{new Uri(query["redirect_uri"].ToString()).AbsolutePath}?{(provider.Wrong == "error" ? "error=access_denied" : "code=c")}&state={Uri.EscapeDataString(state)}";
        }

        public async Task<Answer> EnterAsync(FakeProvider provider, string to) => await GetAsync(await AskAsync(provider, to));

        public void Dispose() => _client.Dispose();
    }
}
