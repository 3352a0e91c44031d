using Microsoft.AspNetCore.StaticFiles;

namespace Ledger.Api.Pages;

/// <summary>What browsers are told about everything this service sends, and how tightly pages are held.</summary>
public static class PageHeaders
{
    /// <summary>Nothing from elsewhere, no script or style in the page itself, shown in no frame but our own.</summary>
    private const string OfPages =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; connect-src 'self'; font-src 'self'; "
        + "frame-src 'self'; object-src 'self'; manifest-src 'self'; worker-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'self'";

    /// <summary>The report as a file of HTML brings its own style, and nothing else.</summary>
    private const string OfReports = "sandbox allow-popups allow-top-navigation-by-user-activation; default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'";

    /// <summary>Answers for programs, and files: nothing frames them but our own pages, which show reports and evidence.</summary>
    private const string OfOthers = "frame-ancestors 'self'; base-uri 'none'";

    private static readonly string[] NoPages = ["/api", "/health", "/openapi", "/assets"];

    public static bool IsPage(PathString path) => !NoPages.Any(p => path.StartsWithSegments(p, StringComparison.Ordinal));

    /// <summary>What has its hash in its address is kept for ever, anything else is asked for each time.</summary>
    public static void OfAsset(StaticFileResponseContext file)
    {
        ArgumentNullException.ThrowIfNull(file);
        var headers = file.Context.Response.Headers;
        headers.CacheControl = file.Context.Request.Query.ContainsKey("v") ? "public, max-age=31536000, immutable" : "no-cache";
        // Kept with the other scripts, it serves all pages.
        if (file.File.Name == "offline.js")
            headers["Service-Worker-Allowed"] = "/";
    }

    public static Task SetAsync(HttpContext http, RequestDelegate next)
    {
        ArgumentNullException.ThrowIfNull(http);
        ArgumentNullException.ThrowIfNull(next);
        var headers = http.Response.Headers;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin";
        headers.ContentSecurityPolicy = OfOthers;
        // Over plain http a browser ignores it; behind a proxy that ends TLS the request is https by the forwarded header.
        if (http.Request.IsHttps)
            headers.StrictTransportSecurity = "max-age=31536000; includeSubDomains";
        if (http.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal))
            headers.CacheControl = "no-store";
        if (IsPage(http.Request.Path))
        {
            headers.ContentSecurityPolicy = OfPages;
            headers.XFrameOptions = "SAMEORIGIN";
            headers["Cross-Origin-Opener-Policy"] = "same-origin";
            headers["Permissions-Policy"] = "geolocation=(), microphone=(), payment=()";
            headers.CacheControl = "no-store";
        }
        else if (http.Request.Path.Value!.EndsWith(".html", StringComparison.OrdinalIgnoreCase))
        {
            headers.ContentSecurityPolicy = OfReports;
        }

        return next(http);
    }
}
