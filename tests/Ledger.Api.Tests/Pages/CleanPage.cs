using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Ledger.Api.Tests.Pages;

/// <summary>What every look at a page asks of it.</summary>
internal static class CleanPage
{
    /// <summary>axe finds nothing and nothing sticks out; with <c>LEDGER_SCREENSHOTS</c> a picture of it goes to that folder.</summary>
    public static async Task IsCleanAsync(this IPage page, int width, string name)
    {
        var found = await page.RunAxe();
        Assert.True(found.Violations.Length == 0, string.Join("; ", found.Violations.Select(v => $"{name} {v.Id}: {v.Nodes[0].Html}")));
        Assert.InRange(await page.EvaluateAsync<int>("document.documentElement.scrollWidth"), 1, width);
        if (Environment.GetEnvironmentVariable("LEDGER_SCREENSHOTS") is { Length: > 0 } folder)
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name}.png"), FullPage = true });
    }
}
