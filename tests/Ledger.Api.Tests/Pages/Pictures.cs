using System.Diagnostics;
using Ledger.Api.Access;
using Ledger.Api.Tests.Reports;
using Microsoft.Playwright;
using Role = Ledger.Api.Access.Role;

namespace Ledger.Api.Tests.Pages;

/// <summary>Takes the pictures of the README and the guide anew, of the sample year. Run by dev/pictures.sh; no test otherwise.</summary>
public sealed class Pictures(PagesInBrowser browser)
{
    private const string Unit = SampleYear.Unit;

    private static string Folder => Environment.GetEnvironmentVariable("LEDGER_PICTURES") ?? throw new InvalidOperationException("LEDGER_PICTURES names no folder");

    [Fact(Explicit = true)]
    public async Task are_taken_of_every_page()
    {
        var sentence = Uri.EscapeDataString("2023年9月12日到李庄村送法下乡，发资料300余份，60多人参加");
        await TakeAsync("home-phone", $"/{Unit}?year=2023", phone: true);
        await TakeAsync("home", $"/{Unit}?year=2023");
        await TakeAsync("log-phone", $"/{Unit}/log?s={sentence}", phone: true);
        await TakeAsync("log-english", $"/{Unit}/log?s={sentence}", language: "en");
        await TakeAsync("entries-phone", $"/{Unit}/entries?year=2023", phone: true);
        await TakeAsync("entries", $"/{Unit}/entries?year=2023");
        await TakeAsync("calendar", $"/{Unit}/entries?year=2023&view=calendar");
        await TakeAsync("timeline", $"/{Unit}/entries?year=2023&view=timeline");
        await TakeAsync("month", $"/{Unit}/entries?year=2023&view=month&month=5");
        await TakeAsync("figures", $"/{Unit}/figures?year=2023");
        await TakeAsync("figures-phone-dark", $"/{Unit}/figures?year=2023", phone: true, dark: true);
        await TakeAsync("report", $"/{Unit}/report?year=2023");
        await TakeAsync("report-phone", $"/{Unit}/report?year=2023", phone: true);
        await TakeAsync("verification-phone", $"/{Unit}/verification", phone: true);
        await TakeAsync("waiting-phone", $"/{Unit}/waiting", phone: true);
        await TakeAsync("home-phone-large", $"/{Unit}?year=2023", phone: true, large: true);
        await TakeAsync("home-dark", $"/{Unit}?year=2023", dark: true);
        var list = await browser.Ledger.EntriesAsync(Unit, "year=2023&kind=legal-service&size=1");
        await TakeAsync("entry", $"/{Unit}/entries/{list.Ids()[0]}");
        await TakeAsync("entry-phone", $"/{Unit}/entries/{list.Ids()[0]}", phone: true);
        await TakeAsync("correct-phone", $"/{Unit}/entries/{list.Ids()[0]}/correct", phone: true);
        await TakeAsync("verification", $"/{Unit}/verification");
        await TakeAsync("import", $"/{Unit}/import?kind=law-outreach");
        await TakeAsync("sign-in-phone", "/sign_in", phone: true);
    }

    [Fact(Explicit = true)]
    public async Task are_taken_of_the_administrators_pages()
    {
        await browser.StartAsync();
        foreach (var (name, role, path) in new[]
        {
            ("accounts", Role.SystemAdmin, "/all_accounts"), ("account", Role.SecurityAdmin, "/all_accounts/zhangsan"), ("tokens", Role.SecurityAdmin, "/api_tokens"), ("audit-log", Role.AuditAdmin, "/audit_log"),
        })
        {
            var office = name == "accounts" ? await InventedAsync("admin", "系统管理员", new Grant(role)) : await InventedAsync($"{name}-admin", role == Role.AuditAdmin ? "审计员" : "安全员", new Grant(role));
            await InventedAsync("zhangsan", "张三", new Grant(Role.Recorder, Unit));
            await using var tab = await browser.SignedInAsync(office, path);
            await tab.Page.ScreenshotAsync(new() { Path = Path.Combine(Folder, $"{name}.png") });
            if (Environment.GetEnvironmentVariable("LEDGER_PICTURES_ALL") is null)
                continue;
            await tab.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
            await tab.Page.SetViewportSizeAsync(390, 844);
            await tab.Page.ScreenshotAsync(new() { Path = Path.Combine(Folder, $"all-{name}-phone-dark.png"), FullPage = true });
        }
    }

    private async Task<string> InventedAsync(string user, string name, Grant grant)
    {
        await using var session = browser.Ledger.Store.LightweightSession();
        if (await session.LoadAsync<Account>(user) is not null)
            return user;
        var account = new Account { Id = user, Name = name, Grants = [grant] };
        account.SetPassword(Access.People.Password);
        session.Insert(account);
        await session.SaveChangesAsync();
        return user;
    }

    /// <summary>For a look at everything at once: whole pages, on phone and desk, light and dark, into a folder beside the others.</summary>
    [Fact(Explicit = true)]
    public async Task are_taken_of_every_page_in_every_look()
    {
        if (Environment.GetEnvironmentVariable("LEDGER_PICTURES_ALL") is null)
            return;
        await browser.StartAsync();
        var entry = (await browser.Ledger.EntriesAsync(Unit, "year=2023&kind=legal-service&size=1")).Ids()[0];
        string[] pages =
        [
            .. EveryPageTests.Pages.Select(p => p.Data), $"/{Unit}/log?s=%E4%BB%8A%E5%A4%A9%E5%BC%80%E4%BC%9A", $"/{Unit}/entries/{entry}", $"/{Unit}/entries/{entry}/correct", $"/{Unit}/waiting",
            "/sign_in", "/", "/no-such-unit",
        ];
        foreach (var (number, page) in pages.Index())
        {
            foreach (var (look, phone, dark) in new[] { ("desk", false, false), ("desk-dark", false, true), ("phone", true, false), ("phone-dark", true, true) })
                await TakeAsync($"all-{number:00}-{look}", page, phone, dark, whole: true);
        }
    }

    [Fact(Explicit = true)]
    public async Task are_taken_of_the_report()
    {
        await browser.StartAsync();
        foreach (var (name, query, page) in new[]
        {
            ("report-page-1", "", 1), ("report-formal", "?profile=formal", 1), ("report-preprinted", "?profile=preprinted", 1), ("statistics-annex", "", 6), ("annex-charts", "", 13),
        })
        {
            var pdf = Path.Combine(Path.GetTempPath(), $"{Guid.CreateVersion7():N}.pdf");
            await File.WriteAllBytesAsync(pdf, await browser.Ledger.Client.GetByteArrayAsync(new Uri($"/api/units/{Unit}/reports/2023.pdf{query}", UriKind.Relative), TestContext.Current.CancellationToken), TestContext.Current.CancellationToken);
            using var draw = Process.Start("pdftoppm", ["-png", "-r", "50", "-singlefile", "-f", $"{page}", "-l", $"{page}", pdf, Path.Combine(Folder, name)]);
            await draw.WaitForExitAsync(TestContext.Current.CancellationToken);
            Assert.Equal(0, draw.ExitCode);
            File.Delete(pdf);
        }
    }

    private async Task TakeAsync(string name, string url, bool phone = false, bool dark = false, bool large = false, string? language = null, bool whole = false)
    {
        await using var tab = await browser.OpenAsync("/assets/seal.svg", phone, dark);
        var here = browser.Ledger.Client.BaseAddress!.ToString();
        await tab.Page.Context.AddCookiesAsync([new() { Name = "type", Value = large ? "large" : "normal", Url = here }, new() { Name = "lang", Value = language ?? "zh", Url = here }]);
        await tab.Page.GotoAsync(url);
        await tab.Page.ScreenshotAsync(new() { Path = Path.Combine(Folder, $"{name}.png"), FullPage = whole });
    }
}
