using Microsoft.AspNetCore.Http.Features;

namespace Ledger.Api.Setup;

/// <summary>
/// Refuses a body that is too large: 1 MB for everything but evidence, which may have 20 MB, and tables to import, which may have 10. One that says its length is
/// refused unread, one sent in chunks where it passes the limit. The server's own limit would cut the connection then, and
/// who is still sending would see that instead of the answer; so it is lifted, and the server throws the rest away for the
/// five seconds it allows.
/// </summary>
public static class BodyLimit
{
    public const long Json = 1 << 20;
    public const long Evidence = 20L << 20;
    public const long Import = 10L << 20;

    /// <summary>Room for the parts' heads around a file of the full size.</summary>
    private const long MultipartHead = 64 << 10;

    public static void UseBodyLimit(this IApplicationBuilder app) => app.Use(async (http, next) =>
    {
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
            size.MaxRequestBodySize = null;
        var limit = LimitOf(http.Request.Path.Value!.Split('/', StringSplitOptions.RemoveEmptyEntries));
        if (http.Request.ContentLength > limit)
        {
            await Results.Problem(Failures.TooLarge(http)).ExecuteAsync(http);
            return;
        }

        if (http.Request.ContentLength is null)
            http.Request.Body = new LimitedStream(http.Request.Body, limit);
        await next(http);
    });

    private static long LimitOf(string[] path) => path switch
    {
        [.., "evidence"] => Evidence + MultipartHead,
        [_, "import"] or ["api", "units", _, "import", ..] => Import + MultipartHead,
        _ => Json,
    };
}
