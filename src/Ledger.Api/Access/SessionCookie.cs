using System.Globalization;
using System.Security.Claims;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace Ledger.Api.Access;

/// <summary>
/// A signed-in session: a cookie that scripts cannot read, over after half an hour without a request, after twelve hours
/// in any case, and at once when the account is disabled, its password changes or the session is signed out.
/// </summary>
public static class SessionCookie
{
    public const string Name = "ledger";

    public static readonly TimeSpan Idle = TimeSpan.FromMinutes(30);
    public static readonly TimeSpan Longest = TimeSpan.FromHours(12);

    private const string Stamp = "stamp";
    private const string Session = "sid";
    private const string Since = "since";

    public static void Configure(CookieAuthenticationOptions o)
    {
        ArgumentNullException.ThrowIfNull(o);
        o.Cookie.Name = Name;
        o.Cookie.HttpOnly = true;
        o.Cookie.SameSite = SameSiteMode.Lax;
        o.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        o.ExpireTimeSpan = Idle;
        o.SlidingExpiration = true;
        o.Events.OnValidatePrincipal = ValidateAsync;
    }

    public static Task SignInAsync(HttpContext http, Account account, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(account);
        ArgumentNullException.ThrowIfNull(clock);
        var identity = new ClaimsIdentity(
            [
                new(ClaimTypes.NameIdentifier, account.Id),
                new(ClaimTypes.Name, account.Author),
                new(Stamp, account.SecurityStamp),
                new(Session, RandomNumberGenerator.GetHexString(32)),
                new(Since, clock.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)),
            ],
            CookieAuthenticationDefaults.AuthenticationScheme);
        return http.SignInAsync(new ClaimsPrincipal(identity));
    }

    /// <summary>The session is over wherever its cookie may still lie.</summary>
    public static void End(HttpContext http, Account account, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(http);
        ArgumentNullException.ThrowIfNull(account);
        ArgumentNullException.ThrowIfNull(clock);
        var now = clock.GetUtcNow();
        foreach (var (sid, _) in account.Ended.Where(e => e.Value < now).ToList())
            account.Ended.Remove(sid);
        if (http.User.FindFirstValue(Session) is { } session)
            account.Ended[session] = now + Longest;
    }

    private static async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        var services = context.HttpContext.RequestServices;
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        if (context.Principal is { } who
            && who.FindFirstValue(ClaimTypes.NameIdentifier) is { } user
            && await services.GetRequiredService<Accounts>().FindAsync(user) is { Disabled: false } account
            && who.FindFirstValue(Stamp) == account.SecurityStamp
            && who.FindFirstValue(Session) is { } session && !account.Ended.ContainsKey(session)
            && long.TryParse(who.FindFirstValue(Since), CultureInfo.InvariantCulture, out var since)
            && now - DateTimeOffset.FromUnixTimeSeconds(since) < Longest)
        {
            return;
        }

        context.RejectPrincipal();
        await context.HttpContext.SignOutAsync();
    }
}
