using System.Globalization;
using System.Security.Claims;
using System.Security.Cryptography;
using Ledger.Api.Setup;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;

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

    /// <summary>The id of the request's own session; null where it has none.</summary>
    public static string? IdOf(HttpContext http)
    {
        ArgumentNullException.ThrowIfNull(http);
        return http.User.FindFirstValue(Session);
    }

    /// <summary>When one signed in to it.</summary>
    public static DateTimeOffset? SinceOf(HttpContext http) => http?.User is { } who ? SinceOf(who) : null;

    /// <summary>Signing in anew ends the session one came with.</summary>
    public static async Task<bool> SignInAsync(HttpContext http, UserManager<Account> manager, Account account, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(account);
        ArgumentNullException.ThrowIfNull(clock);
        var before = IdOf(http);
        var (id, now) = (RandomNumberGenerator.GetHexString(32), clock.GetUtcNow());
        var kept = await OpenSessions.SaveAsync(manager, account, a =>
        {
            if (a.SecurityStamp != account.SecurityStamp)
                return false;
            if (before is not null && a.Open.ContainsKey(before))
                OpenSessions.End(a, before, now);
            OpenSessions.Put(a, id, new(now, now, Device.Of(http.Request.Headers.UserAgent)), now);
            return true;
        });
        var identity = new ClaimsIdentity(
            [
                new(ClaimTypes.NameIdentifier, account.Id),
                new(ClaimTypes.Name, account.Author),
                new(Stamp, account.SecurityStamp),
                new(Session, id),
                new(Since, now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)),
            ],
            CookieAuthenticationDefaults.AuthenticationScheme);
        await http.SignInAsync(new ClaimsPrincipal(identity));
        return kept;
    }

    private static DateTimeOffset? SinceOf(ClaimsPrincipal who) =>
        long.TryParse(who.FindFirstValue(Since), CultureInfo.InvariantCulture, out var seconds) ? DateTimeOffset.FromUnixTimeSeconds(seconds) : null;

    private static async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        var http = context.HttpContext;
        var accounts = http.RequestServices.GetRequiredService<Accounts>();
        var now = http.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow();
        string? Claim(string type) => context.Principal?.FindFirstValue(type);
        if (Claim(ClaimTypes.NameIdentifier) is { } user && Claim(Session) is { } id
            && SinceOf(context.Principal!) is { } since && now - since < Longest
            && await accounts.FindAsync(user) is { } account && Opens(account, id))
        {
            if (OpenSessions.IsToBeNoted(account, id, now))
                await NoteAsync(user, id, since);
            return;
        }

        context.RejectPrincipal();
        await http.SignOutAsync();

        bool Opens(Account of, string id) => !of.Disabled && Claim(Stamp) == of.SecurityStamp && !of.Ended.ContainsKey(id);

        async Task NoteAsync(string user, string id, DateTimeOffset since)
        {
            try
            {
                context.ShouldRenew = await accounts.WithAsync(user, (manager, known) => OpenSessions.SaveAsync(manager, known!, a =>
                {
                    // A request beside this one may have noted it, or ended it.
                    if (!OpenSessions.IsToBeNoted(a, id, now) || !Opens(a, id))
                        return false;
                    OpenSessions.Put(a, id, a.Open.TryGetValue(id, out var was) ? was with { Seen = now } : new(since, now, Device.Of(http.Request.Headers.UserAgent)), now);
                    return true;
                }));
            }
            catch (Exception e) when (StoreFault.IsAway(e) || StoreFault.IsDiskFull(e))
            {
                // Whoever only reads goes on; a later request notes it.
            }
        }
    }
}
