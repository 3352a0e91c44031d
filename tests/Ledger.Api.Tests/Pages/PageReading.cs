using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Ledger.Api.Tests.Pages;

/// <summary>A page as a browser gets it, read as HTML.</summary>
internal static class PageReading
{
    public static async Task<IHtmlDocument> PageAsync(this LedgerService ledger, string url, int status = 200, string? cookie = null)
    {
        using var answer = await ledger.BrowseAsync(url, cookie);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True((int)answer.StatusCode == status, $"{url} answered {(int)answer.StatusCode}: {text}");
        Assert.Equal("text/html", answer.Content.Headers.ContentType!.MediaType);
        return await new HtmlParser().ParseDocumentAsync(text);
    }

    public static async Task<HttpResponseMessage> BrowseAsync(this LedgerService ledger, string url, string? cookie = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, url);
        request.Headers.TryAddWithoutValidation("Accept", "text/html,application/xhtml+xml,*/*;q=0.8");
        request.Headers.TryAddWithoutValidation("Accept-Language", "zh-CN");
        if (cookie is not null)
            request.Headers.TryAddWithoutValidation("Cookie", cookie);
        return await ledger.Client.SendAsync(request);
    }

    public static string Words(this IParentNode page, string selector = "main") =>
        string.Join(' ', page.QuerySelectorAll(selector).SelectMany(e => e.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));

    public static IReadOnlyList<string> Links(this IParentNode page, string selector) =>
        [.. page.QuerySelectorAll(selector).Select(a => a.GetAttribute("href")!)];
}
