using System.Security.Claims;
using System.Security.Principal;
using Ledger.Api.Calendars;
using Ledger.Api.Pages;
using Ledger.Api.Setup;
using Ledger.Api.Units;
using Microsoft.AspNetCore.Mvc;

namespace Ledger.Api.Access;

/// <summary>
/// Every request passes here: who is it, and does <see cref="AccessTable"/> open the route to them? What stands behind may
/// rely on both. A unit that one has nothing to do with is answered like one that does not exist.
/// </summary>
public sealed class Gate(Accounts accounts, Guests guests, AuditLog audit, KnownUnits units, SecondFactor second)
{
    /// <summary>Refuses in one place; null lets the request through.</summary>
    private async ValueTask<ProblemDetails?> RefuseAsync(HttpContext http)
    {
        var route = (http.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText;
        var access = AccessTable.Find(http.Request.Method, route);
        if (access is { Door: AccessTable.Door.Public })
            return http.Request.Method == HttpMethods.Get || SameOrigin.Is(http, required: false) ? null : Foreign(http);

        // The catalogue is asked for a unit, too.
        var unit = http.GetRouteValue("unit") as string ?? http.GetRouteValue("county") as string ?? (string?)http.Request.Query["unit"];
        if (access is { ByFeed: true } && (string?)http.Request.Query[GetFeed.Key] is { Length: > 0 } key)
            return await OpenByFeedAsync(http, key, unit);
        if (await FindAsync(http, unit) is not { } caller)
            return Unknown(http);
        if (unit is not null && caller.Grants.Any(g => g is { Role: Role.CountyReader, Unit: not null }) && await units.FindAsync(unit, http.RequestAborted) is { } before)
            caller = caller.Before(before);
        http.Features.Set(caller);
        http.User = caller.Kind == CallerKind.Account ? http.User : new ClaimsPrincipal(new GenericIdentity(caller.Name));
        // What an account reads stays in no browser's cache on a desk that others use.
        if (caller.Kind == CallerKind.Account)
            http.Response.Headers.CacheControl = "no-store";
        if (!IsRead(http) && caller.Kind != CallerKind.Token && !SameOrigin.Is(http, required: caller.Kind == CallerKind.Account))
            return Foreign(http);
        // Nothing is there, or not for this method; or somebody forgot to say who may.
        if (access is null)
            return route is null ? null : Closed(http);
        if (access.Door == AccessTable.Door.Known || (access.Door == AccessTable.Door.Own && caller.Kind == CallerKind.Account))
            return null;
        if (access.Door == AccessTable.Door.Own)
            return Unknown(http);
        if (caller.MustChangePassword)
            return http.Refuse(403, "change-password", "请先修改初始口令", "Change the password you were given first");
        if (caller.MustSetUpCodes)
            return http.Refuse(403, "set-up-codes", "本系统要求两步登录：请先启用动态口令（页面“我的账号”，接口 POST /api/session/totp）", "Two-step sign-in is required here: set up one-time codes first, under My account or by POST /api/session/totp");
        // Any of several values: what the endpoint makes of them is its own business.
        var withEntries = http.Request.Query["annexes"].Contains("entries");
        if (access.Opens(caller, unit, withEntries))
            return null;
        if (withEntries && access.Opens(caller, unit))
            return http.Refuse(403, "role", "您的角色看指标和报告，不看逐条登记，不能附登记索引", "Your role reads figures and reports, not single entries: take the report without them");
        if (caller.Kind == CallerKind.Guest)
            return Unknown(http);
        return unit is null || caller.Grants.Any(g => g.Covers(unit)) ? Closed(http) : http.UnknownUnit(unit);
    }

    /// <summary>A calendar program sends no header: its key stands in the address, and opens this one route of one unit.</summary>
    private async ValueTask<ProblemDetails?> OpenByFeedAsync(HttpContext http, string key, string? unit)
    {
        if (await accounts.FindFeedAsync(key, unit) is not { } feed)
            return Unknown(http);
        http.Features.Set(new Caller(feed.Id, feed.Author, CallerKind.Token, []));
        http.User = new ClaimsPrincipal(new GenericIdentity(feed.Author));
        return null;
    }

    public async Task PassAsync(HttpContext http, RequestDelegate next)
    {
        ArgumentNullException.ThrowIfNull(http);
        ArgumentNullException.ThrowIfNull(next);
        if (await RefuseAsync(http) is { } refusal)
        {
            if (http.Features.Get<Caller>() is { } known)
                await audit.NoteAsync(AuditEntry.Of(http, AuditKind.Refused, known.AuditName, status: refusal.Status));
            await AnswerAsync(http, refusal);
            return;
        }

        await next(http);
        if (http.Features.Get<Caller>() is { } caller && http.GetEndpoint() is RouteEndpoint at && AccessTable.Find(http.Request.Method, at.RoutePattern.RawText) is { Noted: true })
            await audit.NoteAsync(AuditEntry.Of(http, AuditKind.Read, caller.AuditName, status: http.Response.StatusCode));
    }

    /// <summary>Whoever came with a browser to a page is taken to where it can be helped.</summary>
    private static Task AnswerAsync(HttpContext http, ProblemDetails refusal)
    {
        var page = refusal.Status == 401 ? $"{PageRoutes.SignIn}?to={Uri.EscapeDataString(http.Request.Path + http.Request.QueryString)}"
            : refusal.Type?.Split(':')[^1] is "change-password" or "set-up-codes" ? PageRoutes.Account
            : null;
        var browsing = HttpMethods.IsGet(http.Request.Method) && PageHeaders.IsPage(http.Request.Path) && http.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.Ordinal);
        return browsing && page is not null ? Results.LocalRedirect(page).ExecuteAsync(http) : Results.Problem(refusal).ExecuteAsync(http);
    }

    private async ValueTask<Caller?> FindAsync(HttpContext http, string? unit)
    {
        if ((string?)http.Request.Headers.Authorization is { Length: > 0 } sent)
        {
            // Whoever shows a key is nobody else, not even when it opens nothing.
            if (!sent.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase) || await accounts.FindTokenAsync(sent[7..].Trim()) is not { } token)
                return null;
            if (audit.IsFirstUse(token.Id, http))
                await audit.NoteAsync(AuditEntry.Of(http, AuditKind.TokenUsed, $"token:{token.Id}"));
            return new Caller(token.Id, token.Author, CallerKind.Token, token.Grants);
        }

        if (http.User.Identity is { IsAuthenticated: true } && http.User.FindFirstValue(ClaimTypes.NameIdentifier) is { } user)
        {
            return await accounts.FindAsync(user) is { Disabled: false } account
                ? new Caller(account.Id, account.Author, CallerKind.Account, account.Grants) { MustChangePassword = account.MustChangePassword, MustSetUpCodes = second.IsMissing(account) }
                : null;
        }

        // A session that is over does not turn into a guest behind somebody's back.
        if (!http.Request.Cookies.ContainsKey(SessionCookie.Name))
            return await guests.FindAsync(http, unit);
        http.Response.Cookies.Delete(SessionCookie.Name);
        return null;
    }

    private static bool IsRead(HttpContext http) => HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method);

    private static ProblemDetails Unknown(HttpContext http)
    {
        http.Response.Headers.WWWAuthenticate = "Bearer";
        return http.Refuse(401, "sign-in", "请先登录，或出示有效的接口令牌", "Sign in, or send a valid token");
    }

    private static ProblemDetails Closed(HttpContext http) => http.Refuse(403, "role", "您的角色不能进行此操作", "Your role does not allow this");

    private static ProblemDetails Foreign(HttpContext http) => http.Refuse(403, "origin", "请求不是从本系统的页面发出的", "The request does not come from a page of this service");
}
