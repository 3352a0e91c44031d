using System.Text.RegularExpressions;
using Ledger.Api.Access;
using Ledger.Api.Tests.Access;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;
using Role = Ledger.Api.Access.Role;

namespace Ledger.Api.Tests.Pages;

/// <summary>One-time codes from switching on to switching off, in a browser.</summary>
public sealed class TwoStepTests(PagesInBrowser browser) : IAsyncLifetime
{
    private string _unit = "";
    private string _user = "";

    public async ValueTask InitializeAsync()
    {
        await browser.StartAsync();
        _unit = await browser.Ledger.NewUnitAsync();
        _user = await People.AccountAsync(browser.Ledger.Store, new Grant(Role.Viewer, _unit));
    }

    [Theory]
    [InlineData(false, false)]
    [InlineData(true, true)]
    public async Task codes_are_set_up_asked_for_and_switched_off(bool phone, bool dark)
    {
        await using var tab = await browser.OpenAsync("/sign_in?to=/my_account", phone, dark, bearer: "");
        await SignInAsync(tab.Page);
        await tab.Page.WaitForURLAsync("**/my_account");
        await tab.Page.GetByLabel("口令（确认是本人）").FillAsync(People.Password);
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "启用动态口令" }).ClickAsync();
        await Expect(tab.Page.GetByRole(AriaRole.Img, new() { Name = "验证器二维码" })).ToBeVisibleAsync();
        var key = (await tab.Page.Locator("#totp-secret").InnerTextAsync()).Replace(" ", "", StringComparison.Ordinal);
        Assert.Matches("^[A-Z2-7]{32}$", key);
        await IsCleanAsync(tab, phone, "setting-up");

        await tab.Page.GetByLabel("动态口令", new() { Exact = true }).FillAsync("000000");
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "确认启用" }).ClickAsync();
        await Expect(tab.Page.GetByLabel("动态口令", new() { Exact = true })).ToHaveAttributeAsync("aria-invalid", "true");
        await tab.Page.GetByLabel("动态口令", new() { Exact = true }).FillAsync(People.CodeOf(key, 0));
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "确认启用" }).ClickAsync();
        await Expect(tab.Page.Locator(".codes li")).ToHaveCountAsync(10);
        var recovery = await tab.Page.Locator(".codes li").AllInnerTextsAsync();
        Assert.All(recovery, code => Assert.Matches(new Regex("^[a-z2-9]{4}-[a-z2-9]{4}-[a-z2-9]{4}$"), code));
        await Expect(tab.Page.Locator("#totp-secret")).ToBeHiddenAsync();
        await IsCleanAsync(tab, phone, "recovery");
        await tab.Page.GetByRole(AriaRole.Link, new() { Name = "已经收好" }).ClickAsync();
        await Expect(tab.Page.Locator("main")).ToContainTextAsync("恢复码还剩 10 个");
        Assert.DoesNotContain(key, await tab.Page.ContentAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain(recovery[0], await tab.Page.ContentAsync(), StringComparison.Ordinal);
        await IsCleanAsync(tab, phone, "on");

        await using var other = await browser.OpenAsync("/sign_in?to=/my_account", phone, dark, bearer: "");
        await Expect(other.Page.GetByLabel("动态口令或恢复码")).ToBeHiddenAsync();
        await SignInAsync(other.Page, "wrong password");
        await Expect(other.Page.GetByLabel("动态口令或恢复码")).ToBeHiddenAsync();
        await SignInAsync(other.Page);
        await Expect(other.Page.GetByLabel("动态口令或恢复码")).ToBeFocusedAsync();
        await IsCleanAsync(other, phone, "second-step");
        await other.Page.GetByLabel("动态口令或恢复码").FillAsync(recovery[0]);
        await other.Page.GetByRole(AriaRole.Button, new() { Name = "登录", Exact = true }).ClickAsync();
        await other.Page.WaitForURLAsync("**/my_account");
        await Expect(other.Page.Locator("main")).ToContainTextAsync("恢复码还剩 9 个");
        await other.Page.GetByLabel("动态口令或恢复码").FillAsync(recovery[1]);
        await other.Page.GetByRole(AriaRole.Button, new() { Name = "停用动态口令" }).ClickAsync();
        await Expect(other.Page.GetByRole(AriaRole.Button, new() { Name = "启用动态口令" })).ToBeVisibleAsync();
        Assert.Empty(tab.Complaints);
        Assert.Empty(other.Complaints);
    }

    [Fact]
    public async Task an_account_without_codes_is_never_asked_for_one()
    {
        await using var tab = await browser.OpenAsync("/sign_in", bearer: "");
        await Expect(tab.Page.GetByLabel("动态口令或恢复码")).ToBeHiddenAsync();
        await SignInAsync(tab.Page);
        await tab.Page.WaitForURLAsync($"**/{_unit}");
    }

    private async Task SignInAsync(IPage page, string password = People.Password)
    {
        await page.GetByLabel("用户名").FillAsync(_user);
        await page.GetByLabel("口令", new() { Exact = true }).FillAsync(password);
        var answer = page.WaitForResponseAsync("**/api/session");
        await page.GetByRole(AriaRole.Button, new() { Name = "登录", Exact = true }).ClickAsync();
        await answer;
    }

    private static Task IsCleanAsync(Tab tab, bool phone, string name) =>
        tab.Page.IsCleanAsync(phone ? 390 : 1280, $"codes-{name}-{(phone ? "phone" : "desk")}");

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
