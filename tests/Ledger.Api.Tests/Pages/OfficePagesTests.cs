using System.Net.Http.Headers;
using Deque.AxeCore.Playwright;
using Ledger.Api.Access;
using Ledger.Api.Tests.Access;
using Microsoft.Playwright;
using Role = Ledger.Api.Access.Role;

namespace Ledger.Api.Tests.Pages;

/// <summary>The three administrators at their pages, in a browser: each shown what is theirs, secrets shown once.</summary>
public sealed class OfficePagesTests(PagesInBrowser browser) : IAsyncLifetime
{
    private string _unit = "";

    public async ValueTask InitializeAsync()
    {
        await browser.StartAsync();
        _unit = await browser.Ledger.NewUnitAsync();
    }

    private async Task<Tab> OfficeAsync(Role role, string path = "/") => await browser.SignedInAsync(await People.AccountAsync(browser.Ledger.Store, new Grant(role)), path);

    private static ILocator Button(IPage page, string name) => page.GetByRole(AriaRole.Button, new() { Name = name });

    [Theory]
    [InlineData(Role.SystemAdmin, new[] { "/all_accounts" })]
    [InlineData(Role.SecurityAdmin, new[] { "/all_accounts", "/api_tokens", "/asked_erasures" })]
    [InlineData(Role.AuditAdmin, new[] { "/audit_log" })]
    public async Task each_administrator_is_led_to_what_is_theirs_and_to_nothing_else(Role role, string[] pages)
    {
        await using var tab = await OfficeAsync(role);
        Assert.Equal(pages, await tab.Page.EvaluateAsync<string[]>("[...document.querySelectorAll('main a.card')].map(a => a.getAttribute('href'))"));
        foreach (var page in (string[])["/all_accounts", "/api_tokens", "/asked_erasures", "/audit_log"])
        {
            var answer = await tab.Page.GotoAsync(page);
            Assert.Equal(pages.Contains(page) ? 200 : 403, answer!.Status);
            // What a form would do is theirs to do.
            foreach (var api in await tab.Page.EvaluateAsync<string[]>("[...document.querySelectorAll('main form[data-api]')].map(f => `${f.dataset.method ?? 'POST'} ${f.dataset.api.replace(/tokens\\/.*/, 'tokens/{id}')}`)"))
                Assert.True(AccessTable.Routes[api].Roles.Contains(role), api);
        }

        Assert.Empty(tab.Complaints);
    }

    [Fact]
    public async Task an_account_is_made_granted_a_role_and_disabled_by_the_two_whose_business_it_is()
    {
        var name = $"clerk{Guid.CreateVersion7():N}"[..20];
        await using var system = await OfficeAsync(Role.SystemAdmin, "/all_accounts");
        await system.Page.GetByLabel("用户名", new() { Exact = true }).FillAsync("Not A Name");
        await system.Page.GetByLabel("姓名", new() { Exact = true }).FillAsync("李四");
        await Button(system.Page, "新建账号").ClickAsync();
        await Assertions.Expect(system.Page.Locator("#user")).ToHaveAttributeAsync("aria-invalid", "true");
        await system.Page.GetByLabel("用户名", new() { Exact = true }).FillAsync(name);
        await Button(system.Page, "新建账号").ClickAsync();
        await Assertions.Expect(system.Page.Locator("#issued")).ToBeFocusedAsync();
        var password = await system.Page.Locator(".secret").InnerTextAsync();
        Assert.InRange(password.Length, 12, 40);
        await system.Page.GetByText("已经交给本人").ClickAsync();
        await Assertions.Expect(system.Page.Locator("main")).Not.ToContainTextAsync(password);

        // Whoever has been given it changes it first, and holds nothing yet.
        await using (var clerk = await browser.OpenAsync("/sign_in", bearer: ""))
        {
            await clerk.Page.GetByLabel("用户名").FillAsync(name);
            await clerk.Page.GetByLabel("口令", new() { Exact = true }).FillAsync(password);
            await Button(clerk.Page, "登录").ClickAsync();
            await Assertions.Expect(clerk.Page.Locator("main")).ToContainTextAsync("请先把管理员给的口令改成自己的");
        }

        await using var security = await OfficeAsync(Role.SecurityAdmin, $"/all_accounts/{name}");
        await Assertions.Expect(Button(security.Page, "停用账号（立即退出）")).ToHaveCountAsync(0);
        await security.Page.Locator("#role").SelectOptionAsync("recorder");
        await Button(security.Page, "授予").ClickAsync();
        await Assertions.Expect(security.Page.Locator("main")).ToContainTextAsync("此角色须指明单位");
        await security.Page.Locator("#unit").SelectOptionAsync(_unit);
        await Button(security.Page, "授予").ClickAsync();
        await Assertions.Expect(security.Page.Locator("h1 + p")).ToContainTextAsync($"填报员（{_unit}）");
        await security.Page.GetByRole(AriaRole.Button, new() { NameRegex = new("^收回：填报员") }).ClickAsync();
        await Assertions.Expect(security.Page.Locator("h1 + p")).ToContainTextAsync("还没有角色");

        await system.Page.GetByLabel("用户名或姓名").FillAsync(name);
        await Button(system.Page, "查找").ClickAsync();
        await system.Page.GetByRole(AriaRole.Link, new() { Name = $"李四（{name}）" }).ClickAsync();
        await Assertions.Expect(Button(system.Page, "授予")).ToHaveCountAsync(0);
        await Button(system.Page, "重置口令").ClickAsync();
        await Assertions.Expect(system.Page.Locator(".secret")).Not.ToHaveTextAsync(password);
        await system.Page.GetByText("已经交给本人").ClickAsync();
        await Button(system.Page, "停用账号（立即退出）").ClickAsync();
        await Assertions.Expect(system.Page.Locator("h1 + p")).ToContainTextAsync("已停用");
        await Button(system.Page, "恢复账号").ClickAsync();
        await Assertions.Expect(system.Page.Locator("h1 + p")).Not.ToContainTextAsync("已停用");
        Assert.Empty(system.Complaints.Concat(security.Complaints));
    }

    [Fact]
    public async Task one_time_codes_of_somebody_who_lost_the_telephone_are_switched_off_apart_from_the_password()
    {
        var user = await People.AccountAsync(browser.Ledger.Store, new Grant(Role.Recorder, _unit));
        await using var tab = await OfficeAsync(Role.SystemAdmin, $"/all_accounts/{user}");
        await Assertions.Expect(Button(tab.Page, "停用动态口令（丢了手机）")).ToHaveCountAsync(0);
        await using (var session = browser.Ledger.Store.LightweightSession())
        {
            var account = (await session.LoadAsync<Account>(user))!;
            account.TotpOn = true;
            session.Update(account);
            await session.SaveChangesAsync();
        }

        await tab.Page.ReloadAsync();
        await Assertions.Expect(tab.Page.Locator("h1 + p")).ToContainTextAsync("动态口令");
        var found = await tab.Page.RunAxe();
        Assert.True(found.Violations.Length == 0, string.Join("; ", found.Violations.Select(v => $"{v.Id}: {v.Nodes[0].Html}")));
        if (Environment.GetEnvironmentVariable("LEDGER_SCREENSHOTS") is { Length: > 0 } folder)
            await tab.Page.ScreenshotAsync(new() { Path = Path.Combine(folder, "account-codes-off.png"), FullPage = true });
        await Button(tab.Page, "重置口令").ClickAsync();
        await tab.Page.GetByText("已经交给本人").ClickAsync();
        await Assertions.Expect(tab.Page.Locator("h1 + p")).ToContainTextAsync("动态口令");
        await Button(tab.Page, "停用动态口令（丢了手机）").ClickAsync();
        await Assertions.Expect(tab.Page.Locator("h1 + p")).Not.ToContainTextAsync("动态口令");
        Assert.Empty(tab.Complaints);
    }

    [Fact]
    public async Task nobody_is_offered_their_own_account()
    {
        var user = await People.AccountAsync(browser.Ledger.Store, new Grant(Role.SystemAdmin));
        await using var tab = await browser.SignedInAsync(user, $"/all_accounts/{user}");
        await Assertions.Expect(tab.Page.Locator("main")).ToContainTextAsync("由另一名管理员办理");
        await Assertions.Expect(tab.Page.Locator("main form")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task a_token_is_shown_once_opens_what_it_is_for_and_is_revoked()
    {
        await using var tab = await OfficeAsync(Role.SecurityAdmin, "/api_tokens");
        var name = $"同步{_unit}";
        await tab.Page.GetByLabel("用途").FillAsync(name);
        await tab.Page.Locator("#role").SelectOptionAsync("viewer");
        await tab.Page.Locator("#unit").SelectOptionAsync(_unit);
        await Button(tab.Page, "签发").ClickAsync();
        await Assertions.Expect(tab.Page.Locator("#issued")).ToBeVisibleAsync();
        var token = await tab.Page.Locator(".secret").InnerTextAsync();
        using var program = new HttpClient { BaseAddress = browser.Ledger.Client.BaseAddress };
        program.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        Assert.Equal(200, await StatusAsync());
        await tab.Page.GetByText("已经交给本人").ClickAsync();
        await Assertions.Expect(tab.Page.Locator("main")).ToContainTextAsync(name);
        Assert.DoesNotContain(token, await tab.Page.ContentAsync(), StringComparison.Ordinal);
        await tab.Page.GetByRole(AriaRole.Button, new() { NameRegex = new($"^吊销：{name}") }).ClickAsync();
        await Assertions.Expect(tab.Page.GetByRole(AriaRole.Button, new() { NameRegex = new($"^吊销：{name}") })).ToHaveCountAsync(0);
        Assert.Equal(401, await StatusAsync());

        async Task<int> StatusAsync() => (int)(await program.GetAsync(new Uri($"/api/units/{_unit}/entries", UriKind.Relative))).StatusCode;
    }

    [Fact]
    public async Task the_audit_log_is_narrowed_and_turned_like_a_book()
    {
        var user = await People.AccountAsync(browser.Ledger.Store, new Grant(Role.Viewer, _unit));
        using (var reader = new Browser(browser.Ledger.Client.BaseAddress!))
        {
            (await reader.SignInAsync(user, People.Password)).Is(200);
            for (var i = 0; i < 55; i++)
                (await reader.GetAsync($"/api/units/{_unit}/entries")).Is(200);
        }

        await using var tab = await OfficeAsync(Role.AuditAdmin, $"/audit_log?who={user}");
        // Reads are written a few times a second.
        for (var i = 0; i < 100 && await tab.Page.GetByText("更早的").CountAsync() == 0; i++)
            await tab.Page.ReloadAsync();
        await Assertions.Expect(tab.Page.Locator("tbody tr")).ToHaveCountAsync(50);
        await tab.Page.GetByText("更早的").ClickAsync();
        await Assertions.Expect(tab.Page.Locator("tbody tr").Last).ToContainTextAsync("登录");
        await tab.Page.GotoAsync($"/audit_log?who={user}");
        await tab.Page.GetByLabel("做了什么").SelectOptionAsync("sign-in");
        await Button(tab.Page, "查找").ClickAsync();
        await Assertions.Expect(tab.Page.Locator("tbody tr")).ToHaveCountAsync(1);
        await tab.Page.GetByLabel("到哪天").FillAsync("2020-01-01");
        await Button(tab.Page, "查找").ClickAsync();
        await Assertions.Expect(tab.Page.Locator("main")).ToContainTextAsync("没有符合的记录");
        foreach (var strange in (string[])["before=x", "from=yesterday", "what=no-such", "who=%27%3B--"])
            Assert.InRange((await tab.Page.GotoAsync($"/audit_log?{strange}"))!.Status, 200, 499);
    }

    [Theory]
    [InlineData(Role.SystemAdmin, "/all_accounts")]
    [InlineData(Role.SecurityAdmin, "/all_accounts/{other}")]
    [InlineData(Role.SystemAdmin, "/all_accounts/{other}")]
    [InlineData(Role.SecurityAdmin, "/api_tokens")]
    [InlineData(Role.SecurityAdmin, "/asked_erasures")]
    [InlineData(Role.AuditAdmin, "/audit_log")]
    public async Task axe_finds_nothing_and_nothing_sticks_out_of_a_phone(Role role, string path)
    {
        var other = await People.AccountAsync(browser.Ledger.Store, new Grant(Role.Recorder, _unit));
        await using var tab = await OfficeAsync(role, path.Replace("{other}", other, StringComparison.Ordinal));
        foreach (var dark in (bool[])[false, true])
        {
            await tab.Page.EmulateMediaAsync(new() { ColorScheme = dark ? ColorScheme.Dark : ColorScheme.Light });
            var found = await tab.Page.RunAxe();
            Assert.True(found.Violations.Length == 0, $"{path}: " + string.Join("; ", found.Violations.Select(v => $"{v.Id}: {v.Nodes[0].Html}")));
        }

        await tab.Page.SetViewportSizeAsync(390, 844);
        await tab.Page.Context.AddCookiesAsync([new() { Name = "type", Value = "large", Url = browser.Ledger.Client.BaseAddress!.ToString() }]);
        await tab.Page.ReloadAsync();
        Assert.InRange(await tab.Page.EvaluateAsync<int>("document.documentElement.scrollWidth"), 1, 390);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
