using Ledger.Api.Setup;
using Microsoft.AspNetCore.Identity;
using Wolverine.Http;

namespace Ledger.Api.Access;

/// <summary>Prove that it is oneself, before the second factor is changed.</summary>
public sealed record ProvePassword(string? Password)
{
    public override string ToString() => nameof(ProvePassword);
}

/// <summary>A code of the authenticator; to switch it off, a recovery code will do.</summary>
public sealed record ProveCode(string? Code)
{
    public override string ToString() => nameof(ProveCode);
}

/// <summary>What opens in place of an authenticator that was lost, each once; shown now and never again.</summary>
public sealed record TotpIsOn(IReadOnlyList<string> Recovery)
{
    public override string ToString() => nameof(TotpIsOn);
}

/// <summary>The secret for an authenticator, to type or as the address of a QR code; shown until a code has confirmed it.</summary>
public sealed record TotpKey(string Key, string Uri)
{
    public static TotpKey Of(Account account, string key)
    {
        ArgumentNullException.ThrowIfNull(account);
        var issuer = System.Uri.EscapeDataString("法治台账");
        return new(key, $"otpauth://totp/{issuer}:{account.Id}?secret={key}&issuer={issuer}&digits=6");
    }

    public override string ToString() => nameof(TotpKey);
}

/// <summary>One-time codes (动态口令, RFC 6238) as the second factor of one's own account: set up, switch on, switch off.</summary>
public static class Totp
{
    /// <summary>More than are good at one time.</summary>
    private const int Remembered = 10;

    [WolverinePost("/api/session/totp")]
    public static Task<IResult> SetUp(ProvePassword sent, HttpContext http, Accounts accounts, TimeProvider clock) => accounts.WithAsync(Caller.Of(http).Id, async (manager, account) =>
    {
        if (account!.TotpOn)
            return Results.Problem(http.Refuse(409, "totp-on", "动态口令已启用，请先停用", "One-time codes are on: switch them off first"));
        if (!await OwnPassword.IsAsync(manager, account, sent?.Password))
            return OwnPassword.Wrong(http, "password");
        await manager.ResetAuthenticatorKeyAsync(account);
        await SessionCookie.SignInAsync(http, manager, account, clock);
        var key = await manager.GetAuthenticatorKeyAsync(account);
        http.Response.Headers.CacheControl = "no-store";
        return Results.Ok(TotpKey.Of(account, key!));
    });

    [WolverinePost("/api/session/totp/enable")]
    public static Task<IResult> Enable(ProveCode sent, HttpContext http, Accounts accounts, AuditLog audit, TimeProvider clock) => accounts.WithAsync(Caller.Of(http).Id, async (manager, account) =>
    {
        if (account!.TotpOn)
            return Results.Problem(http.Refuse(409, "totp-on", "动态口令已启用，请先停用", "One-time codes are on: switch them off first"));
        if (account.TotpKey is null || !await ProvesAsync(manager, account, sent?.Code))
            return Wrong(http);
        var codes = RecoveryCodes.Renew(account);
        await manager.SetTwoFactorEnabledAsync(account, true);
        await audit.WriteAsync(AuditEntry.Of(http, AuditKind.TotpOn, account.Id, account.Id));
        await SessionCookie.SignInAsync(http, manager, account, clock);
        http.Response.Headers.CacheControl = "no-store";
        return Results.Ok(new TotpIsOn(codes));
    });

    [WolverinePost("/api/session/totp/disable")]
    public static Task<IResult> Disable(ProveCode sent, HttpContext http, Accounts accounts, SecondFactor second, AuditLog audit, TimeProvider clock) => accounts.WithAsync(Caller.Of(http).Id, async (manager, account) =>
    {
        if (second.Required)
            return Results.Problem(http.Refuse(403, "codes-required", "本系统要求两步登录，动态口令不能自行停用；换手机、丢手机请找系统管理员", "Two-step sign-in is required here: for another phone the system administrator switches your codes off"));
        if (!account!.TotpOn || !await ProvesAsync(manager, account, sent?.Code))
            return Wrong(http);
        account.TotpKey = null;
        account.Recovery.Clear();
        await manager.SetTwoFactorEnabledAsync(account, false);
        await audit.WriteAsync(AuditEntry.Of(http, AuditKind.TotpOff, account.Id, account.Id));
        await SessionCookie.SignInAsync(http, manager, account, clock);
        return Results.NoContent();
    });

    /// <summary>A code opens once: who looked over a shoulder comes too late. A recovery code stands in once codes are on.</summary>
    internal static async Task<bool> OpensAsync(UserManager<Account> manager, Account account, string code)
    {
        var used = account.TotpUsed?.Split(' ') ?? [];
        if (!used.Contains(code) && await manager.VerifyTwoFactorTokenAsync(account, TokenOptions.DefaultAuthenticatorProvider, code))
            account.TotpUsed = string.Join(' ', used.Prepend(code).Take(Remembered));
        else if (!account.TotpOn || !RecoveryCodes.Use(account, code))
            return false;
        return (await manager.UpdateAsync(account)).Succeeded;
    }

    /// <summary>Guesses count as failed sign-ins here, too.</summary>
    private static async Task<bool> ProvesAsync(UserManager<Account> manager, Account account, string? code)
    {
        if (await manager.IsLockedOutAsync(account))
            return false;
        if (code is { Length: > 0 and <= 20 } && await OpensAsync(manager, account, code))
            return true;
        await manager.AccessFailedAsync(account);
        return false;
    }

    private static IResult Wrong(HttpContext http) =>
        Results.Problem(http.Invalid([new("code", "动态口令不正确，请核对手机时间", "The code is wrong; check the clock of the phone")]));
}
