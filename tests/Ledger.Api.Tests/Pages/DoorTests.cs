using Ledger.Api.Access;
using Ledger.Api.Tests.Access;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;
using Role = Ledger.Api.Access.Role;

namespace Ledger.Api.Tests.Pages;

/// <summary>In and out by the pages, in a browser; alone, as one of them sets the clock.</summary>
[Collection(Alone.Name)]
public sealed class DoorTests(PagesInBrowser browser) : IAsyncLifetime
{
    private string _unit = "";
    private string _user = "";

    public async ValueTask InitializeAsync()
    {
        await browser.StartAsync();
        _unit = await browser.Ledger.NewUnitAsync();
        _user = await People.AccountAsync(browser.Ledger.Store, new Grant(Role.Recorder, _unit));
    }

    [Fact]
    public async Task one_signs_in_to_the_page_one_wanted_and_out_again()
    {
        await using var tab = await browser.OpenAsync($"/{_unit}/entries?year=2023", bearer: "");
        Assert.Contains("/sign_in?to=", tab.Page.Url, StringComparison.Ordinal);
        await SignInAsync(tab.Page, _user, People.Password);
        await tab.Page.WaitForURLAsync($"**/{_unit}/entries?year=2023");
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "退出登录" }).ClickAsync();
        await tab.Page.WaitForURLAsync("**/sign_in");
        await tab.Page.GotoAsync($"/{_unit}/entries?year=2023");
        Assert.Contains("/sign_in?to=", tab.Page.Url, StringComparison.Ordinal);
        Assert.Empty(tab.Complaints);
    }

    [Fact]
    public async Task a_wrong_password_is_said_clearly_keeps_the_name_and_locks_in_the_end()
    {
        await using var tab = await browser.OpenAsync("/sign_in", bearer: "");
        for (var i = 1; i <= 4; i++)
        {
            await SignInAsync(tab.Page, _user, "wrong password");
            await Expect(tab.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("用户名、口令或动态口令不正确");
            await Expect(tab.Page.GetByLabel("用户名")).ToHaveValueAsync(_user);
            Assert.EndsWith("/sign_in", tab.Page.Url, StringComparison.Ordinal);
        }

        await SignInAsync(tab.Page, _user, "wrong password");
        await Expect(tab.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("账号已锁定 10 分钟");
        await SignInAsync(tab.Page, _user, People.Password);
        await Expect(tab.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("账号已锁定 10 分钟");
        Assert.EndsWith("/sign_in", tab.Page.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task half_an_hour_away_leads_to_the_sign_in_and_back_to_the_page()
    {
        await using var tab = await browser.SignedInAsync(_user, $"/{_unit}");
        try
        {
            browser.Ledger.Clock.Now = TimeProvider.System.GetUtcNow().AddMinutes(31);
            await tab.Page.GotoAsync($"/{_unit}/figures?year=2023");
            Assert.Contains("/sign_in?to=", tab.Page.Url, StringComparison.Ordinal);
            await SignInAsync(tab.Page, _user, People.Password);
            await tab.Page.WaitForURLAsync($"**/{_unit}/figures?year=2023");
        }
        finally
        {
            browser.Ledger.Clock.Now = null;
        }
    }

    [Fact]
    public async Task ones_own_password_is_changed_and_the_new_one_opens()
    {
        await using var tab = await browser.SignedInAsync(_user, "/my_account");
        await ChangeAsync(tab.Page, "wrong", "another long sentence");
        await Expect(tab.Page.GetByLabel("现在的口令")).ToHaveAttributeAsync("aria-invalid", "true");
        await ChangeAsync(tab.Page, People.Password, "short");
        await Expect(tab.Page.GetByLabel("新口令")).ToHaveAttributeAsync("aria-invalid", "true");
        await ChangeAsync(tab.Page, People.Password, "another long sentence");
        await tab.Page.WaitForURLAsync($"**/{_unit}");
        await using var again = await browser.OpenAsync("/sign_in", bearer: "");
        await SignInAsync(again.Page, _user, People.Password);
        await Expect(again.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("不正确");
        await SignInAsync(again.Page, _user, "another long sentence");
        await again.Page.WaitForURLAsync($"**/{_unit}");
    }

    [Theory]
    [InlineData("/sign_in", false, false)]
    [InlineData("/sign_in", false, true)]
    [InlineData("/sign_in", true, false)]
    [InlineData("/sign_in", true, true)]
    [InlineData("/my_account", false, false)]
    [InlineData("/my_account", false, true)]
    [InlineData("/my_account", true, false)]
    [InlineData("/my_account", true, true)]
    public async Task axe_finds_nothing_at_the_doors(string url, bool phone, bool dark)
    {
        await using var tab = await browser.OpenAsync("/sign_in?to=/my_account", phone, dark, bearer: "");
        if (url != "/sign_in")
        {
            await SignInAsync(tab.Page, _user, People.Password);
            await tab.Page.WaitForURLAsync(at => new Uri(at).AbsolutePath == "/my_account");
        }

        await tab.Page.IsCleanAsync(phone ? 390 : 1280, $"{url.Trim('/')}-{(phone ? "phone" : "desk")}-{(dark ? "dark" : "light")}");
        Assert.Empty(tab.Complaints);
    }

    private static async Task SignInAsync(IPage page, string user, string password)
    {
        await page.GetByLabel("用户名").FillAsync(user);
        await page.GetByLabel("口令", new() { Exact = true }).FillAsync(password);
        var answer = page.WaitForResponseAsync("**/api/session");
        await page.GetByRole(AriaRole.Button, new() { Name = "登录", Exact = true }).ClickAsync();
        await answer;
    }

    private static async Task ChangeAsync(IPage page, string current, string @new)
    {
        await page.GetByLabel("现在的口令").FillAsync(current);
        await page.GetByLabel("新口令").FillAsync(@new);
        await page.GetByRole(AriaRole.Button, new() { Name = "修改口令" }).ClickAsync();
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
