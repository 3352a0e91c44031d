using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Ledger.Api.Tests.Pages;

/// <summary>Without network one logs on, and what was logged arrives once.</summary>
public sealed class OfflineTests(PagesInBrowser browser)
{
    [Fact]
    public async Task an_open_form_logs_on_without_network_says_what_waits_and_sends_it_once()
    {
        await using var clerk = await Clerk.SignInAsync(browser);
        await using var tab = await clerk.OpenAsync("/log/legal-service");
        clerk.Wire.Set(WireState.Cut);
        foreach (var title in new[] { "第一件事", "第二件事" })
        {
            await Clerk.FillAsync(tab, title);
            await Log(tab).ClickAsync();
            await Expect(tab.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("已存在这台设备上");
            await Expect(tab.Page.GetByLabel("标题")).ToHaveValueAsync("");
        }

        await Expect(Badge(tab)).ToHaveTextAsync("待发送 2");
        clerk.Wire.Set(WireState.Whole);
        await tab.Page.GotoAsync($"/{clerk.Unit}");
        await Expect(tab.Page.GetByRole(AriaRole.Status)).ToContainTextAsync("已发送 2 条");
        await Expect(Badge(tab)).ToBeHiddenAsync();
        Assert.Equal(["第一件事", "第二件事"], (await clerk.TitlesAsync()).Order(StringComparer.Ordinal));
        Assert.Empty(tab.Complaints);
    }

    [Fact]
    public async Task pages_open_without_network_once_the_home_page_was_seen()
    {
        await using var clerk = await Clerk.SignInAsync(browser);
        await using var tab = await clerk.OpenAsync("");
        await PagesAreKeptAsync(tab);
        clerk.Wire.Set(WireState.Cut);
        await tab.Page.GotoAsync($"/{clerk.Unit}/log/legal-service");
        await Clerk.FillAsync(tab, "没有网络的一天");
        await Log(tab).ClickAsync();
        await Expect(tab.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("已存在这台设备上");
        await tab.Page.GetByRole(AriaRole.Link, new() { Name = "待发送的登记" }).ClickAsync();
        await Expect(tab.Page.Locator("[data-wishes] li")).ToContainTextAsync("没有网络的一天");
        await tab.Page.GotoAsync($"/{clerk.Unit}/figures");
        await Expect(tab.Page.Locator("h1")).ToHaveTextAsync("待发送");
        clerk.Wire.Set(WireState.Whole);
        await tab.Page.GotoAsync($"/{clerk.Unit}/waiting");
        await Expect(tab.Page.Locator("[data-none]")).ToBeVisibleAsync();
        Assert.Equal(["没有网络的一天"], await clerk.TitlesAsync());
    }

    [Fact]
    public async Task a_device_that_keeps_no_pages_says_that_the_network_is_away_and_can_try_again()
    {
        await using var clerk = await Clerk.SignInAsync(browser);
        await using var tab = await clerk.OpenAsync("");
        await PagesAreKeptAsync(tab);
        await tab.Page.EvaluateAsync("caches.delete('pages')");
        clerk.Wire.Set(WireState.Cut);
        var answer = await tab.Page.GotoAsync($"/{clerk.Unit}/figures");
        Assert.Equal(503, answer!.Status);
        await Expect(tab.Page.Locator("h1")).ToHaveTextAsync("网络不通");
        Assert.NotEqual(0, await tab.Page.EvaluateAsync<int>("document.styleSheets[0].cssRules.length"));
        clerk.Wire.Set(WireState.Whole);
        await tab.Page.GetByRole(AriaRole.Link, new() { Name = "再试一次" }).ClickAsync();
        await Expect(tab.Page.Locator("h1")).ToContainTextAsync("年指标");
    }

    [Fact]
    public async Task a_sentence_said_without_network_waits_to_be_checked_and_logs_nothing_by_itself()
    {
        await using var clerk = await Clerk.SignInAsync(browser);
        await using var tab = await clerk.OpenAsync("");
        await PagesAreKeptAsync(tab);
        clerk.Wire.Set(WireState.Cut);
        await tab.Page.GetByLabel("一句话说说做了什么").FillAsync("2023年5月4日法律顾问李律师审查招商合同1份");
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "填好表，我来核对" }).ClickAsync();
        await Expect(tab.Page.GetByRole(AriaRole.Status)).ToContainTextAsync("这句话已存在这台设备上");
        clerk.Wire.Set(WireState.Whole);
        await tab.Page.GotoAsync($"/{clerk.Unit}/waiting");
        Assert.Empty(await clerk.TitlesAsync());
        await tab.Page.GetByRole(AriaRole.Link, new() { Name = "打开核对" }).ClickAsync();
        await Expect(tab.Page.GetByLabel("发生日期")).ToHaveValueAsync("2023-05-04");
        await Log(tab).ClickAsync();
        await Expect(tab.Page.Locator("h1")).ToContainTextAsync("招商合同");
        await Expect(Badge(tab)).ToBeHiddenAsync();
    }

    [Fact]
    public async Task an_answer_that_was_lost_doubles_nothing_even_when_the_server_has_forgotten_it()
    {
        await using var clerk = await Clerk.SignInAsync(browser);
        await using var tab = await clerk.OpenAsync("/log/legal-service");
        await Clerk.FillAsync(tab, "答复丢了");
        // The check before logging comes through, the answer to the logging does not.
        await tab.Page.RouteAsync("**/entries/legal-service", async route =>
        {
            clerk.Wire.Set(WireState.AnswersLost);
            await route.ContinueAsync();
        });
        await Log(tab).ClickAsync();
        await Expect(tab.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("已存在这台设备上");
        Assert.Equal(["答复丢了"], await clerk.TitlesAsync());
        await browser.Ledger.ScalarAsync<object>("delete from wolverine.wolverine_deduplicated_responses");
        await tab.Page.UnrouteAllAsync();
        clerk.Wire.Set(WireState.Whole);
        await tab.Page.GotoAsync($"/{clerk.Unit}/waiting");
        await Expect(tab.Page.Locator("[data-none]")).ToBeVisibleAsync();
        await Expect(Badge(tab)).ToBeHiddenAsync();
        Assert.Equal(["答复丢了"], await clerk.TitlesAsync());
    }

    [Fact]
    public async Task photos_taken_without_network_arrive_with_their_entry()
    {
        await using var clerk = await Clerk.SignInAsync(browser);
        await using var tab = await clerk.OpenAsync("/log/legal-service");
        clerk.Wire.Set(WireState.Cut);
        await Clerk.FillAsync(tab, "带材料的一件");
        await tab.Page.GetByText("附照片、签到表等材料").ClickAsync();
        await tab.Page.GetByLabel("选文件").SetInputFilesAsync([Text("签到.txt", "到会十二人"), Text("纪要.txt", "会议纪要全文")]);
        await Log(tab).ClickAsync();
        await Expect(tab.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("已存在这台设备上");
        clerk.Wire.Set(WireState.Whole);
        await tab.Page.GotoAsync($"/{clerk.Unit}/waiting");
        await Expect(tab.Page.Locator("[data-none]")).ToBeVisibleAsync();
        var list = await browser.Ledger.EntriesAsync(clerk.Unit);
        var entry = await browser.Ledger.EntryAsync(clerk.Unit, Assert.Single(list.Ids()));
        Assert.Equal(["签到.txt", "纪要.txt"], entry.GetProperty("evidence").EnumerateArray().Select(e => e.GetProperty("fileName").GetString()));
    }

    [Fact]
    public async Task what_the_server_refuses_later_waits_with_its_reason_and_can_be_mended()
    {
        await using var clerk = await Clerk.SignInAsync(browser);
        await using var tab = await clerk.OpenAsync("/log/law-study");
        clerk.Wire.Set(WireState.Cut);
        await tab.Page.GetByLabel("发生日期").FillAsync("2023-05-04");
        await tab.Page.GetByLabel("形式").SelectOptionAsync("党课");
        await tab.Page.GetByLabel("应到").FillAsync("5");
        await tab.Page.GetByLabel("实到").FillAsync("9");
        await Log(tab).ClickAsync();
        await Expect(tab.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("已存在这台设备上");
        clerk.Wire.Set(WireState.Whole);
        await tab.Page.GotoAsync($"/{clerk.Unit}/waiting");
        await Expect(tab.Page.Locator("[data-wishes] .error")).ToContainTextAsync("需要更正");
        await tab.Page.GetByRole(AriaRole.Link, new() { Name = "打开更正" }).ClickAsync();
        await Expect(tab.Page.GetByLabel("实到")).ToHaveAttributeAsync("aria-invalid", "true");
        await Expect(tab.Page.GetByLabel("应到")).ToHaveValueAsync("5");
        await tab.Page.GetByLabel("实到").FillAsync("4");
        await Log(tab).ClickAsync();
        await Expect(tab.Page.Locator(".fields")).ToContainTextAsync("党课");
        await Expect(Badge(tab)).ToBeHiddenAsync();
        Assert.Single(await clerk.TitlesAsync());
    }

    [Fact]
    public async Task without_network_what_the_browser_can_see_is_wrong_is_said_at_once()
    {
        await using var clerk = await Clerk.SignInAsync(browser);
        await using var tab = await clerk.OpenAsync("/log/legal-service");
        clerk.Wire.Set(WireState.Cut);
        await Log(tab).ClickAsync();
        await Expect(tab.Page.GetByLabel("服务类型")).ToHaveAttributeAsync("aria-invalid", "true");
        await Expect(Badge(tab)).ToBeHiddenAsync();
    }

    /// <summary>Random days of a bad network: cut, lost answers, double clicks, closed and second tabs. The seed is in the name.</summary>
    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task whatever_happens_nothing_acknowledged_is_lost_and_nothing_is_doubled(int seed)
    {
        const int Scripts = 25;
        var random = new Random(seed);
        await using var clerk = await Clerk.SignInAsync(browser);
        var (said, pressed) = (new List<string>(), new List<string>());
        var tab = await clerk.OpenAsync("/log/legal-service");
        for (var script = 1; script <= Scripts; script++)
        {
            for (var step = random.Next(1, 4); step > 0; step--)
            {
                clerk.Wire.Set(random.Next(4) switch { 0 => WireState.Whole, 1 => WireState.AnswersLost, _ => WireState.Cut });
                var title = $"第{script}次第{step}步";
                pressed.Add(title);
                await PressAsync(tab, title, times: random.Next(3) == 0 ? 2 : 1);
                if (random.Next(5) == 0)
                {
                    // Closed while it is still being sent, perhaps before it was kept.
                    await tab.DisposePageAsync();
                    clerk.Wire.Set(WireState.Whole);
                    tab = await clerk.OpenAsync("/log/legal-service");
                    continue;
                }

                var formIsBack = await KeptAsync(tab);
                said.Add(title);
                if (formIsBack)
                    continue;
                clerk.Wire.Set(WireState.Whole);
                await tab.Page.GotoAsync($"/{clerk.Unit}/log/legal-service");
            }

            clerk.Wire.Set(WireState.Whole);
            if (random.Next(3) == 0)
            {
                var second = await clerk.OpenAsync("/waiting");
                await tab.Page.EvaluateAsync("dispatchEvent(new Event('online'))");
                await Expect(second.Page.Locator("[data-none]")).ToBeVisibleAsync();
                await second.DisposePageAsync();
            }
        }

        await tab.Page.GotoAsync($"/{clerk.Unit}/waiting");
        await Expect(tab.Page.Locator("[data-none]")).ToBeVisibleAsync();
        var there = await clerk.TitlesAsync();
        Assert.Empty(there.GroupBy(t => t).Where(g => g.Count() > 1).Select(g => g.Key));
        Assert.Empty(said.Except(there));
        Assert.Empty(there.Except(pressed));
        Assert.NotEmpty(said);
    }

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 8)];

    /// <summary>Waits until the page says that the entry is kept here or logged; whether the form is there for the next one.</summary>
    private static async Task<bool> KeptAsync(Tab tab)
    {
        var kept = tab.Page.GetByRole(AriaRole.Alert).Filter(new() { HasText = "已存在这台设备上" });
        await Expect(kept.Or(tab.Page.Locator(".facts .state")).First).ToBeVisibleAsync();
        return await kept.IsVisibleAsync();
    }

    /// <summary>Fills the form in and presses its button, within one turn of the page.</summary>
    private static async Task PressAsync(Tab tab, string title, int times) => await tab.Page.EvaluateAsync(
        """
        ([title, times]) => {
          const form = document.querySelector("form[data-kind]");
          const fields = { occurredOn: "2023-05-04", title, service: "negotiation", adviser: "法律顾问A律师" };
          for (const name in fields) form.querySelector(`[name="${name}"]`).value = fields[name];
          for (let i = 0; i < times; i++) form.requestSubmit(form.querySelector("button.main"));
        }
        """,
        new object[] { title, times });

    private static async Task PagesAreKeptAsync(Tab tab)
    {
        for (var i = 0; i < 200 && !await tab.Page.EvaluateAsync<bool>("async () => (await (await caches.open('pages')).match('/stamp')) !== undefined"); i++)
            await Task.Delay(50);
        Assert.True(await tab.Page.EvaluateAsync<bool>("async () => (await (await caches.open('pages')).match('/stamp')) !== undefined"));
    }

    private static ILocator Log(Tab tab) => tab.Page.GetByRole(AriaRole.Button, new() { Name = "登记", Exact = true });

    private static ILocator Badge(Tab tab) => tab.Page.Locator("[data-waiting]");

    private static FilePayload Text(string name, string text) => new() { Name = name, MimeType = "text/plain", Buffer = System.Text.Encoding.UTF8.GetBytes(text) };
}
