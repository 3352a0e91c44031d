using Ledger.Api.Setup;
using Ledger.Api.Units;
using Microsoft.AspNetCore.Identity;
using Wolverine.Http;

namespace Ledger.Api.Access;

/// <summary>Change one's own password; every other session of the account is over then.</summary>
public sealed record ChangePassword(string? Current, string? New)
{
    public override string ToString() => nameof(ChangePassword);
}

public static class ChangePasswordEndpoint
{
    [WolverinePut("/api/session/password")]
    public static Task<IResult> Put(ChangePassword sent, HttpContext http, Accounts accounts, KnownUnits units, AuditLog audit, TimeProvider clock) => accounts.WithAsync(Caller.Of(http).Id, async (manager, account) =>
    {
        if (!await OwnPassword.IsAsync(manager, account!, sent?.Current))
            return OwnPassword.Wrong(http, "current");
        if (Passwords.Check("new", sent!.New, account!.Id, await AboutAsync(account, units, http.RequestAborted)) is { } problem)
            return Results.Problem(http.Invalid([problem]));
        if (sent.New == sent.Current)
            return Results.Problem(http.Invalid([new("new", "新口令与原口令相同", "The new password is the old one")]));
        account.SetPassword(sent.New!);
        account.MustChangePassword = false;
        if (!(await manager.UpdateAsync(account)).Succeeded)
            return Results.Problem(AccountChange.Stale(http));
        await audit.WriteAsync(AuditEntry.Of(http, AuditKind.PasswordChanged, account.Id, account.Id));
        await SessionCookie.SignInAsync(http, manager, account, clock);
        return Results.NoContent();
    });

    private static async Task<IReadOnlyList<string>> AboutAsync(Account account, KnownUnits units, CancellationToken ct)
    {
        List<string> about = [account.Name];
        foreach (var code in account.Grants.Select(g => g.Unit).OfType<string>().Distinct())
            about.AddRange(await units.FindAsync(code, ct) is { } unit ? [code, unit.Name, unit.ShortName] : [code]);
        return about;
    }
}

/// <summary>The password of whoever is signed in, asked for again; guesses count as failed sign-ins.</summary>
internal static class OwnPassword
{
    public static async Task<bool> IsAsync(UserManager<Account> manager, Account account, string? password)
    {
        if (await manager.IsLockedOutAsync(account))
            return false;
        if (password is { Length: > 0 and <= 128 } && await manager.CheckPasswordAsync(account, password))
            return true;
        await manager.AccessFailedAsync(account);
        return false;
    }

    public static IResult Wrong(HttpContext http, string path) =>
        Results.Problem(http.Invalid([new(path, "口令不正确", "The password is wrong")]));
}
