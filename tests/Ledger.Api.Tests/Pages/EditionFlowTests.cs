using System.IO.Compression;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Ledger.Api.Tests.Pages;

/// <summary>From the draft to the published edition, its changes, and a pack for the inspector: done in a browser.</summary>
public sealed class EditionFlowTests(PagesInBrowser browser) : IAsyncLifetime
{
    private string _unit = "";

    public async ValueTask InitializeAsync()
    {
        await browser.StartAsync();
        _unit = await browser.Ledger.NewUnitAsync();
        await browser.Ledger.LogServiceAsync(_unit);
    }

    [Fact]
    public async Task an_edition_is_frozen_signed_and_submitted_and_what_changed_since_is_told()
    {
        await using var tab = await browser.OpenAsync($"/{_unit}/report?year=2023&view=editions");
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "核对并定稿" }).ClickAsync();
        await Expect(tab.Page.Locator("#course")).ToContainTextAsync("第 1 版的办理经过");

        await TakeAsync(tab, "核稿", ("办理人姓名", "李核稿"));
        await Expect(tab.Page.Locator(".story").First).ToContainTextAsync("李核稿");
        // What comes next lies open; what was done is out of the way.
        await Expect(tab.Page.Locator("#secrecy-review-by")).ToBeVisibleAsync();
        await Expect(tab.Page.Locator("#office-review-by")).ToBeHiddenAsync();

        // Out of its order it asks why, keeps what was written, and goes on with a reason.
        await TakeAsync(tab, "签发", ("签发人（主要负责人姓名）", "赵主任"));
        var reason = tab.Page.GetByLabel("确需办理的原因").And(tab.Page.Locator("#sign-reason"));
        await Expect(reason).ToBeFocusedAsync();
        await Expect(tab.Page.Locator("#sign-by")).ToHaveValueAsync("赵主任");
        await reason.FillAsync("保密审查另行办理");
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "签发", Exact = true }).ClickAsync();
        await Expect(tab.Page.Locator(".story").First).ToContainTextAsync("保密审查另行办理");

        await TakeAsync(tab, "编发文字号", ("发文字号", "测招商〔2024〕3号"));
        await Expect(tab.Page.Locator("section[aria-labelledby=editions] > table")).ToContainTextAsync("测招商〔2024〕3号");
        // The files are the edition's, and what goes with sending it stands there already.
        await Expect(tab.Page.Locator("#files")).ToHaveTextAsync("下载第 1 版");
        Assert.Contains("edition=1", await tab.Page.Locator("section[aria-labelledby=files] table a").First.GetAttributeAsync("href"), StringComparison.Ordinal);
        await Expect(tab.Page.Locator("#submit-to")).ToHaveValueAsync("测试县人民政府");
        Assert.NotEmpty(await tab.Page.Locator("#submit-on").InputValueAsync());

        await browser.Ledger.LogAsync(_unit, "legal-service", new { occurredOn = "2023-08-01", service = "negotiation", adviser = "法律顾问A律师", lateReason = "年底漏记" });
        await tab.Page.ReloadAsync();
        await Expect(tab.Page.Locator("#changes")).ToContainTextAsync("个数");
        await tab.Page.GetByText("法律顾问服务：", new() { Exact = false }).First.ClickAsync();
        await Expect(tab.Page.Locator("section[aria-labelledby=changes]")).ToContainTextAsync("年底漏记");
        await Expect(tab.Page.Locator("#supplement")).ToBeVisibleAsync();
        Assert.Empty(tab.Complaints);
    }

    [Fact]
    public async Task a_passage_is_locked_and_its_history_shows_who_wrote_what()
    {
        var url = $"/api/units/{_unit}/reports/2023/prose/preamble";
        (await browser.Ledger.SendAsync(HttpMethod.Put, url, new { text = "甲写的开头。" })).Is(200);
        await using var tab = await browser.OpenAsync($"/{_unit}/report?year=2023");
        var stale = await browser.OpenAsync($"/{_unit}/report?year=2023");
        await WriteAsync(tab, "乙接着写的开头。");
        await Expect(tab.Page.Locator(".paper")).ToContainTextAsync("乙接着写的开头。");
        await WriteAsync(stale, "丙不知道乙写过。");
        await Expect(stale.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("第 2 版");
        await Expect(stale.Page.Locator("#prose-preamble")).ToHaveValueAsync("丙不知道乙写过。");
        await stale.DisposeAsync();

        await tab.Page.GetByText("改写这一段").First.ClickAsync();
        await tab.Page.Locator("#lock-preamble").FillAsync("赵主任");
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "锁定这一段" }).First.ClickAsync();
        await Expect(tab.Page.GetByText("（已锁定）")).ToHaveCountAsync(1);
        await tab.Page.GotoAsync($"/{_unit}/report/prose/preamble?year=2023");
        await Expect(tab.Page.Locator(".story")).ToContainTextAsync("乙接着写的开头。");
        await Expect(tab.Page.Locator(".story")).ToContainTextAsync("赵主任");
    }

    [Fact]
    public async Task the_order_is_chosen_and_says_the_same_in_another_order()
    {
        await using var tab = await browser.OpenAsync($"/{_unit}/report?year=2023");
        await tab.Page.GetByText("章节次序：").ClickAsync();
        await tab.Page.Locator("#order-choice").SelectOptionAsync("regulation");
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "按此排列" }).ClickAsync();
        await Expect(tab.Page.Locator(".paper h3").First).ToContainTextAsync("一、法治政府建设主要举措");
    }

    [Fact]
    public async Task headings_of_ones_own_are_filled_in_on_the_page_locked_and_their_history_read()
    {
        await using var tab = await browser.OpenAsync($"/{_unit}/report?year=2023");
        await tab.Page.GetByText("章节次序：").ClickAsync();
        await tab.Page.GetByText("自拟标题", new() { Exact = true }).ClickAsync();
        for (var i = 0; i < 4; i++)
            await tab.Page.Locator($"#heading-{i}").FillAsync(i == 0 ? "学习贯彻法治思想" : i == 1 ? "其余工作" : "");
        foreach (var part in await tab.Page.Locator("select[data-type=place]").AllAsync())
            await part.SelectOptionAsync(await part.GetAttributeAsync("data-value") is "thought" or "duty-study" ? "0" : "1");
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "用这些标题" }).ClickAsync();
        await Expect(tab.Page.GetByRole(AriaRole.Alert)).ToHaveCountAsync(0);
        await Expect(tab.Page.Locator(".paper h3").First).ToContainTextAsync("一、学习贯彻法治思想");
        await tab.Page.GetByText("章节次序：").ClickAsync();
        await tab.Page.Locator("#lock-sections").FillAsync("赵主任");
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "锁定次序和标题" }).ClickAsync();
        await Expect(tab.Page.Locator("#order")).ToContainTextAsync("（已锁定）");
        await tab.Page.GotoAsync($"/{_unit}/report/prose/sections?year=2023");
        await Expect(tab.Page.Locator(".story")).ToContainTextAsync("学习贯彻法治思想；其余工作");
        Assert.Empty(tab.Complaints);
    }

    [Fact]
    public async Task an_inspection_pack_is_one_press()
    {
        await using var tab = await browser.OpenAsync($"/{_unit}/figures?year=2023");
        await tab.Page.GetByText("检查档案（目录").ClickAsync();
        await tab.Page.Locator("#pack-figures").SelectOptionAsync("legal-service");
        var download = await tab.Page.RunAndWaitForDownloadAsync(() => tab.Page.GetByRole(AriaRole.Button, new() { Name = "下载 ZIP" }).ClickAsync());
        await using var zip = await ZipFile.OpenReadAsync(await download.PathAsync());
        Assert.Contains(zip.Entries, e => e.FullName == "manifest.sha256");
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static async Task TakeAsync(Tab tab, string step, params (string Label, string Value)[] fields)
    {
        var form = tab.Page.Locator("details").Filter(new() { Has = tab.Page.GetByRole(AriaRole.Button, new() { Name = step, Exact = true, IncludeHidden = true }) }).Last;
        if (await form.GetAttributeAsync("open") is null)
            await form.Locator("summary").ClickAsync();
        foreach (var (label, value) in fields)
            await form.GetByLabel(label).FillAsync(value);
        await form.GetByRole(AriaRole.Button, new() { Name = step, Exact = true }).ClickAsync();
    }

    private static async Task WriteAsync(Tab tab, string text)
    {
        await tab.Page.GetByText("改写这一段").First.ClickAsync();
        await tab.Page.Locator("#prose-preamble").FillAsync(text);
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "保存" }).First.ClickAsync();
    }
}
