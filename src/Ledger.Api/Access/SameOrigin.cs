namespace Ledger.Api.Access;

/// <summary>Whether a request that changes something comes from our own pages, and not from a page elsewhere that uses the visitor's cookie.</summary>
public static class SameOrigin
{
    /// <param name="http">The request.</param>
    /// <param name="required">Whether one that says nothing of where it comes from is taken for foreign. Browsers always say.</param>
    public static bool Is(HttpContext http, bool required)
    {
        ArgumentNullException.ThrowIfNull(http);
        var headers = http.Request.Headers;
        if (headers["Sec-Fetch-Site"] is [{ Length: > 0 } site] && site is not ("same-origin" or "none"))
            return false;
        if (headers.Origin is [{ Length: > 0 } origin])
        {
            return Uri.TryCreate(origin, UriKind.Absolute, out var from)
                && Uri.TryCreate($"{from.Scheme}://{http.Request.Host}", UriKind.Absolute, out var here)
                && from.Authority.Equals(here.Authority, StringComparison.OrdinalIgnoreCase);
        }

        return !required || headers["Sec-Fetch-Site"].Count > 0;
    }
}
