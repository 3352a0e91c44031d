using Ledger.Api.Access;
using Ledger.Api.Tests.Access;
using Ledger.Api.Tests.Pages;
using Microsoft.Playwright;

namespace Ledger.Api.Tests.Refusals;

/// <summary>After signing in one is on a page of ours, whatever address one was sent with.</summary>
public sealed class ReturnAddressTests(PagesInBrowser browser) : IAsyncLifetime
{
    private static readonly string[] Foreign =
    [
        "//evil.example", "///evil.example", "////evil.example/", @"/\evil.example", @"\\evil.example", @"/\/evil.example", @"\/evil.example", "https:evil.example", "https://evil.example", "http:///evil.example",
        "HTTPS://evil.example", " //evil.example", "/ /evil.example", "/%2f/evil.example", "/%2fevil.example", "/%5cevil.example", "/%09/evil.example", "/\t/evil.example", "/\n/evil.example", "\t//evil.example",
        "/\r\n//evil.example", "/\u0000/evil.example", "/\u007f/evil.example", "/\u00a0/evil.example", "/\u2028/evil.example", "/\uff0fevil.example", "/\u3000/evil.example", "javascript:alert(1)", "JaVaScRiPt:alert(1)", "java\nscript:alert(1)",
        "data:text/html,<script>alert(1)</script>", "vbscript:x", "@evil.example", "/@evil.example", "//127.0.0.1@evil.example", ".evil.example", "/.//evil.example", "/..//evil.example", "/a/..//evil.example", "/%2e%2e//evil.example",
        "/./\\evil.example", "?//evil.example", "#//evil.example", ":80", "/:80@evil.example/", "/{id}//evil.example", "//evil.example/%2f..", "/;@evil.example", "",
    ];

    public async ValueTask InitializeAsync() => await browser.StartAsync();

    [Fact]
    public async Task no_return_address_leads_elsewhere()
    {
        await using var tab = await browser.OpenAsync("/sign_in", bearer: "");
        var here = browser.Ledger.Client.BaseAddress!.GetLeftPart(UriPartial.Authority);
        foreach (var to in Foreign)
        {
            foreach (var sent in (string[])[Uri.EscapeDataString(to), Uri.EscapeDataString(Uri.EscapeDataString(to)), to.Replace("\0", "%00", StringComparison.Ordinal).Replace("#", "%23", StringComparison.Ordinal)])
            {
                await tab.Page.GotoAsync($"/sign_in?to={sent}");
                // As press.js reads it; one with a NUL leads to a page that refuses it.
                Assert.Equal(here, await tab.Page.EvaluateAsync<string>("new URL((document.querySelector('form[data-done]')?.dataset.done ?? '/').replace('{id}', ''), location.href).origin"));
                Assert.All(await tab.Page.EvaluateAsync<string[]>("[...document.querySelectorAll('a[href]')].map(a => a.origin)"), origin => Assert.Equal(here, origin));
            }
        }
    }

    [Theory]
    [InlineData("//evil.example")]
    [InlineData("/\\evil.example")]
    [InlineData("/.//evil.example")]
    [InlineData("/%5cevil.example")]
    [InlineData("javascript:alert(1)")]
    public async Task who_signs_in_with_a_foreign_address_stays(string to)
    {
        var unit = await browser.Ledger.NewUnitAsync();
        var user = await People.AccountAsync(browser.Ledger.Store, new Grant(Ledger.Api.Access.Role.Viewer, unit));
        await using var tab = await browser.OpenAsync($"/sign_in?to={Uri.EscapeDataString(to)}", bearer: "");
        await tab.Page.GetByLabel("用户名").FillAsync(user);
        await tab.Page.GetByLabel("口令", new() { Exact = true }).FillAsync(People.Password);
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "登录", Exact = true }).ClickAsync();
        await tab.Page.WaitForURLAsync(url => !url.Contains("/sign_in", StringComparison.Ordinal));
        Assert.StartsWith(browser.Ledger.Client.BaseAddress!.GetLeftPart(UriPartial.Authority), tab.Page.Url, StringComparison.Ordinal);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
