using Deque.AxeCore.Playwright;
using Ledger.Api.Tests.Counties;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Ledger.Api.Tests.Pages;

/// <summary>What the units of a county do on the pages, done in a browser.</summary>
public sealed class CountyFlowTests(PagesInBrowser browser) : IAsyncLifetime
{
    private string _county = "";
    private IReadOnlyList<string> _units = [];

    public async ValueTask InitializeAsync()
    {
        await browser.StartAsync();
        (_county, _units) = await browser.Ledger.NewCountyAsync(2);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task a_joint_activity_is_logged_once_seen_by_the_other_unit_and_declined()
    {
        await using var tab = await browser.OpenAsync($"/{_units[0]}/log/law-outreach");
        await tab.Page.GetByLabel("发生日期").FillAsync("2023-05-20");
        await tab.Page.GetByLabel("标题").FillAsync("民法典联合宣传");
        await tab.Page.GetByLabel("场所").SelectOptionAsync("公共场所");
        await tab.Page.GetByText("更多内容").ClickAsync();
        await tab.Page.Locator("[name='jointUnits[0].unit']").SelectOptionAsync(_units[1]);
        await tab.Page.Locator("[name='jointUnits[0].role']").SelectOptionAsync("协办");
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "登记", Exact = true }).ClickAsync();
        await Expect(tab.Page.Locator("h1")).ToContainTextAsync("民法典联合宣传");

        await tab.Page.GotoAsync($"/{_units[1]}/entries?year=2023");
        await Expect(tab.Page.Locator(".row")).ToContainTextAsync("联合");
        await tab.Page.GetByRole(AriaRole.Link, new() { Name = "民法典联合宣传" }).ClickAsync();
        await Expect(tab.Page.Locator("#joint")).ToBeVisibleAsync();
        await Expect(tab.Page.GetByRole(AriaRole.Link, new() { Name = "更正" })).ToHaveCountAsync(0);
        await tab.Page.GetByText("谢绝：本单位没有参与").ClickAsync();
        await tab.Page.GetByLabel("原因").FillAsync("当天未派人");
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "谢绝" }).ClickAsync();
        await Expect(tab.Page.Locator("main")).ToContainTextAsync("本单位已谢绝");

        await tab.Page.GotoAsync($"/in_county/{_county}/figures?year=2023");
        await Expect(tab.Page.Locator("#f-law-outreach > td").First).ToHaveTextAsync("1场次");
        Assert.Empty(tab.Complaints);
    }

    [Fact]
    public async Task a_duplicate_is_merged_where_the_hint_leads_and_parted_again()
    {
        await browser.Ledger.LogServiceAsync(_units[0]);
        await browser.Ledger.LogServiceAsync(_units[0]);
        await using var tab = await browser.OpenAsync($"/{_units[0]}/entries?year=2023");
        await tab.Page.GetByRole(AriaRole.Link, new() { Name = "条提示待看" }).ClickAsync();
        await tab.Page.Locator("main section ul ul a").First.ClickAsync();
        await tab.Page.GetByText("合并到另一条").ClickAsync();
        await tab.Page.Locator("#merge-reason").FillAsync("两人各记一次");
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "合并，不再计这一条" }).ClickAsync();
        await Expect(tab.Page.Locator("main")).ToContainTextAsync("与另一条重复");
        Assert.Equal(1, await browser.Ledger.ValueAsync(_units[0], 2023, "legal-service"));
        await tab.Page.GetByLabel("为什么不是重复").FillAsync("上午下午各一次");
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "撤销合并" }).ClickAsync();
        await Expect(tab.Page.Locator(".story")).ToContainTextAsync("撤销合并");
        Assert.Equal(2, await browser.Ledger.ValueAsync(_units[0], 2023, "legal-service"));
        Assert.Empty(tab.Complaints);
    }

    [Fact]
    public async Task a_sample_is_drawn_from_the_edition_and_its_results_noted()
    {
        await browser.Ledger.LogServiceAsync(_units[1]);
        (await browser.Ledger.FreezeAsync(_units[1], 2023)).Is(201);
        await using var tab = await browser.OpenAsync($"/{_units[1]}/inspections?year=2023");
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "抽取" }).ClickAsync();
        await tab.Page.GetByRole(AriaRole.Link, new() { Name = "第 1 次" }).ClickAsync();
        await tab.Page.GetByLabel("核查人").FillAsync("张三");
        await tab.Page.GetByLabel("所见材料").FillAsync("服务记录原件");
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "记下" }).ClickAsync();
        await Expect(tab.Page.Locator("main")).ToContainTextAsync("已核查 1 条");
        Assert.Empty(tab.Complaints);
    }

    [Fact]
    public async Task the_new_pages_are_accessible()
    {
        await browser.Ledger.LogServiceAsync(_units[0]);
        await browser.Ledger.LogServiceAsync(_units[0]);
        foreach (var path in new[] { $"/in_county/{_county}/figures?year=2023", $"/in_county/{_county}/coverage?year=2023", $"/{_units[0]}/hints?year=2023", $"/{_units[0]}/inspections?year=2023" })
        {
            await using var tab = await browser.OpenAsync(path);
            Assert.Empty((await tab.Page.RunAxe()).Violations.Select(v => $"{path}: {v.Id} {v.Help}"));
            Assert.Empty(tab.Complaints);
        }
    }
}
