using System.Text;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Ledger.Api.Tests.Pages;

/// <summary>What people do on the pages, done in a browser.</summary>
public sealed class FlowTests(PagesInBrowser browser) : IAsyncLifetime
{
    private string _unit = "";

    public async ValueTask InitializeAsync()
    {
        await browser.StartAsync();
        _unit = await browser.Ledger.NewUnitAsync();
    }

    [Fact]
    public async Task an_entry_is_logged_from_the_home_page_and_a_double_click_logs_it_once()
    {
        await using var tab = await browser.OpenAsync($"/{_unit}", phone: true);
        await tab.Page.GetByRole(AriaRole.Link, new() { Name = "法律顾问服务" }).First.ClickAsync();
        await tab.Page.GetByLabel("发生日期").FillAsync("2023-05-04");
        await tab.Page.GetByLabel("服务类型").SelectOptionAsync("合同审查");
        await tab.Page.GetByLabel("法律顾问").FillAsync("法律顾问A律师");
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "登记" }).DblClickAsync();
        await Expect(tab.Page.Locator("h1")).ToContainTextAsync("合同审查");
        Assert.Equal(1, (await browser.Ledger.EntriesAsync(_unit)).GetProperty("total").GetInt32());
        Assert.Empty(tab.Complaints);
    }

    [Fact]
    public async Task what_is_wrong_is_said_beside_the_field_and_nothing_typed_is_lost()
    {
        await using var tab = await browser.OpenAsync($"/{_unit}/log/law-study");
        await tab.Page.GetByLabel("发生日期").FillAsync("2023-05-04");
        await tab.Page.GetByLabel("形式").SelectOptionAsync("党课");
        await tab.Page.GetByLabel("应到").FillAsync("5");
        await tab.Page.GetByLabel("实到").FillAsync("9");
        await tab.Page.GetByText("更多内容").ClickAsync();
        await tab.Page.Locator("[name='participants[0].group']").SelectOptionAsync("党员");
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "登记" }).ClickAsync();
        await Expect(tab.Page.GetByLabel("实到")).ToHaveAttributeAsync("aria-invalid", "true");
        await Expect(tab.Page.Locator("[name='participants[0].headcount']")).ToHaveAttributeAsync("aria-invalid", "true");
        await Expect(tab.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("处需要更正");
        await Expect(tab.Page.GetByLabel("应到")).ToHaveValueAsync("5");
        await tab.Page.GetByLabel("实到").FillAsync("4");
        await tab.Page.Locator("[name='participants[0].headcount']").FillAsync("4");
        await tab.Page.GetByText("再加一行").ClickAsync();
        await tab.Page.Locator("[name='participants[1].group']").SelectOptionAsync("干部职工");
        await tab.Page.Locator("[name='participants[1].headcount']").FillAsync("2");
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "登记" }).ClickAsync();
        await Expect(tab.Page.Locator(".fields")).ToContainTextAsync("党员 4；干部职工 2");
    }

    [Fact]
    public async Task an_entry_is_corrected_returned_confirmed_and_made_void()
    {
        var id = await browser.Ledger.LogAsync(_unit, "law-outreach", new { occurredOn = "2023-03-01", scene = "village", leaflets = new { value = 300, precision = "approximate" }, places = new[] { "李庄村" } });
        await using var tab = await browser.OpenAsync($"/{_unit}/entries/{id}");
        await tab.Page.GetByRole(AriaRole.Link, new() { Name = "更正" }).ClickAsync();
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "保存更正" }).ClickAsync();
        await Expect(tab.Page.GetByLabel("一句话说明缘由")).ToBeFocusedAsync();
        await tab.Page.GetByLabel("到达村（社区、单位）").FillAsync("李庄村\n王庄村");
        await tab.Page.GetByLabel("一句话说明缘由").FillAsync("漏了一个村");
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "保存更正" }).ClickAsync();
        await Expect(tab.Page.Locator(".story")).ToContainTextAsync("李庄村 → 李庄村；王庄村");
        await Expect(tab.Page.Locator(".story li li")).ToHaveCountAsync(1);
        Assert.Equal(2, await browser.Ledger.ValueAsync(_unit, 2023, "law-outreach-places"));
        await tab.Page.GetByText("审核：确认或退回").ClickAsync();
        await tab.Page.GetByLabel("退回原因").FillAsync("请核对份数");
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "退回更正" }).ClickAsync();
        await Expect(tab.Page.Locator(".warned")).ToContainTextAsync("请核对份数");
        await tab.Page.GetByText("审核：确认或退回").ClickAsync();
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "确认属实" }).ClickAsync();
        await Expect(tab.Page.Locator(".state.confirmed")).ToBeVisibleAsync();
        await tab.Page.GetByText("作废", new() { Exact = true }).ClickAsync();
        await tab.Page.GetByLabel("一句话说明缘由").FillAsync("与另一条重复");
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "作废这条登记" }).ClickAsync();
        await Expect(tab.Page.Locator(".notice")).ToContainTextAsync("已作废");
        Assert.Equal(0, await browser.Ledger.ValueAsync(_unit, 2023, "law-outreach-places"));
        Assert.Empty(tab.Complaints);
    }

    [Fact]
    public async Task who_comes_second_is_told_to_read_again()
    {
        var id = await browser.Ledger.LogServiceAsync(_unit);
        await using var tab = await browser.OpenAsync($"/{_unit}/entries/{id}/correct");
        await browser.Ledger.CorrectAsync(_unit, id, 1, LedgerVerbs.Service("2023-03-09"));
        await tab.Page.GetByLabel("一句话说明缘由").FillAsync("我也来改");
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "保存更正" }).ClickAsync();
        await Expect(tab.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("已被他人更新");
        await tab.Page.GetByRole(AriaRole.Link, new() { Name = "重新载入" }).ClickAsync();
        await Expect(tab.Page.GetByLabel("发生日期")).ToHaveValueAsync("2023-03-09");
    }

    [Fact]
    public async Task a_correction_without_network_is_not_saved_and_nothing_typed_is_lost()
    {
        var id = await browser.Ledger.LogServiceAsync(_unit);
        await using var tab = await browser.OpenAsync($"/{_unit}/entries/{id}/correct");
        await tab.Page.GetByLabel("发生日期").FillAsync("2023-05-05");
        await tab.Page.GetByLabel("一句话说明缘由").FillAsync("日期记错");
        await tab.Page.Context.SetOfflineAsync(true);
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "保存更正" }).ClickAsync();
        await Expect(tab.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("网络不通");
        await tab.Page.Context.SetOfflineAsync(false);
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "保存更正" }).ClickAsync();
        await Expect(tab.Page.Locator(".story")).ToContainTextAsync("日期记错");
    }

    [Fact]
    public async Task what_may_be_logged_already_is_pointed_out_and_logged_when_it_is_another()
    {
        var id = await browser.Ledger.LogServiceAsync(_unit, "2023-05-04");
        await using var tab = await browser.OpenAsync($"/{_unit}/log/legal-service");
        await tab.Page.GetByLabel("发生日期").FillAsync("2023-05-04");
        await tab.Page.GetByLabel("服务类型").SelectOptionAsync("法律咨询");
        await tab.Page.GetByLabel("法律顾问", new() { Exact = true }).FillAsync("法律顾问A律师");
        await LogButton(tab).ClickAsync();
        await Expect(tab.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("可能已经登记过");
        await Expect(tab.Page.GetByRole(AriaRole.Alert).GetByRole(AriaRole.Link)).ToHaveAttributeAsync("href", $"/{_unit}/entries/{id}");
        await LogButton(tab).ClickAsync();
        await Expect(tab.Page.Locator("h1")).ToContainTextAsync("法律咨询");
        Assert.Equal(2, (await browser.Ledger.EntriesAsync(_unit)).GetProperty("total").GetInt32());
    }

    [Fact]
    public async Task twelve_monthly_meetings_are_logged_at_once()
    {
        await using var tab = await browser.OpenAsync($"/{_unit}/log/rule-of-law-meeting", phone: true);
        await tab.Page.GetByLabel("发生日期").FillAsync("2023-01-31");
        await tab.Page.GetByLabel("会议层级").SelectOptionAsync("党组会议");
        await tab.Page.GetByText("同样的事还有别的日期").ClickAsync();
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "当年每月同日" }).ClickAsync();
        await Expect(tab.Page.GetByLabel("另一个日期")).ToHaveCountAsync(11);
        await Expect(tab.Page.GetByLabel("另一个日期").First).ToHaveValueAsync("2023-02-28");
        await LogButton(tab).ClickAsync();
        await Expect(tab.Page.Locator(".row")).ToHaveCountAsync(12);
        Assert.Equal(12, await browser.Ledger.ValueAsync(_unit, 2023, "meetings"));
        Assert.Empty(tab.Complaints);
    }

    [Fact]
    public async Task an_entry_is_logged_again_like_last_time()
    {
        await browser.Ledger.LogServiceAsync(_unit, "2023-05-04");
        // The page to log on waits for nothing; the list does.
        Assert.Single((await browser.Ledger.EntriesAsync(_unit)).Ids());
        await using var tab = await browser.OpenAsync($"/{_unit}/log/legal-service");
        await tab.Page.GetByRole(AriaRole.Link, new() { Name = "照上次填" }).ClickAsync();
        await Expect(tab.Page.GetByLabel("法律顾问", new() { Exact = true })).ToHaveValueAsync("法律顾问A律师");
        await Expect(tab.Page.GetByLabel("发生日期")).Not.ToHaveValueAsync("2023-05-04");
        await LogButton(tab).ClickAsync();
        await Expect(tab.Page.Locator(".facts")).ToContainTextAsync("当天登记");
    }

    [Fact]
    public async Task what_is_half_typed_is_there_the_next_time()
    {
        await using var context = await browser.NewContextAsync();
        var first = await PagesInBrowser.OpenAsync(context, $"/{_unit}/log/law-study");
        await first.Page.GetByLabel("形式").SelectOptionAsync("党课");
        await first.Page.GetByText("更多内容").ClickAsync();
        await first.Page.Locator("[name='participants[0].group']").SelectOptionAsync("党员");
        await first.Page.GetByText("再加一行").ClickAsync();
        await first.Page.Locator("[name='participants[1].headcount']").FillAsync("7");
        await Expect(first.Page.Locator("body")).ToBeVisibleAsync();
        await first.Page.WaitForFunctionAsync("() => Object.values(localStorage).some((v) => v.includes('\"7\"'))");
        await first.DisposePageAsync();
        var second = await PagesInBrowser.OpenAsync(context, $"/{_unit}/log/law-study");
        await second.Page.GetByRole(AriaRole.Button, new() { Name = "接着填" }).ClickAsync();
        await Expect(second.Page.GetByLabel("形式")).ToHaveValueAsync("party-lecture");
        await Expect(second.Page.Locator("[name='participants[1].headcount']")).ToHaveValueAsync("7");
        await Expect(second.Page.Locator("[name='participants[1].headcount']")).ToBeVisibleAsync();
        Assert.Empty(second.Complaints);
    }

    [Fact]
    public async Task evidence_is_attached_and_looked_at()
    {
        var id = await browser.Ledger.LogServiceAsync(_unit);
        await using var tab = await browser.OpenAsync($"/{_unit}/entries/{id}");
        await tab.Page.GetByLabel("附一份材料").SetInputFilesAsync(new FilePayload { Name = "脚本.html", MimeType = "text/html", Buffer = Encoding.UTF8.GetBytes("<!doctype html><script>alert(1)</script>") });
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "上传" }).ClickAsync();
        await Expect(tab.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("不接受这种文件");
        await tab.Page.GetByLabel("附一份材料").SetInputFilesAsync(new FilePayload { Name = "记录.txt", MimeType = "text/plain", Buffer = Encoding.UTF8.GetBytes("会议记录全文") });
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "上传" }).ClickAsync();
        await tab.Page.GetByText("打开预览").ClickAsync();
        await Expect(tab.Page.FrameLocator("iframe.preview").Locator("body")).ToContainTextAsync("会议记录全文");
    }

    [Fact]
    public async Task a_zero_is_confirmed_and_taken_back()
    {
        await using var tab = await browser.OpenAsync($"/{_unit}/figures?year=2023");
        var row = tab.Page.Locator("[id='f-litigations']");
        await row.Locator("summary").ClickAsync();
        await row.GetByLabel("确认人").FillAsync("审核员乙");
        await row.GetByLabel("依据").FillAsync("全年没有案件");
        await row.GetByRole(AriaRole.Button, new() { Name = "确认为零" }).ClickAsync();
        await Expect(row.Locator(".state")).ToHaveTextAsync("零报告");
        await row.Locator("summary").ClickAsync();
        await row.GetByLabel("撤回的原因").FillAsync("又查到一件");
        await row.GetByRole(AriaRole.Button, new() { Name = "撤回零报告" }).ClickAsync();
        await Expect(row.Locator(".state")).ToHaveTextAsync("未登记");
    }

    [Fact]
    public async Task the_report_is_worded_frozen_and_read_as_it_was()
    {
        await browser.Ledger.LogServiceAsync(_unit);
        await using var tab = await browser.OpenAsync($"/{_unit}/report?year=2023");
        await tab.Page.GetByText("改写这一段").First.ClickAsync();
        await tab.Page.Locator("#prose-preamble").FillAsync("全年{% if %}");
        await tab.Page.Locator("form:has(#prose-preamble) button").ClickAsync();
        await Expect(tab.Page.Locator("#prose-preamble")).ToHaveAttributeAsync("aria-invalid", "true");
        await tab.Page.Locator("#prose-preamble").FillAsync("全年开展活动35次。");
        await tab.Page.Locator("form:has(#prose-preamble) button").ClickAsync();
        await Expect(tab.Page.Locator(".warned:has(#findings)")).ToContainTextAsync("35");
        await tab.Page.GetByRole(AriaRole.Link, new() { Name = "定稿与下载" }).ClickAsync();
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "核对并定稿" }).ClickAsync();
        await tab.Page.Locator("summary", new() { HasText = "编发文字号" }).ClickAsync();
        var (number, press) = (tab.Page.Locator("#number-documentNumber"), tab.Page.GetByRole(AriaRole.Button, new() { Name = "编发文字号" }));
        await number.FillAsync("随便写");
        await press.ClickAsync();
        await Expect(number).ToHaveAttributeAsync("aria-invalid", "true");
        await number.FillAsync("沈招商〔2024〕3号");
        await press.ClickAsync();
        await tab.Page.Locator("#number-reason").FillAsync("先编号后签发");
        await press.ClickAsync();
        await Expect(tab.Page.Locator("section[aria-labelledby=editions] > table")).ToContainTextAsync("沈招商〔2024〕3号");
        await tab.Page.GetByRole(AriaRole.Link, new() { Name = "第 1 版" }).ClickAsync();
        await Expect(tab.Page.Locator(".paper")).ToContainTextAsync("全年开展活动35次。");
        await Expect(tab.Page.GetByText("永不再变")).ToBeVisibleAsync();
        await Expect(tab.Page.Locator("form[data-api]")).ToHaveCountAsync(0);
        Assert.Empty(tab.Complaints);
    }

    private static ILocator LogButton(Tab tab) => tab.Page.GetByRole(AriaRole.Button, new() { Name = "登记", Exact = true });

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
