using Ledger.Api.Access;
using Ledger.Api.Units;
using Marten;
using Npgsql;

namespace Ledger.Api.Commands;

/// <summary>
/// <c>user add USER --name NAME [--role ROLE [--unit CODE]]</c>: a new account; its first password, alone on the last line,
/// has to be changed at the first sign-in.
/// </summary>
public static class UserCommand
{
    private const string Usage = "用法 | usage: ./run user add USER --name NAME [--role ROLE [--unit CODE]]";

    public static async Task<int> RunAsync(string[] args, IDocumentStore store, NpgsqlDataSource database, TextWriter output, TextWriter error, CancellationToken ct)
    {
        var given = new Arguments(args, "name", "role", "unit");
        var wanted = new CreateAccount(given.Words.ElementAtOrDefault(1), given.Need("name"));
        var problems = CreateAccountEndpoint.Check(wanted).ToList();
        Grant? grant = null;
        if (given["role"] is { } role)
        {
            (grant, var wrong) = Grant.Of(role, given["unit"]);
            if (wrong is not null)
                problems.Add(wrong);
            if (grant?.Unit is { } unit && !await new KnownUnits(store).HasPlaceAsync(grant, ct))
                problems.Add(new("unit", $"没有代码为“{unit}”的单位", $"There is no unit with the code '{unit}'"));
        }

        if (given.Words is not ["add", _] || given.Error is not null || problems.Count > 0)
        {
            await error.WriteLineAsync(string.Join('\n', problems.Select(p => $"{p.Path}: {p.Message} | {p.EnglishMessage}").Prepend(given.Error ?? Usage)));
            return 2;
        }

        await using var session = store.LightweightSession();
        if (await session.LoadAsync<Account>(wanted.User!, ct) is not null)
        {
            await error.WriteLineAsync($"用户名“{wanted.User}”已被使用 | the user name '{wanted.User}' is taken");
            return 1;
        }

        var (account, password) = CreateAccountEndpoint.Make(wanted, TimeProvider.System);
        if (grant is not null)
            account.Grants.Add(grant);
        session.Insert(account);
        await session.SaveChangesAsync(ct);
        List<AuditEntry> done = [Entry(AuditKind.AccountCreated, account.Id)];
        if (grant is not null)
            done.Add(Entry(AuditKind.RoleGranted, $"{account.Id} {grant}"));
        await AuditLog.InsertAsync(database, done, AuditLine.To(error), ct);
        await output.WriteLineAsync(password);
        return 0;

        AuditEntry Entry(AuditKind kind, string subject) =>
            new(TimeProvider.System.GetUtcNow(), kind, TokenCommand.Operator, grant?.Unit, subject, null, null);
    }
}
