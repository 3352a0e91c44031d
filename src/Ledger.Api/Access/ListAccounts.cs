using System.Text.RegularExpressions;
using Ledger.Api.Entries;
using Ledger.Api.Setup;
using Ledger.Domain;
using Marten;
using Wolverine.Http;

namespace Ledger.Api.Access;

/// <summary>An account as administrators see it.</summary>
public sealed record AccountView(string User, string Name, bool Disabled, bool Locked, bool Totp, bool MustChangePassword, IReadOnlyList<GrantView> Roles, DateTimeOffset CreatedAt)
{
    public static AccountView Of(Account account)
    {
        ArgumentNullException.ThrowIfNull(account);
        return new(
            account.Id, account.Name, account.Disabled, account.LockedUntil > TimeProvider.System.GetUtcNow(), account.TotpOn, account.MustChangePassword,
            [.. account.Grants.Select(GrantView.Of)], account.CreatedAt);
    }
}

/// <summary>All accounts.</summary>
public static class ListAccounts
{
    [WolverineGet("/api/accounts")]
    public static async Task<IReadOnlyList<AccountView>> Get(IDocumentStore store, CancellationToken ct)
    {
        await using var session = store.QuerySession();
        return [.. (await session.Query<Account>().OrderBy(a => a.Id).ToListAsync(ct)).Select(AccountView.Of)];
    }
}

/// <summary>A new account; it holds nothing until the security administrator grants it a role.</summary>
public sealed record CreateAccount(string? User, string? Name);

/// <summary>The password for the first sign-in, shown once; it has to be changed then.</summary>
public sealed record IssuedPassword(string User, string Name, string Password)
{
    public override string ToString() => nameof(IssuedPassword);
}

public static partial class CreateAccountEndpoint
{
    [WolverinePost("/api/accounts")]
    public static Task<IResult> Post(CreateAccount sent, HttpContext http, Accounts accounts, AuditLog audit, TimeProvider clock)
    {
        var problems = Check(sent).ToList();
        if (problems.Count > 0)
            return Task.FromResult(Results.Problem(http.Invalid(problems)));
        return accounts.WithAsync(sent.User!, async (manager, taken) =>
        {
            if (taken is not null)
                return Results.Problem(http.Refuse(409, "account-exists", $"用户名“{taken.Id}”已被使用", $"The user name '{taken.Id}' is taken"));
            var (account, password) = Make(sent, clock);
            if (!(await manager.CreateAsync(account)).Succeeded)
                return Results.Problem(AccountChange.Stale(http));
            await audit.WriteAsync(AuditEntry.Of(http, AuditKind.AccountCreated, Caller.Of(http).AuditName, account.Id));
            http.Response.Headers.CacheControl = "no-store";
            return Results.Created($"/api/accounts/{account.Id}", new IssuedPassword(account.Id, account.Name, password));
        });
    }

    /// <summary>A new password for somebody who lost theirs; one-time codes are asked for as before.</summary>
    [WolverinePost("/api/accounts/{user}/password")]
    public static Task<IResult> Reset(string user, HttpContext http, Accounts accounts, AuditLog audit)
    {
        var password = Passwords.Random();
        http.Response.Headers.CacheControl = "no-store";
        return AccountChange.ChangeAsync(
            user, http, accounts, audit, AuditKind.PasswordReset, null,
            account =>
            {
                if (account.Subject is not null)
                    return new("user", "此账号由单位统一身份登录，没有口令", "This account signs in by the organisation's provider and has no password");
                account.SetPassword(password);
                (account.MustChangePassword, account.Failures, account.LockedUntil) = (true, 0, null);
                return null;
            },
            account => new IssuedPassword(account.Id, account.Name, password));
    }

    public static (Account Account, string Password) Make(CreateAccount wanted, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(wanted);
        ArgumentNullException.ThrowIfNull(clock);
        var password = Passwords.Random();
        var account = new Account { Id = wanted.User!, Name = wanted.Name!, MustChangePassword = true, CreatedAt = clock.GetUtcNow() };
        account.SetPassword(password);
        return (account, password);
    }

    public static IEnumerable<Problem> Check(CreateAccount wanted)
    {
        if (wanted?.User is null || !UserPattern().IsMatch(wanted.User) || wanted.User is Guests.Id or "start")
            yield return new("user", "用户名为 2 至 40 个小写字母、数字、点、横线或下划线，以字母开头", "A user name has 2 to 40 lower-case letters, digits, dots, dashes or underscores and begins with a letter");
        if (!PlainText.Is(wanted?.Name, 2, 30))
            yield return new("name", "姓名应有 2 至 30 字", "A name has 2 to 30 characters");
    }

    [GeneratedRegex("^[a-z][a-z0-9._-]{1,39}$")]
    private static partial Regex UserPattern();
}
