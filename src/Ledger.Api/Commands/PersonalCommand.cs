using Ledger.Api.Access;
using Ledger.Api.Erasures;
using Ledger.Domain.Units;
using Marten;
using Npgsql;

namespace Ledger.Api.Commands;

/// <summary><c>personal NAME | --all [--unit U]</c>: what is stored about whom: where, in which event and field, since when, and who can see it.</summary>
public static class PersonalCommand
{
    private const string Usage = "用法 | usage: ./run personal NAME [--unit U]\n              ./run personal --all [--unit U]";

    public static async Task<int> RunAsync(string[] args, IDocumentStore store, NpgsqlDataSource database, TextWriter output, TextWriter error, CancellationToken ct)
    {
        var all = args.Contains("--all");
        var given = new Arguments([.. args.Where(a => a != "--all")], "unit");
        if (given.Error is not null || given.Words.Count != (all ? 0 : 1))
        {
            await error.WriteLineAsync($"{given.Error}\n{Usage}".TrimStart('\n'));
            return 2;
        }

        await using var session = store.QuerySession();
        var units = (await session.Query<Unit>().ToListAsync(ct)).Where(u => given["unit"] is null || u.Id == given["unit"]).OrderBy(u => u.Id, StringComparer.Ordinal).ToList();
        if (units.Count == 0)
        {
            await error.WriteLineAsync($"没有单位“{given["unit"]}” | there is no unit '{given["unit"]}'");
            return 2;
        }

        await using var connection = await database.OpenConnectionAsync(ct);
        var places = 0;
        foreach (var unit in units)
            places += all ? await PersonsAsync(connection, unit, output, ct) : await PlacesAsync(connection, unit, given.Words[0], output, ct);
        if (!all)
            places += await OutsideAsync(session, connection, given.Words[0], output, ct);
        // Looking somebody up is itself something to be accountable for; the log keeps that it was done, not for whom.
        await AuditLog.InsertAsync(database, [new(TimeProvider.System.GetUtcNow(), AuditKind.PersonalListed, TokenCommand.Operator, given["unit"], null, null, null)], AuditLine.To(error), ct);
        await output.WriteLineAsync(places == 0 ? "没有找到 | nothing found" : $"共 {places} 处 | {places} in all");
        return 0;
    }

    private static async Task<int> PersonsAsync(NpgsqlConnection connection, Unit unit, TextWriter output, CancellationToken ct)
    {
        var persons = await PersonalList.PersonsAsync(connection, unit.Id, ct);
        foreach (var person in persons)
            await output.WriteLineAsync($"{unit.Id}\t{person.Name}\t{person.Places} 处 | places\t{person.Since:yyyy-MM-dd} 起 | since");
        return persons.Count;
    }

    private static async Task<int> PlacesAsync(NpgsqlConnection connection, Unit unit, string name, TextWriter output, CancellationToken ct)
    {
        var places = await PersonalList.PlacesAsync(connection, unit.Id, name, ct);
        foreach (var place in places)
            await output.WriteLineAsync($"{unit.Id}\t第 {place.Sequence} 号事件 | event {place.Sequence}\t{place.Type} {place.Path}\t{place.Since:yyyy-MM-dd} 起 | since\t{place.SeenBy}\t{(place.Erasable ? "可删除 | erasable" : "非个人信息字段 | not personal")}");
        foreach (var kept in (await MadeFromEvents.EditionsAsync(connection, unit.Id, name, ct)).Select(e => $"{unit.Id}\t{e}\t所有收到该文件的人 | whoever has the document\t不删除 | kept"))
            await output.WriteLineAsync(kept);
        return places.Count;
    }

    private static async Task<int> OutsideAsync(IQuerySession session, NpgsqlConnection connection, string name, TextWriter output, CancellationToken ct)
    {
        var accounts = await session.Query<Account>().Where(a => a.Name == name || a.Id == name).ToListAsync(ct);
        foreach (var account in accounts)
        {
            await output.WriteLineAsync($"账号 | account\t{account.Id}\t{account.CreatedAt:yyyy-MM-dd} 起 | since\t{string.Join(' ', account.Grants)}\t{(account.Disabled ? "已停用 | disabled" : "使用中 | in use")}\t系统管理员、安全管理员 | system and security administrators");
            await using var command = new NpgsqlCommand("select count(*), min(at) from audit.log where who = $1 or subject like '%' || $1 || '%'", connection) { Parameters = { new() { Value = account.Id } } };
            await using var row = await command.ExecuteReaderAsync(ct);
            if (await row.ReadAsync(ct) && row.GetInt64(0) > 0)
                await output.WriteLineAsync($"审计日志 | audit log\t{account.Id}\t{row.GetInt64(0)} 条 | rows\t{row.GetFieldValue<DateTimeOffset>(1):yyyy-MM-dd} 起 | since\t审计管理员 | audit administrators\t不可更改 | never changed");
        }

        return accounts.Count;
    }
}
