using Deque.AxeCore.Playwright;
using Ledger.Api.Access;
using Ledger.Api.Tests.Access;
using Microsoft.Playwright;
using Role = Ledger.Api.Access.Role;

namespace Ledger.Api.Tests.Pages;

/// <summary>A name is asked to be erased and erased, by two people at their pages, who see what it comes to first.</summary>
public sealed class ErasurePagesTests(PagesInBrowser browser) : IAsyncLifetime
{
    private string _unit = "";

    public async ValueTask InitializeAsync()
    {
        await browser.StartAsync();
        _unit = await browser.Ledger.NewUnitAsync();
    }

    [Fact]
    public async Task the_head_asks_both_see_what_would_change_and_the_other_carries_it_out()
    {
        await browser.Ledger.LogAsync(_unit, "legal-service", new { occurredOn = "2023-03-01", service = "consultation", adviser = "钱守约", summary = "钱守约解答三个问题" });
        await using var head = await SignedInAsync(new Grant(Role.Head, _unit), $"/{_unit}/verification");
        await head.Page.GetByRole(AriaRole.Link, new() { Name = "有人要求删除自己的姓名？" }).ClickAsync();
        await Assertions.Expect(head.Page.Locator("main")).ToContainTextAsync("没有待办理的申请");
        await AskAsync(head.Page, "钱守约本人申请");
        await Assertions.Expect(head.Page.Locator("#reason")).ToHaveAttributeAsync("aria-invalid", "true");
        await AskAsync(head.Page, "本人申请");
        await Assertions.Expect(head.Page.Locator("#changes")).ToHaveTextAsync("将改动 2 处");
        await Assertions.Expect(head.Page.Locator("main form")).ToHaveCountAsync(0);
        await CheckAsync(head.Page);

        await using var security = await SignedInAsync(new Grant(Role.SecurityAdmin), "/");
        await security.Page.Locator("a.card[href='/asked_erasures']").ClickAsync();
        await CheckAsync(security.Page);
        await security.Page.GetByRole(AriaRole.Link, new() { NameRegex = new("^钱守约（") }).Last.ClickAsync();
        await Assertions.Expect(security.Page.Locator("tbody tr")).ToHaveCountAsync(2);
        await Assertions.Expect(security.Page.Locator("tbody")).ToContainTextAsync("法律顾问服务");
        await Assertions.Expect(security.Page.Locator("tbody")).ToContainTextAsync("内容摘要");
        await security.Page.GetByText("同意，删除这个姓名").ClickAsync();
        await security.Page.GetByRole(AriaRole.Button, new() { Name = "删除 2 处，不能恢复" }).ClickAsync();
        await Assertions.Expect(security.Page.Locator("#erased")).ToBeFocusedAsync();
        var standIn = await security.Page.Locator(".secret").InnerTextAsync();
        Assert.StartsWith("〔已删除", standIn, StringComparison.Ordinal);
        await security.Page.GetByText("回到列表").ClickAsync();
        await Assertions.Expect(security.Page.Locator("main")).ToContainTextAsync(standIn);
        await Assertions.Expect(security.Page.Locator("main")).Not.ToContainTextAsync("钱守约");
        await CheckAsync(security.Page);
        Assert.Empty(head.Complaints.Concat(security.Complaints));
    }

    [Fact]
    public async Task whoever_decides_may_reject_with_a_reason_and_whoever_asked_may_not()
    {
        await browser.Ledger.LogServiceAsync(_unit);
        var id = (await browser.Ledger.PostAsync($"/api/units/{_unit}/erasures", new { name = "没有此人", reason = "本人申请" })).Is(201)["id"].GetGuid();
        await using (var asker = await browser.OpenAsync($"/{_unit}/erasures/{id}"))
        {
            await Assertions.Expect(asker.Page.Locator("main")).ToContainTextAsync("须由另一人办理");
            await Assertions.Expect(asker.Page.Locator("#changes")).ToHaveTextAsync("没有可改动的地方");
        }

        await using var security = await SignedInAsync(new Grant(Role.SecurityAdmin), $"/{_unit}/erasures/{id}");
        var reject = security.Page.GetByRole(AriaRole.Button, new() { Name = "不予办理" });
        await security.Page.GetByLabel("理由").FillAsync("否");
        await reject.ClickAsync();
        await Assertions.Expect(security.Page.Locator("#reason")).ToHaveAttributeAsync("aria-invalid", "true");
        await security.Page.GetByLabel("理由").FillAsync("台账中没有此人");
        await reject.ClickAsync();
        await security.Page.WaitForURLAsync($"**/{_unit}/erasures");
        await Assertions.Expect(security.Page.Locator("main")).ToContainTextAsync("没有待办理的申请");
        Assert.Equal(404, (await security.Page.GotoAsync($"/{_unit}/erasures/{id}"))!.Status);
    }

    private async Task<Tab> SignedInAsync(Grant grant, string path) => await browser.SignedInAsync(await People.AccountAsync(browser.Ledger.Store, grant), path);

    private static async Task AskAsync(IPage page, string reason)
    {
        await page.GetByLabel("要删除的姓名").FillAsync("钱守约");
        await page.GetByLabel("理由").FillAsync(reason);
        await page.GetByRole(AriaRole.Button, new() { Name = "提出，先看会改动什么" }).ClickAsync();
    }

    private static async Task CheckAsync(IPage page)
    {
        await page.EvaluateAsync("document.querySelectorAll('details').forEach(d => { d.open = true })");
        foreach (var dark in (bool[])[false, true])
        {
            await page.EmulateMediaAsync(new() { ColorScheme = dark ? ColorScheme.Dark : ColorScheme.Light });
            var found = await page.RunAxe();
            Assert.True(found.Violations.Length == 0, $"{page.Url}: " + string.Join("; ", found.Violations.Select(v => $"{v.Id}: {v.Nodes[0].Html}")));
        }

        await page.EvaluateAsync("document.querySelectorAll('details').forEach(d => { d.open = false })");
        await page.SetViewportSizeAsync(390, 844);
        Assert.InRange(await page.EvaluateAsync<int>("document.documentElement.scrollWidth"), 1, 390);
        await page.SetViewportSizeAsync(1280, 800);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
