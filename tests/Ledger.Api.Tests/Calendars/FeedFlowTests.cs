using System.Net;
using Ledger.Api.Tests.Pages;
using Microsoft.Playwright;

namespace Ledger.Api.Tests.Calendars;

/// <summary>An address for a calendar program, made and taken back on the page of deadlines.</summary>
public sealed class FeedFlowTests(PagesInBrowser browser)
{
    [Fact]
    public async Task an_address_is_made_shown_once_and_revoked()
    {
        await browser.StartAsync();
        var unit = await browser.Ledger.NewUnitAsync();
        await using var tab = await browser.OpenAsync($"/{unit}/deadlines");
        await tab.Page.GetByLabel("给谁用").FillAsync("张三的手机");
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "生成订阅地址" }).ClickAsync();
        var shown = tab.Page.Locator("#feed-address li");
        await Assertions.Expect(shown).ToContainTextAsync("calendar.ics?feed=");
        var address = await shown.InnerTextAsync();
        using var program = new HttpClient();
        Assert.Contains("BEGIN:VCALENDAR", await program.GetStringAsync(new Uri(address)), StringComparison.Ordinal);

        await tab.Page.ReloadAsync();
        await Assertions.Expect(tab.Page.GetByText("张三的手机")).ToBeVisibleAsync();
        Assert.DoesNotContain(address.Split('=')[1], await tab.Page.ContentAsync(), StringComparison.Ordinal);
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "停用 张三的手机" }).ClickAsync();
        await Assertions.Expect(tab.Page.GetByText("张三的手机")).ToHaveCountAsync(0);
        using var refused = await program.GetAsync(new Uri(address));
        Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
        Assert.Empty(tab.Complaints);
    }
}
