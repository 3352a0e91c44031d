using Ledger.Api.Access;
using Ledger.Api.Tests.Access;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;
using Browser = Ledger.Api.Tests.Access.Browser;
using Role = Ledger.Api.Access.Role;

namespace Ledger.Api.Tests.Pages;

/// <summary>The list of one's sessions in a browser, with and without script.</summary>
public sealed class SessionFlowTests(PagesInBrowser browser)
{
    [Theory]
    [InlineData(false, false)]
    [InlineData(true, true)]
    public async Task one_ends_what_one_does_not_know_without_a_script(bool phone, bool dark)
    {
        await browser.StartAsync();
        var user = await People.AccountAsync(browser.Ledger.Store, new Grant(Role.Viewer, await browser.Ledger.NewUnitAsync()));
        using var lost = new Browser(browser.Ledger.Client.BaseAddress!);
        using var third = new Browser(browser.Ledger.Client.BaseAddress!);
        foreach (var other in new[] { lost, third })
            (await other.SignInAsync(user, People.Password)).Is(200);
        await using var mine = await browser.SignedInAsync(user, "/my_account");
        await using var plain = await browser.OpenAsync("/assets/seal.svg", phone, dark, script: false, bearer: "");
        await plain.Page.Context.AddCookiesAsync((await mine.Page.Context.CookiesAsync()).Select(c => new Cookie { Name = c.Name, Value = c.Value, Url = browser.Ledger.Client.BaseAddress!.ToString() }));
        await plain.Page.GotoAsync("/my_account");
        var rows = plain.Page.Locator("#sessions li");
        await Expect(rows).ToHaveCountAsync(3);
        await Expect(rows.First).ToContainTextAsync("Chrome，Linux");
        await Expect(rows.First).ToContainTextAsync("本次登录");
        await IsCleanAsync(mine.Page, phone, dark);

        await plain.Page.GetByLabel("口令（退出前确认是本人）").FillAsync("wrong");
        await plain.Page.Keyboard.PressAsync("Enter");
        Assert.EndsWith("/my_account", plain.Page.Url, StringComparison.Ordinal);
        await rows.Nth(1).GetByRole(AriaRole.Button, new() { Name = "退出" }).ClickAsync();
        await Expect(plain.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("没有退出任何设备");
        await Expect(rows).ToHaveCountAsync(3);
        await plain.Page.GetByLabel("口令（退出前确认是本人）").FillAsync(People.Password);
        await rows.Nth(1).GetByRole(AriaRole.Button, new() { Name = "退出" }).ClickAsync();
        await Expect(rows).ToHaveCountAsync(2);
        Assert.EndsWith("/my_account#sessions", plain.Page.Url, StringComparison.Ordinal);
        await plain.Page.GetByLabel("口令（退出前确认是本人）").FillAsync(People.Password);
        await plain.Page.GetByRole(AriaRole.Button, new() { Name = "退出其他所有设备" }).ClickAsync();
        await Expect(rows).ToHaveCountAsync(1);
        await Expect(plain.Page.Locator("#sessions button:visible")).ToHaveCountAsync(0);
        foreach (var other in new[] { lost, third })
            (await other.GetAsync("/api/session")).Refuses(401, "sign-in");
    }

    private static async Task IsCleanAsync(IPage page, bool phone, bool dark)
    {
        await page.SetViewportSizeAsync(phone ? 390 : 1280, phone ? 844 : 800);
        await page.EmulateMediaAsync(new() { ColorScheme = dark ? ColorScheme.Dark : ColorScheme.Light });
        await page.ReloadAsync();
        await page.IsCleanAsync(phone ? 390 : 1280, $"sessions-{(phone ? "phone" : "desk")}");
    }
}
