using Ledger.Api.Setup;
using Marten;
using Npgsql;

namespace Ledger.Api.Access;

/// <summary>
/// The account that a new ledger begins with: system administrator, and lent the security office until somebody else holds
/// it. It never gets the audit log.
/// </summary>
public sealed class FirstAdministrator(IDocumentStore store, ILoggerFactory logs, TimeProvider clock)
{
    public const string Id = "admin";
    public const string Setting = "LEDGER_ADMIN_PASSWORD";

    /// <summary>Makes the account where there is none at all; a password that nobody set is said once.</summary>
    public async Task EnsureAsync(NpgsqlDataSource database, Action<string> say, CancellationToken ct)
    {
        await using var session = store.LightweightSession();
        if (await session.Query<Account>().AnyAsync(ct))
            return;
        var given = Environment.GetEnvironmentVariable(Setting) is { Length: > 0 } set ? set : null;
        if (given is not null && Passwords.Check(Setting, given, Id) is { } problem)
            throw new LedgerSetupException($"{Setting}：{problem.Message} ({problem.EnglishMessage})");
        var password = given ?? Passwords.Random();
        var admin = new Account { Id = Id, Name = "系统管理员", First = true, CreatedAt = clock.GetUtcNow(), Grants = [new(Role.SystemAdmin), new(Role.SecurityAdmin)] };
        admin.SetPassword(password);
        session.Insert(admin);
        await session.SaveChangesAsync(ct);
        var lines = logs.CreateLogger(AuditLine.Category);
        await AuditLog.InsertAsync(database, [new(clock.GetUtcNow(), AuditKind.AccountCreated, "start", null, Id, null, null)], e => AuditLine.Write(lines, e), ct);
        if (given is null)
            say($"首个管理员账号 {Id}，口令（只显示这一次）：{password} | first administrator, password shown once");
    }

    /// <summary>Somebody else has the security office now.</summary>
    internal async Task HandOverSecurityAsync(HttpContext http, Accounts accounts, AuditLog audit, CancellationToken ct)
    {
        await using var session = store.QuerySession();
        foreach (var first in (await session.Query<Account>().Where(a => a.First).ToListAsync(ct)).Where(a => a.Grants.Count > 1))
        {
            await accounts.WithAsync(first.Id, async (manager, account) =>
            {
                account!.Grants.Remove(new Grant(Role.SecurityAdmin));
                return await manager.UpdateAsync(account);
            });
            await audit.WriteAsync(AuditEntry.Of(http, AuditKind.RoleRevoked, Caller.Of(http).AuditName, $"{first.Id} {new Grant(Role.SecurityAdmin)}"), ct);
        }
    }
}
