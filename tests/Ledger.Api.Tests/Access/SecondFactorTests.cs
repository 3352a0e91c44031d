using Ledger.Api.Access;
using Ledger.Api.Pages;
using Ledger.Api.Setup;
using Microsoft.Extensions.Configuration;

namespace Ledger.Api.Tests.Access;

/// <summary>Where two-step sign-in is required, a password alone opens the way to set it up, and nothing else.</summary>
public sealed class SecondFactorTests(OwnLedger ledger) : IClassFixture<OwnLedger>, IAsyncLifetime
{
    public async ValueTask InitializeAsync()
    {
        if (ledger.Settings.Count > 0)
            return;
        ledger.Settings = [$"--{SecondFactor.Setting}=required"];
        await ledger.RestartAsync();
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task without_codes_an_account_gets_nothing_but_the_set_up_and_goes_on_after_it()
    {
        var unit = await ledger.NewUnitAsync();
        var user = await People.AccountAsync(ledger.Store, new Grant(Role.Recorder, unit), new Grant(Role.Viewer, unit));
        using var browser = new Browser(ledger.Client.BaseAddress!);
        (await browser.SignInAsync(user, People.Password)).Is(200);
        foreach (var (method, route) in AccessTable.Routes.Where(r => r.Value.Door == AccessTable.Door.Roles).Select(r => (r.Key.Split(' ')[0], r.Key.Split(' ')[1])))
        {
            var at = route.Replace(PageRoutes.Unit, $"/{unit}", StringComparison.Ordinal).Replace(PageRoutes.County, "/in_county/c1", StringComparison.Ordinal)
                .Replace("{unit}", unit, StringComparison.Ordinal).Replace(":int", "", StringComparison.Ordinal).Replace("{year}", "2023", StringComparison.Ordinal)
                .Replace("{number}", "1", StringComparison.Ordinal).Replace("{taken}", "1", StringComparison.Ordinal).Replace("{id:guid}", $"{Guid.Empty}", StringComparison.Ordinal);
            (await browser.SendAsync(method, at)).Refuses(403, "set-up-codes");
        }

        (await browser.SendAsync("POST", $"/api/units/{unit}/entries/legal-service", LedgerVerbs.Service())).Refuses(403, "set-up-codes");
        foreach (var page in (string[])["/", $"/{unit}", $"/{unit}/entries?year=2023"])
        {
            var sent = await browser.GetAsync(page, ("Accept", "text/html"));
            Assert.Equal((302, "/my_account"), (sent.Status, sent.Location));
        }

        Assert.Contains("请先启用动态口令", (await browser.GetAsync("/my_account", ("Accept", "text/html"))).Is(200).Text, StringComparison.Ordinal);
        await SetUpAsync(browser);
        (await browser.SendAsync("POST", $"/api/units/{unit}/entries/legal-service", LedgerVerbs.Service())).Is(201);
        (await browser.GetAsync($"/{unit}", ("Accept", "text/html"))).Is(200);
    }

    [Fact]
    public async Task codes_that_are_on_are_switched_off_by_an_administrator_alone()
    {
        var (user, admin) = (await People.AccountAsync(ledger.Store, new Grant(Role.AuditAdmin)), await People.AccountAsync(ledger.Store, new Grant(Role.SystemAdmin)));
        using var browser = new Browser(ledger.Client.BaseAddress!);
        using var office = new Browser(ledger.Client.BaseAddress!);
        await browser.SignInAsync(user, People.Password);
        await office.SignInAsync(admin, People.Password);
        await SetUpAsync(office);
        var recovery = await SetUpAsync(browser);
        (await browser.SendAsync("POST", "/api/session/totp/disable", new { code = recovery })).Refuses(403, "codes-required");
        Assert.DoesNotContain("停用动态口令", (await browser.GetAsync("/my_account", ("Accept", "text/html"))).Is(200).Text, StringComparison.Ordinal);
        (await browser.GetAsync("/api/audit")).Is(200);

        (await office.SendAsync("POST", $"/api/accounts/{user}/totp/disable")).Is(200);
        (await browser.GetAsync("/api/audit")).Refuses(401, "sign-in");
        await browser.SignInAsync(user, People.Password);
        (await browser.GetAsync("/api/audit")).Refuses(403, "set-up-codes");
        await SetUpAsync(browser);
        (await browser.GetAsync("/api/audit")).Is(200);
    }

    [Fact]
    public async Task a_first_password_is_changed_before_codes_are_set_up()
    {
        var created = (await ledger.PostAsync("/api/accounts", new { user = $"b{Guid.CreateVersion7():N}"[..30], name = "李四" })).Is(201);
        using var browser = new Browser(ledger.Client.BaseAddress!);
        var (user, password) = (created["user"].GetString()!, created["password"].GetString()!);
        (await browser.SignInAsync(user, password)).Is(200);
        (await browser.GetAsync("/api/kinds")).Refuses(403, "change-password");
        (await browser.SendAsync("PUT", "/api/session/password", new { current = password, @new = People.Password })).Is(204);
        (await browser.GetAsync("/api/kinds")).Refuses(403, "set-up-codes");
    }

    [Fact]
    public async Task tokens_are_asked_for_no_code()
    {
        var unit = await ledger.NewUnitAsync();
        await ledger.LogServiceAsync(unit);
    }

    [Theory]
    [InlineData(null, false)]
    [InlineData("", false)]
    [InlineData("optional", false)]
    [InlineData("required", true)]
    public void it_is_off_unless_it_is_required(string? set, bool required) => Assert.Equal(required, Of(set).Required);

    [Theory]
    [InlineData("on")]
    [InlineData("Required")]
    public void a_slip_of_the_pen_stops_the_start(string set) => Assert.Throws<LedgerSetupException>(() => Of(set));

    [Fact]
    public void accounts_of_the_provider_have_their_second_factor_there() =>
        Assert.False(new SecondFactor(Required: true).IsMissing(new Account { Id = "sso-1", Name = "王五", Issuer = "https://provider.example", Subject = "1" }));

    private static SecondFactor Of(string? set) =>
        SecondFactor.Of(new ConfigurationBuilder().AddInMemoryCollection([new(SecondFactor.Setting, set)]).Build());

    /// <summary>As a program would; answers one of the recovery codes.</summary>
    private static async Task<string> SetUpAsync(Browser browser)
    {
        var key = (await browser.SendAsync("POST", "/api/session/totp", new { password = People.Password })).Is(200).Json.Text("key")!;
        return (await browser.SendAsync("POST", "/api/session/totp/enable", new { code = People.CodeOf(key, 0) })).Is(200)["recovery"][0].GetString()!;
    }
}
