using Ledger.Api.Setup;
using Ledger.Api.Units;
using Ledger.Domain;
using Microsoft.AspNetCore.Mvc;
using Wolverine.Http;

namespace Ledger.Api.Access;

/// <summary>A role to grant or to take back; the unit where the role is held for one.</summary>
public sealed record GrantRole(string? Role, string? Unit);

/// <summary>What administrators do to somebody else's account; nobody does it to their own.</summary>
public static class AccountChange
{
    [WolverinePost("/api/accounts/{user}/disable")]
    public static Task<IResult> Disable(string user, HttpContext http, Accounts accounts, AuditLog audit) =>
        ChangeAsync(user, http, accounts, audit, AuditKind.AccountDisabled, null, a => Set(() => a.Disabled = true));

    [WolverinePost("/api/accounts/{user}/enable")]
    public static Task<IResult> Enable(string user, HttpContext http, Accounts accounts, AuditLog audit) =>
        ChangeAsync(user, http, accounts, audit, AuditKind.AccountEnabled, null, a => Set(() => (a.Disabled, a.Failures, a.LockedUntil) = (false, 0, null)));

    /// <summary>For somebody who lost the telephone, and apart from a new password: neither opens the account without the other.</summary>
    [WolverinePost("/api/accounts/{user}/totp/disable")]
    public static Task<IResult> DisableTotp(string user, HttpContext http, Accounts accounts, AuditLog audit) =>
        ChangeAsync(user, http, accounts, audit, AuditKind.TotpOff, null, account =>
        {
            if (!account.TotpOn)
                return new("user", "该账号没有启用动态口令", "The account has no one-time codes");
            account.SwitchTotpOff();
            return null;
        });

    [WolverinePost("/api/accounts/{user}/grant")]
    public static async Task<IResult> Grant(string user, GrantRole sent, HttpContext http, Accounts accounts, KnownUnits units, AuditLog audit, FirstAdministrator first, CancellationToken ct)
    {
        var (grant, problem) = Access.Grant.Of(sent?.Role, sent?.Unit);
        if (grant is null)
            return Results.Problem(http.Invalid([problem!]));
        if (grant.Unit is { } unit && !await units.HasPlaceAsync(grant, ct))
            return Results.Problem(http.Invalid([new("unit", $"没有代码为“{unit}”的单位", $"There is no unit with the code '{unit}'")]));
        var result = await ChangeAsync(user, http, accounts, audit, AuditKind.RoleGranted, grant, a =>
        {
            if (Access.Grant.Apart(a.Grants, grant) is { } apart)
                return apart;
            if (!a.Grants.Contains(grant))
                a.Grants.Add(grant);
            return null;
        });
        if (grant.Role == Role.SecurityAdmin && result is IStatusCodeHttpResult { StatusCode: 200 })
            await first.HandOverSecurityAsync(http, accounts, audit, ct);
        return result;
    }

    [WolverinePost("/api/accounts/{user}/revoke")]
    public static Task<IResult> Revoke(string user, GrantRole sent, HttpContext http, Accounts accounts, AuditLog audit)
    {
        var (grant, problem) = Access.Grant.Of(sent?.Role, sent?.Unit);
        return grant is null
            ? Task.FromResult(Results.Problem(http.Invalid([problem!])))
            : ChangeAsync(user, http, accounts, audit, AuditKind.RoleRevoked, grant, a => Set(() => a.Grants.Remove(grant)));
    }

    internal static ProblemDetails Stale(HttpContext http) =>
        http.Refuse(409, "stale-version", "该账号刚被他人更新，请重试", "The account has just been changed by someone else; try again");

    internal static ProblemDetails UnknownAccount(HttpContext http, string user) =>
        http.Refuse(404, "unknown-account", $"没有用户名为“{user}”的账号", $"There is no account '{user}'");

    internal static async Task<IResult> ChangeAsync(
        string user, HttpContext http, Accounts accounts, AuditLog audit, AuditKind kind, Grant? grant, Func<Account, Problem?> change, Func<Account, object>? answer = null)
    {
        var by = Caller.Of(http);
        return await accounts.WithAsync(user, async (manager, account) =>
        {
            if (account is null)
                return Results.Problem(UnknownAccount(http, user));
            if (by.Kind == CallerKind.Account && by.Id == account.Id)
                return Results.Problem(http.Refuse(409, "own-account", "不能更改自己的账号状态和角色，请由另一名管理员办理", "Nobody changes the state or the roles of their own account: another administrator does"));
            if (change(account) is { } problem)
                return Results.Problem(http.Invalid([problem]));
            if (!(await manager.UpdateAsync(account)).Succeeded)
                return Results.Problem(Stale(http));
            await audit.WriteAsync(AuditEntry.Of(http, kind, by.AuditName, grant is null ? account.Id : $"{account.Id} {grant}"));
            return Results.Ok(answer is null ? AccountView.Of(account) : answer(account));
        });
    }

    private static Problem? Set(Action set)
    {
        set();
        return null;
    }
}
