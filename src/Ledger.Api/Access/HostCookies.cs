namespace Ledger.Api.Access;

/// <summary>
/// Over https every cookie of this service is called <c>__Host-…</c>: browsers take such a one only over https, for this very
/// host and the whole of it, so that neither a neighbouring host nor a plain connection can plant one here. What stands
/// behind knows the plain names alone, which are those of plain http (the loopback), where browsers refuse the prefix.
/// </summary>
public static class HostCookies
{
    public const string Prefix = "__Host-";

    public static Task PassAsync(HttpContext http, RequestDelegate next)
    {
        ArgumentNullException.ThrowIfNull(http);
        ArgumentNullException.ThrowIfNull(next);
        if (http.Request.IsHttps)
        {
            var sent = http.Request.Headers;
            sent.Cookie = string.Join("; ", sent.Cookie.SelectMany(c => c!.Split(';', StringSplitOptions.TrimEntries)).Where(IsOurs).Select(c => c[Prefix.Length..]));
            // The first to be asked for is the last to run: every cookie is there then.
            http.Response.OnStarting(() =>
            {
                var set = http.Response.Headers;
                if (set.SetCookie.Count > 0)
                    set.SetCookie = set.SetCookie.OfType<string>().Select(Renamed).ToArray();
                return Task.CompletedTask;
            });
        }

        return next(http);
    }

    private static bool IsOurs(string cookie) => cookie.StartsWith(Prefix, StringComparison.Ordinal);

    /// <summary>With what the prefix promises.</summary>
    private static string Renamed(string cookie)
    {
        var parts = cookie.Split(';', StringSplitOptions.TrimEntries);
        return string.Join("; ", parts.Skip(1).Where(p => !Is(p, "path") && !Is(p, "domain") && !Is(p, "secure")).Prepend(Prefix + parts[0]).Concat(["path=/", "secure"]));

        static bool Is(string part, string name) => part.Split('=')[0].Equals(name, StringComparison.OrdinalIgnoreCase);
    }
}
