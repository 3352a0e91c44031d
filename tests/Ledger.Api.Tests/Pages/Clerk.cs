using Ledger.Api.Access;
using Ledger.Api.Tests.Access;
using Microsoft.Playwright;

namespace Ledger.Api.Tests.Pages;

/// <summary>Somebody who logs in a unit of their own, signed in, behind a wire that can be cut.</summary>
internal sealed class Clerk : IAsyncDisposable
{
    private Clerk(PagesInBrowser browser, Wire wire, IBrowserContext context, string unit)
    {
        Browser = browser;
        Wire = wire;
        Context = context;
        Unit = unit;
    }

    public PagesInBrowser Browser { get; }
    public Wire Wire { get; }
    public IBrowserContext Context { get; }
    public string Unit { get; }

    public static async Task<Clerk> SignInAsync(PagesInBrowser browser, bool phone = true)
    {
        await browser.StartAsync();
        var unit = await browser.Ledger.NewUnitAsync();
        var user = await People.AccountAsync(browser.Ledger.Store, new Grant(Role.Recorder, unit), new Grant(Role.Viewer, unit));
        var wire = new Wire(browser.Ledger.Client.BaseAddress!);
        var context = await browser.NewContextAsync(wire, phone, bearer: "");
        var answer = await context.APIRequest.PostAsync("/api/session", new() { DataObject = new { user, password = People.Password }, Headers = [new("Origin", wire.Address.GetLeftPart(UriPartial.Authority))] });
        Assert.True(answer.Ok, await answer.TextAsync());
        return new Clerk(browser, wire, context, unit);
    }

    public Task<Tab> OpenAsync(string path) => PagesInBrowser.OpenAsync(Context, $"/{Unit}{path}");

    /// <summary>Titles as the ledger has them.</summary>
    public async Task<List<string?>> TitlesAsync() =>
        [.. (await Browser.Ledger.EntriesAsync(Unit, "size=500")).GetProperty("items").EnumerateArray().Select(i => i.GetProperty("title").GetString())];

    /// <summary>Writes a legal service into the form that is open.</summary>
    public static async Task FillAsync(Tab tab, string title)
    {
        await tab.Page.GetByLabel("发生日期").FillAsync("2023-05-04");
        await tab.Page.GetByLabel("标题").FillAsync(title);
        await tab.Page.GetByLabel("服务类型").SelectOptionAsync("谈判");
        await tab.Page.GetByLabel("法律顾问", new() { Exact = true }).FillAsync("法律顾问A律师");
    }

    public async ValueTask DisposeAsync()
    {
        await Context.DisposeAsync();
        await Wire.DisposeAsync();
    }
}
