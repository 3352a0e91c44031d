using Ledger.Api.Access;
using Ledger.Api.Erasures;
using Ledger.Api.Sealing;
using Ledger.Api.Setup;
using Marten;
using Npgsql;

namespace Ledger.Api.Commands;

/// <summary><c>erase NAME --unit U --reason R</c>: takes a person's name out of a unit's ledger, by whoever holds the data folder.</summary>
public static class EraseCommand
{
    private const string Usage = "用法 | usage: ./run erase NAME --unit U --reason R（先用 ./run personal NAME 查看 | look first with ./run personal NAME）";

    public static async Task<int> RunAsync(string[] args, IDocumentStore store, NpgsqlDataSource database, TextWriter output, TextWriter error, CancellationToken ct)
    {
        var given = new Arguments(args, "unit", "reason");
        var (unit, reason) = (given.Need("unit"), given.Need("reason"));
        var name = given.Words is [var one] ? one : null;
        var problem = given.Error ?? (name is null ? Usage : ErasableName.Problem(name, reason) is { } wrong ? $"{wrong.Message} | {wrong.EnglishMessage}" : null);
        if (problem is null && !await ExportCommand.KnowsAsync(store, unit, ct))
            problem = $"没有单位“{unit}” | there is no unit '{unit}'";
        if (problem is not null)
        {
            await error.WriteLineAsync(problem);
            return 2;
        }

        var keys = new LogKeys(DataFolder.FromEnvironment());
        var erased = await new ErasureOfName(store, database, keys, new UnitLog(database, keys, new Sealer(database, keys))).RunAsync(unit, name!, reason, TokenCommand.Operator, TokenCommand.Operator, ct);
        if (erased is null)
        {
            await error.WriteLineAsync("没有可删除的内容 | nothing that can be erased");
            return 1;
        }

        await AuditLog.InsertAsync(database, [new(TimeProvider.System.GetUtcNow(), AuditKind.PersonalErased, TokenCommand.Operator, unit, $"{erased.StandIn} {reason}", null, null)], AuditLine.To(error), ct);
        await output.WriteLineAsync($"已从 {erased.Events} 个事件的 {erased.Members} 处删除，代以 {erased.StandIn} | erased from {erased.Members} places of {erased.Events} events; {erased.StandIn} stands there now");
        foreach (var left in erased.Left)
            await output.WriteLineAsync($"  保留 | kept: {left}");
        if (erased.NotScrubbed is { } why)
            await output.WriteLineAsync($"  数据库文件中的旧页须由数据库管理员清理 | old pages of the database's files are for its administrator to clear: {why}");
        await output.WriteLineAsync("  此前的备份仍含原文，随备份轮换到期删除 | backups taken before still hold it until they are rotated out");
        return 0;
    }
}
