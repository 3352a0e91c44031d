using System.Globalization;
using Ledger.Api.Setup;
using Ledger.Domain;
using Microsoft.AspNetCore.Identity;
using Wolverine.Http;

namespace Ledger.Api.Access;

/// <summary>Begin a session with user name and password, and the one-time code where the account has that on.</summary>
public sealed record SignIn(string? User, string? Password, string? Code = null)
{
    // Whatever prints a request prints no password.
    public override string ToString() => nameof(SignIn);
}

/// <summary>
/// A wrong name and a wrong password are answered alike and take equally long. Five failures lock the account for ten
/// minutes; codes count like passwords.
/// </summary>
public static class SignInEndpoint
{
    private static readonly Account Nobody = MakeNobody();

    [WolverinePost("/api/session")]
    public static async Task<IResult> Post(SignIn sent, HttpContext http, Accounts accounts, SignInLimits limits, AuditLog audit, TimeProvider clock)
    {
        if (Check(sent).ToList() is { Count: > 0 } problems)
            return Results.Problem(http.Invalid(problems));
        if (limits.Closed(http))
            return await TooManyAsync(http, audit);
        return await accounts.WithAsync(sent.User!, async (manager, account) =>
        {
            // Many at a time waited here for their turn.
            if (limits.Closed(http))
                return await TooManyAsync(http, audit);
            var (outcome, codeNeeded) = await TryAsync(manager, account, sent);
            if (outcome != AuditKind.SignIn && !codeNeeded)
                limits.Failed(http);
            // What nobody answers to is not written down: people type passwords there.
            await audit.WriteAsync(AuditEntry.Of(http, outcome, account?.Id ?? "?", subject: ""));
            switch (outcome)
            {
                case AuditKind.Locked:
                    http.Response.Headers.RetryAfter = ((int)Math.Ceiling((account!.LockedUntil!.Value - clock.GetUtcNow()).TotalSeconds)).ToString(CultureInfo.InvariantCulture);
                    return Results.Problem(http.Refuse(429, "locked", "登录失败次数过多，账号已锁定 10 分钟", "Too many failures: the account is locked for ten minutes"));
                case AuditKind.SignInFailed when codeNeeded:
                    return Results.Problem(http.Refuse(401, "code-needed", "请输入动态口令", "The one-time code is needed"));
                case AuditKind.SignInFailed:
                    return Results.Problem(http.Refuse(401, "sign-in-failed", "用户名、口令或动态口令不正确", "User name, password or code is wrong"));
                default:
                    limits.Succeeded(http);
                    await SessionCookie.SignInAsync(http, manager, account!, clock);
                    return Results.Ok(SessionView.Of(account!));
            }
        });
    }

    private static async Task<IResult> TooManyAsync(HttpContext http, AuditLog audit)
    {
        await audit.NoteAsync(AuditEntry.Of(http, AuditKind.SlowedDown, "?", subject: "", status: 429));
        http.Response.Headers.RetryAfter = ((int)SignInLimits.Window.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        return Results.Problem(http.Refuse(429, "slow-down", "登录失败次数过多，请 5 分钟后再试", "Too many failures: try again in five minutes"));
    }

    private static async Task<(AuditKind Outcome, bool CodeNeeded)> TryAsync(UserManager<Account> manager, Account? account, SignIn sent)
    {
        if (account is not { Disabled: false, PasswordHash: not null })
        {
            manager.PasswordHasher.VerifyHashedPassword(Nobody, Nobody.PasswordHash!, sent.Password!);
            return (AuditKind.SignInFailed, false);
        }

        if (await manager.IsLockedOutAsync(account))
            return (AuditKind.Locked, false);
        if (await manager.CheckPasswordAsync(account, sent.Password!))
        {
            // Asked for by name only once the password is right. That is no failure, and no success that would let somebody
            // with the password alone guess codes without end.
            if (account.TotpOn && sent.Code is null)
                return (AuditKind.SignInFailed, true);
            if (!account.TotpOn || await Totp.OpensAsync(manager, account, sent.Code!))
            {
                await manager.ResetAccessFailedCountAsync(account);
                return (AuditKind.SignIn, false);
            }
        }

        await manager.AccessFailedAsync(account);
        return (await manager.IsLockedOutAsync(account) ? AuditKind.Locked : AuditKind.SignInFailed, false);
    }

    private static IEnumerable<Problem> Check(SignIn sent)
    {
        if (sent?.User is not { Length: > 0 and <= 64 })
            yield return new("user", "请填写用户名", "The user name is required");
        if (sent?.Password is not { Length: > 0 and <= 128 })
            yield return new("password", "请填写口令", "The password is required");
        if (sent?.Code is { Length: > 20 })
            yield return new("code", "动态口令为 6 位数字，恢复码为 12 位", "A code has 6 digits, a recovery code 12 signs");
    }

    private static Account MakeNobody()
    {
        var nobody = new Account { Id = "?", Name = "?" };
        nobody.SetPassword(Passwords.Random());
        return nobody;
    }
}
