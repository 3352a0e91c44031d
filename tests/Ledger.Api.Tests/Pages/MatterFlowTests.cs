using Ledger.Api.Tests.Matters;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Ledger.Api.Tests.Pages;

/// <summary>What people do with matters, done in a browser.</summary>
public sealed class MatterFlowTests(PagesInBrowser browser) : IAsyncLifetime
{
    private string _unit = "";

    public async ValueTask InitializeAsync()
    {
        await browser.StartAsync();
        _unit = await browser.Ledger.NewUnitAsync();
    }

    [Fact]
    public async Task a_contract_signed_without_review_is_asked_about_by_keyboard_and_recorded_with_the_reason()
    {
        await using var tab = await browser.OpenAsync($"/{_unit}/matters?kind=contract", phone: true);
        await tab.Page.GetByRole(AriaRole.Link, new() { Name = "新立一件" }).ClickAsync();
        await tab.Page.GetByLabel("日期").First.FillAsync("2023-03-01");
        await tab.Page.GetByLabel("名称").FillAsync("办公设备采购合同");
        await tab.Page.GetByLabel("合同类型").SelectOptionAsync("采购");
        await tab.Page.GetByLabel("对方当事人").FillAsync("样例设备公司");
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "立项" }).ClickAsync();
        await Expect(tab.Page.Locator("h1")).ToHaveTextAsync("办公设备采购合同");
        await Expect(tab.Page.GetByRole(AriaRole.Link, new() { Name = "下一步：送审" })).ToBeVisibleAsync();
        await tab.Page.GetByText("其他步骤").ClickAsync();
        await tab.Page.GetByRole(AriaRole.Link, new() { Name = "签订", Exact = true }).ClickAsync();
        await tab.Page.GetByLabel("日期").First.FillAsync("2023-03-20");
        await Expect(tab.Page.GetByLabel("签订前没有合法性审查意见")).ToBeHiddenAsync();
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "登记这一步" }).PressAsync("Enter");
        // The question shows itself and has the focus: the answer is typed where one is.
        await Expect(tab.Page.GetByLabel("签订前没有合法性审查意见")).ToBeFocusedAsync();
        await tab.Page.Keyboard.TypeAsync("急需更换，事后补审");
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "登记这一步" }).PressAsync("Enter");
        await Expect(tab.Page.Locator(".facts")).ToContainTextAsync("履行中");
        await Expect(tab.Page.Locator(".answered")).ToContainTextAsync("急需更换，事后补审");
        Assert.Equal(0m, await browser.Ledger.ValueAsync(_unit, 2023, "contract-review-rate"));
        Assert.Empty(tab.Complaints);
    }

    [Fact]
    public async Task a_shortcoming_is_changed_taken_back_and_shown_in_the_list()
    {
        var id = await browser.Ledger.OpenAsync(_unit, "shortcoming", MatterVerbs.Found);
        (await browser.Ledger.StepAsync(_unit, id, "measure", new { version = 1, occurredOn = "2023-07-05", measure = "每次例会前安排一部法", due = "2023-12-31" })).Is(200);
        await using var tab = await browser.OpenAsync($"/{_unit}/matters/{id}");
        await tab.Page.GetByText("登记有误").First.ClickAsync();
        await tab.Page.GetByRole(AriaRole.Link, new() { Name = "更改这一步" }).First.ClickAsync();
        await Expect(tab.Page.GetByLabel("整改措施")).ToHaveValueAsync("每次例会前安排一部法");
        await tab.Page.GetByLabel("整改措施").FillAsync("每次例会前学一部法律");
        await tab.Page.GetByLabel("一句话说明缘由").FillAsync("措施写得不准");
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "保存更改" }).ClickAsync();
        await Expect(tab.Page.Locator(".story")).ToContainTextAsync("每次例会前学一部法律");
        await Expect(tab.Page.Locator(".story del")).ToHaveCountAsync(1);
        await tab.Page.GetByText("登记有误").First.ClickAsync();
        await tab.Page.GetByLabel("一句话说明缘由").First.FillAsync("不是这件事的措施");
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "撤销这一步" }).First.ClickAsync();
        await Expect(tab.Page.Locator(".facts")).ToContainTextAsync("已发现");
        await tab.Page.GetByRole(AriaRole.Link, new() { Name = "事项" }).ClickAsync();
        await Expect(tab.Page.GetByText("下一步：提出措施")).ToBeVisibleAsync();
        Assert.Empty(tab.Complaints);
    }

    [Fact]
    public async Task a_service_outside_every_engagement_is_asked_about_once()
    {
        await browser.Ledger.OpenAsync(_unit, "adviser-engagement", MatterVerbs.Engagement);
        await using var tab = await browser.OpenAsync($"/{_unit}/log/legal-service");
        await tab.Page.GetByLabel("发生日期").FillAsync("2023-05-04");
        await tab.Page.GetByLabel("服务类型").SelectOptionAsync("法律咨询");
        await tab.Page.GetByLabel("法律顾问").FillAsync("法律顾问A律师");
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "登记", Exact = true }).ClickAsync();
        await Expect(tab.Page.GetByLabel("聘期外服务的原因")).ToBeFocusedAsync();
        await tab.Page.Keyboard.TypeAsync("合同签订前的临时咨询");
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "登记", Exact = true }).ClickAsync();
        await Expect(tab.Page.Locator(".fields")).ToContainTextAsync("合同签订前的临时咨询");
        Assert.Empty(tab.Complaints);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
