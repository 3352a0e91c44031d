using Ledger.Api.Setup;
using Microsoft.AspNetCore.Identity;
using Wolverine.Http;

namespace Ledger.Api.Access;

/// <summary>Prove that it is oneself, before the second factor is changed.</summary>
public sealed record ProvePassword(string? Password)
{
    public override string ToString() => nameof(ProvePassword);
}

/// <summary>A code of the authenticator that was just set up.</summary>
public sealed record ProveCode(string? Code);

/// <summary>The secret for an authenticator, to type or as the address of a QR code; shown once.</summary>
public sealed record TotpKey(string Key, string Uri)
{
    public override string ToString() => nameof(TotpKey);
}

/// <summary>One-time codes (动态口令, RFC 6238) as the second factor of one's own account: set up, switch on, switch off.</summary>
public static class Totp
{
    [WolverinePost("/api/session/totp")]
    public static Task<IResult> SetUp(ProvePassword sent, HttpContext http, Accounts accounts, TimeProvider clock) => accounts.WithAsync(Caller.Of(http).Id, async (manager, account) =>
    {
        if (account!.TotpOn)
            return Results.Problem(http.Refuse(409, "totp-on", "动态口令已启用，请先停用", "One-time codes are on: switch them off first"));
        if (!await OwnPassword.IsAsync(manager, account, sent?.Password))
            return OwnPassword.Wrong(http, "password");
        await manager.ResetAuthenticatorKeyAsync(account);
        await SessionCookie.SignInAsync(http, account, clock);
        var key = await manager.GetAuthenticatorKeyAsync(account);
        http.Response.Headers.CacheControl = "no-store";
        return Results.Ok(new TotpKey(key!, $"otpauth://totp/{Uri.EscapeDataString("法治台账")}:{account.Id}?secret={key}&issuer={Uri.EscapeDataString("法治台账")}&digits=6"));
    });

    [WolverinePost("/api/session/totp/enable")]
    public static Task<IResult> Enable(ProveCode sent, HttpContext http, Accounts accounts, AuditLog audit, TimeProvider clock) => accounts.WithAsync(Caller.Of(http).Id, async (manager, account) =>
    {
        if (account!.TotpKey is null || sent?.Code is null || !await OpensAsync(manager, account, sent.Code))
            return Results.Problem(http.Invalid([new("code", "动态口令不正确，请核对手机时间", "The code is wrong; check the clock of the phone")]));
        await manager.SetTwoFactorEnabledAsync(account, true);
        await audit.WriteAsync(AuditEntry.Of(http, AuditKind.TotpOn, account.Id, account.Id));
        await SessionCookie.SignInAsync(http, account, clock);
        return Results.NoContent();
    });

    [WolverinePost("/api/session/totp/disable")]
    public static Task<IResult> Disable(ProvePassword sent, HttpContext http, Accounts accounts, AuditLog audit, TimeProvider clock) => accounts.WithAsync(Caller.Of(http).Id, async (manager, account) =>
    {
        if (!await OwnPassword.IsAsync(manager, account!, sent?.Password))
            return OwnPassword.Wrong(http, "password");
        account!.TotpKey = null;
        await manager.SetTwoFactorEnabledAsync(account, false);
        await audit.WriteAsync(AuditEntry.Of(http, AuditKind.TotpOff, account.Id, account.Id));
        await SessionCookie.SignInAsync(http, account, clock);
        return Results.NoContent();
    });

    /// <summary>A code opens once: who looked over a shoulder comes too late.</summary>
    internal static async Task<bool> OpensAsync(UserManager<Account> manager, Account account, string code)
    {
        if (code == account.TotpUsed || !await manager.VerifyTwoFactorTokenAsync(account, TokenOptions.DefaultAuthenticatorProvider, code))
            return false;
        account.TotpUsed = code;
        return (await manager.UpdateAsync(account)).Succeeded;
    }
}
