using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Ledger.Api.Tests.Reports;
using Microsoft.Playwright;

namespace Ledger.Api.Tests.Pages;

/// <summary>Every page as a browser shows it: nothing wrong for those who cannot see it well, nothing sticking out, nothing blocked.</summary>
public sealed class LooksTests(PagesInBrowser browser)
{
    public static TheoryData<string> Pages =>
        [.. EveryPageTests.Pages.Select(p => p.Data).Where(p => !p.Contains("view=pdf", StringComparison.Ordinal)), "/", "/no-such-unit", "first entry", "its correction"];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task axe_finds_nothing_light_or_dark_and_nothing_sticks_out_of_a_phone_in_large_type(string url)
    {
        await using var tab = await browser.OpenAsync(await AddressAsync(url));
        await UnfoldAsync(tab);
        AssertNone("desktop, light", await tab.Page.RunAxe());
        // The same page again, in the dark, narrow and large: what that changes is how it looks.
        await tab.Page.Context.AddCookiesAsync([new() { Name = "type", Value = "large", Url = browser.Ledger.Client.BaseAddress!.ToString() }]);
        await tab.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        await tab.Page.SetViewportSizeAsync(390, 844);
        await tab.Page.ReloadAsync();
        Assert.Equal("large", await tab.Page.Locator("html").GetAttributeAsync("data-type"));
        var wide = await tab.Page.EvaluateAsync<string[]>("[...document.querySelectorAll('main *')].filter((e) => e.getBoundingClientRect().right > innerWidth + 1 && !e.closest('.heard')).map((e) => e.outerHTML.slice(0, 120))");
        Assert.True(await tab.Page.EvaluateAsync<int>("document.documentElement.scrollWidth") is >= 1 and <= 390, string.Join('\n', wide));
        await UnfoldAsync(tab);
        AssertNone("phone, dark", await tab.Page.RunAxe(new AxeRunOptions { RunOnly = RunOnlyOptions.Rules("color-contrast", "scrollable-region-focusable", "link-in-text-block") }));
        Assert.Empty(tab.Complaints);

        void AssertNone(string look, AxeResult found) =>
            Assert.True(found.Violations.Length == 0, $"{url} {look}: " + string.Join("; ", found.Violations.Select(v => $"{v.Id}: {v.Nodes[0].Html}")));
    }

    [Fact]
    public async Task pages_are_read_without_script_and_the_first_tab_leads_past_the_navigation()
    {
        await using var tab = await browser.OpenAsync($"/{SampleYear.Unit}/figures?year=2023", script: false);
        await tab.Page.Keyboard.PressAsync("Tab");
        await tab.Page.Keyboard.PressAsync("Enter");
        // The address follows the key press, but not at once on a busy machine.
        await tab.Page.WaitForURLAsync("**/figures?year=2023#main");
        await tab.Page.GetByText("20次").ClickAsync();
        await Assertions.Expect(tab.Page.Locator(".row")).ToHaveCountAsync(20);
        await tab.Page.GetByText("大字版").ClickAsync();
        await Assertions.Expect(tab.Page.Locator("html")).ToHaveAttributeAsync("data-type", "large");
        await tab.Page.GetByText("English").ClickAsync();
        await Assertions.Expect(tab.Page.Locator("h1")).ToHaveTextAsync("Legal services");
    }

    [Fact]
    public async Task the_scripts_of_a_page_are_small()
    {
        await using var tab = await browser.OpenAsync($"/{SampleYear.Unit}/log/law-outreach");
        await tab.Page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        var bytes = await tab.Page.EvaluateAsync<int>("() => performance.getEntriesByType('resource').filter((r) => r.name.includes('.js')).reduce((sum, r) => sum + r.transferSize, 0)");
        Assert.InRange(bytes, 1, 150_000);
    }

    /// <summary>What is folded away is looked at as well; not into previews, where no script may look.</summary>
    private static async Task UnfoldAsync(Tab tab) => await tab.Page.EvaluateAsync("document.querySelectorAll('details:not(#evidence details)').forEach(d => { d.open = true })");

    private async Task<string> AddressAsync(string url)
    {
        await browser.StartAsync();
        if (url[0] == '/')
            return url;
        var list = await browser.Ledger.EntriesAsync(SampleYear.Unit, "year=2023&size=1");
        return $"/{SampleYear.Unit}/entries/{list.Ids()[0]}{(url == "first entry" ? "" : "/correct")}";
    }
}
