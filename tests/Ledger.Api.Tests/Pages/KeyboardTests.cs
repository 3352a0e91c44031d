using Ledger.Api.Tests.Reports;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Ledger.Api.Tests.Pages;

/// <summary>The pages as somebody goes through them who has no mouse, and how few presses a sentence takes.</summary>
public sealed class KeyboardTests(PagesInBrowser browser) : IAsyncLifetime
{
    private const string Sentence = "2023年5月4日下午法律顾问A律师审查招商合同1份";

    // A field of a date has stops of its own inside, which are all the same to the page.
    /// <summary>What can be worked with and is to be seen, in the order of the page; the others of a group of radio buttons are reached by arrows.</summary>
    private const string Reachable = """
        [...document.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea, summary, iframe, [tabindex="0"]')]
            .filter(e => !e.disabled && e.checkVisibility({ visibilityProperty: true }) && !e.closest('details:not([open]) > :not(summary)'))
        """;

    private string _unit = "";

    public async ValueTask InitializeAsync()
    {
        await browser.StartAsync();
        _unit = await browser.Ledger.NewUnitAsync();
    }

    [Fact]
    public async Task a_legal_service_takes_a_sentence_and_two_presses_of_enter()
    {
        await using var tab = await browser.OpenAsync($"/{_unit}");
        await Expect(tab.Page.GetByLabel("一句话说说做了什么")).ToBeFocusedAsync();
        await tab.Page.Keyboard.TypeAsync(Sentence);
        await tab.Page.Keyboard.PressAsync("Enter");
        await Expect(tab.Page.GetByLabel("发生日期")).ToBeFocusedAsync();
        Assert.Equal(0, (await browser.Ledger.EntriesAsync(_unit)).GetProperty("total").GetInt32());
        await tab.Page.Keyboard.PressAsync("Enter");
        await Expect(tab.Page.Locator("h1")).ToContainTextAsync("审查招商合同");
        await Expect(tab.Page.Locator(".fields").First).ToContainTextAsync("合同审查");
        Assert.Equal(1, (await browser.Ledger.EntriesAsync(_unit)).GetProperty("total").GetInt32());
        Assert.Empty(tab.Complaints);
    }

    [Fact]
    public async Task on_a_phone_it_takes_a_sentence_and_three_taps()
    {
        await using var tab = await browser.OpenAsync($"/{_unit}", phone: true);
        await tab.Page.GetByLabel("一句话说说做了什么").ClickAsync();
        await tab.Page.Keyboard.InsertTextAsync(Sentence);
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "填好表，我来核对" }).ClickAsync();
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "登记", Exact = true }).ClickAsync();
        await Expect(tab.Page.Locator("h1")).ToContainTextAsync("审查招商合同");
        await Expect(tab.Page.Locator(".fields").First).ToContainTextAsync("合同审查");
    }

    [Fact]
    public async Task the_enter_that_ends_a_composed_word_sends_nothing()
    {
        await using var tab = await browser.OpenAsync($"/{_unit}");
        await tab.Page.GetByLabel("一句话说说做了什么").FillAsync("今天开会");
        await tab.Page.EvaluateAsync("document.querySelector('#sentence').dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true, cancelable: true }))");
        await tab.Page.Keyboard.PressAsync("Shift+Enter");
        await Expect(tab.Page.GetByLabel("一句话说说做了什么")).ToHaveValueAsync("今天开会\n");
        Assert.EndsWith($"/{_unit}", tab.Page.Url, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("?year=2023")]
    [InlineData("/entries?year=2023&size=5")]
    [InlineData("/entries/{entry}")]
    [InlineData("/figures?year=2023")]
    [InlineData("/report?year=2023&view=editions")]
    [InlineData("/import?kind=law-outreach")]
    [InlineData("/log/law-outreach")]
    [InlineData("/verification")]
    public async Task tab_reaches_everything_in_the_order_of_the_page_and_shows_where_it_is(string path)
    {
        var entry = (await browser.Ledger.EntriesAsync(SampleYear.Unit, "year=2023&size=1")).Ids()[0];
        // From the top, wherever the page would have put the cursor.
        await using var tab = await browser.OpenAsync($"/{SampleYear.Unit}{path.Replace("{entry}", $"{entry}", StringComparison.Ordinal)}#top");
        await tab.Page.EvaluateAsync($"window.stops = {Reachable}; window.met = []; window.hidden = []; window.scrollTo(0, 0)");
        var stops = await tab.Page.EvaluateAsync<int>("stops.length");
        for (var i = 0; i < (stops * 4) + 5; i++)
        {
            await tab.Page.Keyboard.PressAsync("Tab");
            var done = await tab.Page.EvaluateAsync<bool>("""
                () => {
                    const at = document.activeElement;
                    if (at === met[met.length - 1]) return false;
                    if (at === document.body || met.includes(at)) return true;
                    met.push(at);
                    const style = getComputedStyle(at);
                    const box = at.getClientRects()[0];
                    // Of a tall field the browser scrolls the caret into view, not its middle.
                    const top = document.elementFromPoint(box.left + Math.min(box.width / 2, 20), Math.min(box.top + box.height / 2, innerHeight - 2));
                    if (style.outlineStyle === 'none' || parseFloat(style.outlineWidth) < 2 || !(top && (at.contains(top) || top.contains(at)))) hidden.push(`${at.outerHTML.slice(0, 120)} under ${top?.outerHTML.slice(0, 80)} at ${box.left} ${box.top} ${box.width} ${box.height} ${style.outlineStyle} ${style.outlineWidth}`);
                    return false;
                }
                """);
            if (done)
                break;
        }

        Assert.Empty(await tab.Page.EvaluateAsync<string[]>("stops.filter(s => !met.includes(s)).map(s => s.outerHTML.slice(0, 120))"));
        var hidden = await tab.Page.EvaluateAsync<string[]>("hidden");
        Assert.True(hidden.Length == 0, string.Join('\n', hidden));
        Assert.True(await tab.Page.EvaluateAsync<bool>("met.filter(m => stops.includes(m)).every((m, i, all) => i === 0 || (all[i - 1].compareDocumentPosition(m) & Node.DOCUMENT_POSITION_FOLLOWING))"));
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
