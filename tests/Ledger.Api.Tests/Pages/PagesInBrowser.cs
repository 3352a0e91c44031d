using Ledger.Api.Commands;
using Ledger.Api.Entries;
using Ledger.Api.Tests.Access;
using Ledger.Api.Tests.Pages;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(PagesInBrowser))]

namespace Ledger.Api.Tests.Pages;

/// <summary>A service on a real port with the sample year, and Debian's Chromium to look at it; both started when first asked for.</summary>
public sealed class PagesInBrowser : IAsyncDisposable
{
    private const string Chromium = "/usr/bin/chromium";

    private static readonly string[] Quiet =
        ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--lang=zh-CN"];

    /// <summary>A refusal by the API, a dead network, and what these tests switch off.</summary>
    private static readonly string[] NoFaultOfThePage =
        ["Failed to load resource", "error occurred when fetching the script", "Service Worker registration blocked"];

    private readonly SemaphoreSlim _once = new(1);
    private OwnLedger? _ledger;
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public OwnLedger Ledger => _ledger!;

    /// <summary>Skips the test where there is no Chromium.</summary>
    public async Task StartAsync()
    {
        Assert.SkipUnless(File.Exists(Chromium), "chromium is not installed");
        await _once.WaitAsync();
        try
        {
            if (_browser is not null)
                return;
            _ledger = new OwnLedger();
            await _ledger.InitializeAsync();
            await SeedJournal.PlantAsync(_ledger.Store, _ledger.App.Services.GetRequiredService<EvidenceStore>(), SeedCommand.SampleFolder, CancellationToken.None);
            // What a page does on a busy machine it does late; that it does it is what is asked.
            Assertions.SetDefaultExpectTimeout(20_000);
            _playwright = await Playwright.CreateAsync();
            _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = Chromium, Args = Quiet });
        }
        finally
        {
            _once.Release();
        }
    }

    /// <summary>A tab of a browser of its own; what it complains about is collected.</summary>
    /// <param name="path">Where to.</param>
    /// <param name="phone">As on a phone, not at a desk.</param>
    /// <param name="dark">The device is set to dark.</param>
    /// <param name="script">Whether scripts run.</param>
    /// <param name="bearer">A token in place of the one that holds every role; empty for somebody who has none.</param>
    /// <param name="workers">Whether service workers may be registered.</param>
    public async Task<Tab> OpenAsync(string path, bool phone = false, bool dark = false, bool script = true, string? bearer = null, bool workers = false)
    {
        var context = await NewContextAsync(null, phone, dark, script, bearer, workers);
        return await OpenAsync(context, path);
    }

    /// <summary>Another tab of the same browser.</summary>
    public static async Task<Tab> OpenAsync(IBrowserContext context, string path)
    {
        ArgumentNullException.ThrowIfNull(context);
        var page = await context.NewPageAsync();
        var tab = new Tab(page);
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning" && !NoFaultOfThePage.Any(n => message.Text.Contains(n, StringComparison.Ordinal)))
                tab.Complaints.Add(message.Text);
        };
        page.PageError += (_, error) => tab.Complaints.Add(error);
        await page.GotoAsync(path);
        return tab;
    }

    /// <summary>A browser of somebody's own, straight to the service or over a wire.</summary>
    public async Task<IBrowserContext> NewContextAsync(Wire? wire = null, bool phone = false, bool dark = false, bool script = true, string? bearer = null, bool workers = false, Uri? at = null)
    {
        await StartAsync();
        var context = await _browser!.NewContextAsync(new()
        {
            BaseURL = (at ?? wire?.Address ?? Ledger.Client.BaseAddress!).ToString(),
            ViewportSize = phone ? new() { Width = 390, Height = 844 } : new() { Width = 1280, Height = 800 },
            HasTouch = phone,
            ColorScheme = dark ? ColorScheme.Dark : ColorScheme.Light,
            JavaScriptEnabled = script,
            Locale = "zh-CN",
            // It fetches forty pages for the time without network: only where that is what is tested.
            ServiceWorkers = wire is null && !workers ? ServiceWorkerPolicy.Block : ServiceWorkerPolicy.Allow,
            ExtraHTTPHeaders = bearer is "" ? [] : [new("Authorization", bearer is null ? Ledger.Client.DefaultRequestHeaders.Authorization!.ToString() : $"Bearer {bearer}")],
        });
        context.SetDefaultTimeout(15_000);
        return context;
    }

    /// <summary>Somebody who has just signed in, by the page that is there for it.</summary>
    public async Task<Tab> SignedInAsync(string user, string path)
    {
        var tab = await OpenAsync($"/sign_in?to={Uri.EscapeDataString(path)}", bearer: "");
        await tab.Page.GetByLabel("用户名").FillAsync(user);
        await tab.Page.GetByLabel("口令", new() { Exact = true }).FillAsync(People.Password);
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "登录" }).ClickAsync();
        await tab.Page.WaitForURLAsync(url => !url.Contains("/sign_in", StringComparison.Ordinal));
        return tab;
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
            await _browser.DisposeAsync();
        _playwright?.Dispose();
        if (_ledger is not null)
            await _ledger.DisposeAsync();
        _once.Dispose();
    }
}

public sealed record Tab(IPage Page) : IAsyncDisposable
{
    public List<string> Complaints { get; } = [];

    /// <summary>This tab alone; the others of its browser stay.</summary>
    public Task DisposePageAsync() => Page.CloseAsync();

    public async ValueTask DisposeAsync() => await Page.Context.DisposeAsync();
}
