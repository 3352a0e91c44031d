using System.Diagnostics;
using Ledger.Api.Tests.Reports;

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

    private async Task TakeAsync(string name, string url, bool phone = false, bool dark = false, bool large = false, string? language = null)
    {
        await using var tab = await browser.OpenAsync("/assets/seal.svg", phone, dark);
        var here = browser.Ledger.Client.BaseAddress!.ToString();
        await tab.Page.Context.AddCookiesAsync([new() { Name = "type", Value = large ? "large" : "normal", Url = here }, new() { Name = "lang", Value = language ?? "zh", Url = here }]);
        await tab.Page.GotoAsync(url);
        await tab.Page.ScreenshotAsync(new() { Path = Path.Combine(Folder, $"{name}.png") });
    }
}
