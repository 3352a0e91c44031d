using Microsoft.AspNetCore.WebUtilities;

namespace Ledger.Api.Pages;

/// <summary>How a reader wants the pages: language, light or dark, size of type. Kept in cookies, nowhere else.</summary>
/// <param name="English">English instead of Chinese.</param>
/// <param name="Theme">light, dark, or auto: as the device is set.</param>
/// <param name="Large">The large type (适老化).</param>
public sealed record Look(bool English, string Theme, bool Large)
{
    private static readonly Dictionary<string, string[]> Choices = new()
    {
        ["lang"] = ["zh", "en"],
        ["theme"] = ["auto", "light", "dark"],
        ["type"] = ["normal", "large"],
    };

    public string Language => English ? "en" : "zh-CN";

    public static Look Of(HttpContext http)
    {
        ArgumentNullException.ThrowIfNull(http);
        string Chosen(string name) => Choices[name].FirstOrDefault(c => c == http.Request.Cookies[name]) ?? Choices[name][0];
        return new Look(Chosen("lang") == "en", Chosen("theme"), Chosen("type") == "large");
    }

    /// <summary>
    /// A choice in the query (<c>?theme=dark</c>) is taken into its cookie, and the reader sent to the same page without
    /// it: it works without script, and an address that is passed on carries nobody's taste.
    /// </summary>
    public static async Task TakeChoiceAsync(HttpContext http, RequestDelegate next)
    {
        ArgumentNullException.ThrowIfNull(http);
        ArgumentNullException.ThrowIfNull(next);
        var chosen = Choices.Where(c => c.Value.Contains(http.Request.Query[c.Key].ToString())).Select(c => c.Key).ToList();
        if (chosen.Count == 0 || !HttpMethods.IsGet(http.Request.Method) || !PageHeaders.IsPage(http.Request.Path))
        {
            // What the API's guards say on a page, they say in the page's language.
            if (PageHeaders.IsPage(http.Request.Path))
                http.Request.Headers.AcceptLanguage = Of(http).Language;
            await next(http);
            return;
        }

        foreach (var name in chosen)
            http.Response.Cookies.Append(name, http.Request.Query[name]!, new() { MaxAge = TimeSpan.FromDays(365), SameSite = SameSiteMode.Lax, HttpOnly = true, IsEssential = true });
        var rest = http.Request.Query.Where(q => !chosen.Contains(q.Key));
        // From the root of this host: a path of two slashes would lead to another one.
        var path = "/" + http.Request.Path.ToUriComponent().TrimStart('/', '\\');
        http.Response.Headers.Location = QueryHelpers.AddQueryString(path, rest.SelectMany(q => q.Value, (q, v) => KeyValuePair.Create(q.Key, v)));
        http.Response.StatusCode = StatusCodes.Status303SeeOther;
    }
}
