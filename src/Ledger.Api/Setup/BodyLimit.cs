namespace Ledger.Api.Setup;

/// <summary>Refuses a body before it is read: 1 MB for everything but evidence, which may have 20 MB.</summary>
public static class BodyLimit
{
    public const long Json = 1 << 20;
    public const long Evidence = 20L << 20;

    /// <summary>Room for the parts' heads around a file of the full size.</summary>
    private const long MultipartHead = 64 << 10;

    public static void UseBodyLimit(this IApplicationBuilder app) => app.Use(async (http, next) =>
    {
        var limit = http.Request.Path.Value?.EndsWith("/evidence", StringComparison.Ordinal) == true ? Evidence + MultipartHead : Json;
        if (http.Request.ContentLength > limit)
        {
            await Results.Problem(Failures.TooLarge(http)).ExecuteAsync(http);
            return;
        }

        if (http.Features.Get<Microsoft.AspNetCore.Http.Features.IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
            size.MaxRequestBodySize = limit;
        await next(http);
    });
}
