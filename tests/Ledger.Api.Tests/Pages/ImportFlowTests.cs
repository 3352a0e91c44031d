using System.Text;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Ledger.Api.Tests.Pages;

/// <summary>A paper ledger brought in by hand: on a phone and at a desk, with and without script.</summary>
public sealed class ImportFlowTests(PagesInBrowser browser) : IAsyncLifetime
{
    private const string Head = "发生日期,标题,场所,发放资料（份）\r\n";

    private string _unit = "";

    public async ValueTask InitializeAsync()
    {
        await browser.StartAsync();
        _unit = await browser.Ledger.NewUnitAsync();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task a_table_is_mended_looked_at_and_logged_once(bool phone)
    {
        await using var tab = await browser.OpenAsync($"/{_unit}/entries", phone);
        await tab.Page.GetByRole(AriaRole.Link, new() { Name = "从表格导入" }).ClickAsync();
        await tab.Page.GetByRole(AriaRole.Link, new() { Name = "普法宣传" }).First.ClickAsync();
        await ChooseAsync(tab, "2023-05-03,五月宣传,乡村,约三百\r\n2023-06-04,六月宣传,乡村,200\r\n");
        await Expect(tab.Page.Locator("#preview")).ToContainTextAsync("第2行 D列 发放资料：不是数字（约三百）");
        await Expect(tab.Page.GetByRole(AriaRole.Button, new() { Name = "确认登记" })).ToHaveCountAsync(0);
        await LooksAsync(tab, $"import-faulty-{(phone ? "phone" : "desk")}");

        const string mended = "2023-05-03,五月宣传,乡村,约300\r\n2023-06-04,六月宣传,乡村,200\r\n";
        await ChooseAsync(tab, mended);
        await Expect(tab.Page.Locator("#preview .counts")).ToContainTextAsync("2 行 可导入");
        await LooksAsync(tab, $"import-ready-{(phone ? "phone" : "desk")}");
        // The file goes along: nobody chooses it twice.
        await Expect(tab.Page.GetByLabel("同一个文件，请再选一次")).ToBeHiddenAsync();
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "确认登记这 2 行" }).ClickAsync();
        await Expect(tab.Page.GetByRole(AriaRole.Status)).ToContainTextAsync("已登记 2 项");
        Assert.Equal(500, await browser.Ledger.ValueAsync(_unit, 2023, "law-outreach-leaflets"));

        await ChooseAsync(tab, mended);
        await Expect(tab.Page.Locator("#preview")).ToContainTextAsync("没有要登记的新内容");
        Assert.Empty(tab.Complaints);
    }

    [Fact]
    public async Task what_looks_like_an_entry_is_decided_by_people_and_works_without_script()
    {
        await browser.Ledger.LogAsync(_unit, "law-outreach", new { occurredOn = "2023-05-03", scene = "village", title = "李庄村普法宣传活动" });
        await using var tab = await browser.OpenAsync($"/{_unit}/import?kind=law-outreach", script: false);
        const string rows = "2023-05-03,李庄村普法宣传活动,乡村,300\r\n";
        await ChooseAsync(tab, rows);
        await Expect(tab.Page.Locator("#preview")).ToContainTextAsync("像是 李庄村普法宣传活动");
        await tab.Page.GetByLabel("疑似重复的行").SelectOptionAsync("照样登记");
        await tab.Page.GetByLabel("同一个文件，请再选一次").SetInputFilesAsync(Table(rows));
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "确认登记" }).ClickAsync();
        await Expect(tab.Page.GetByRole(AriaRole.Status)).ToContainTextAsync("已登记 1 项");
    }

    [Fact]
    public async Task a_file_that_is_no_table_is_refused_in_place()
    {
        await using var tab = await browser.OpenAsync($"/{_unit}/import?kind=law-outreach");
        await tab.Page.GetByLabel("表格文件").SetInputFilesAsync(new FilePayload { Name = "照片.xlsx", MimeType = "image/png", Buffer = [0x89, 0x50, 0x4E, 0x47, 0, 1] });
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "预览" }).ClickAsync();
        await Expect(tab.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("这不是 .xlsx 或 .csv 表格文件");
    }

    [Fact]
    public async Task a_filtered_list_is_exported_as_it_is_filtered()
    {
        await browser.Ledger.LogServiceAsync(_unit);
        await browser.Ledger.LogServiceAsync(_unit, "2023-08-01");
        await using var tab = await browser.OpenAsync($"/{_unit}/entries?year=2023&from=2023-07-01&kind=legal-service");
        var download = await tab.Page.RunAndWaitForDownloadAsync(() => tab.Page.GetByRole(AriaRole.Link, new() { Name = "CSV" }).ClickAsync());
        Assert.EndsWith("2023年法律顾问服务.csv", download.SuggestedFilename, StringComparison.Ordinal);
        Assert.Contains("【表尾】行数：1", await File.ReadAllTextAsync(await download.PathAsync()), StringComparison.Ordinal);
    }

    private static async Task ChooseAsync(Tab tab, string rows)
    {
        await tab.Page.GetByLabel("表格文件").SetInputFilesAsync(Table(rows));
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "预览" }).ClickAsync();
    }

    private static FilePayload Table(string rows) => new() { Name = "台账.csv", MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes(Head + rows) };

    /// <summary>Nothing wrong for those who cannot see it well, nothing sticking out.</summary>
    private static async Task LooksAsync(Tab tab, string name)
    {
        if (Environment.GetEnvironmentVariable("SHOTS") is { } folder)
            await tab.Page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name}.png"), FullPage = true });
        var found = await tab.Page.RunAxe();
        Assert.True(found.Violations.Length == 0, string.Join("; ", found.Violations.Select(v => $"{v.Id}: {v.Nodes[0].Html}")));
        Assert.Equal(await tab.Page.EvaluateAsync<int>("document.documentElement.clientWidth"), await tab.Page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
