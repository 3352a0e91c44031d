using System.Diagnostics;
using System.Globalization;
using Ledger.Api.Entries;
using Ledger.Api.Sealing;
using Ledger.Api.Setup;
using Ledger.Domain;
using Ledger.Domain.Units;
using Ledger.Log.Audit;
using Ledger.Log.Notes;
using Marten;
using Npgsql;

namespace Ledger.Api.Commands;

/// <summary><c>log verify | checkpoint | keys | rotate-key</c>: the units' logs, computed again from the first event; what to keep of them; their keys.</summary>
public static class LogCommand
{
    private const string Usage = """
        用法 | usage: ./run log verify [--unit U] [--checkpoint FILE]
                      ./run log checkpoint --unit U
                      ./run log keys [--unit U]
                      ./run log rotate-key
        """;

    public static async Task<int> RunAsync(string[] args, IDocumentStore store, NpgsqlDataSource database, TextWriter output, TextWriter error, CancellationToken ct)
    {
        var given = new Arguments(args, "unit", "checkpoint");
        var folder = DataFolder.FromEnvironment();
        var keys = new LogKeys(folder);
        var log = new UnitLog(database, keys, new Sealer(database, keys));
        await using var session = store.QuerySession();
        var units = (await session.Query<Unit>().ToListAsync(ct)).Select(u => u.Id).Order(StringComparer.Ordinal).Where(u => given["unit"] is null || u == given["unit"]).ToList();
        var checkpoint = given["checkpoint"] is { } file && File.Exists(file) ? SignedNote.Parse(await File.ReadAllTextAsync(file, ct)) : null;
        var problem = given.Error
            ?? (given["unit"] is { } asked && units.Count == 0 ? $"没有单位“{asked}” | there is no unit '{asked}'" : null)
            ?? (given["checkpoint"] is { } named && checkpoint is null ? $"{named} 不是检查点 | is no checkpoint" : null);
        if (problem is not null || given.Words is not ["verify" or "checkpoint" or "keys" or "rotate-key"] || (given.Words is ["checkpoint"] && given["unit"] is null))
        {
            await error.WriteLineAsync($"{problem}\n{Usage}".TrimStart('\n'));
            return 2;
        }

        switch (given.Words[0])
        {
            case "rotate-key":
                keys.Rotate(TimeProvider.System.GetUtcNow());
                await ListKeysAsync(units, keys, output);
                return 0;
            case "keys":
                await ListKeysAsync(units, keys, output);
                return 0;
            case "checkpoint":
                await log.AwaitSealedAsync(ct);
                await output.WriteAsync((await log.CheckpointAsync(units[0], ct)).ToString());
                return 0;
            default:
                await log.AwaitSealedAsync(ct);
                using (var http = new HttpClient())
                    return await VerifyAsync(units, checkpoint, new LogVerification(database, keys, new EvidenceStore(folder)), new Witnesses(database, keys, folder, http), keys, output, ct);
        }
    }

    private static async Task ListKeysAsync(List<string> units, LogKeys keys, TextWriter output)
    {
        foreach (var (key, from) in units.SelectMany(keys.PublicFor))
            await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{key}\t{from:yyyy-MM-dd'T'HH:mm:ss'Z'}"));
    }

    private static async Task<int> VerifyAsync(List<string> units, SignedNote? checkpoint, LogVerification verification, Witnesses witnesses, LogKeys keys, TextWriter output, CancellationToken ct)
    {
        var (began, events, bad) = (Stopwatch.GetTimestamp(), 0L, 0);
        foreach (var unit in units)
        {
            var ofUnit = checkpoint is not null && checkpoint.Text.StartsWith(keys.OriginOf(unit) + "\n", StringComparison.Ordinal);
            var findings = await verification.RunAsync(unit, ofUnit ? [checkpoint!] : [], ct);
            events += findings.Size;
            var troubles = await witnesses.TroublesAsync(unit, ct);
            bad += findings.Intact && troubles.Count == 0 ? 0 : 1;
            await output.WriteLineAsync($"{(findings.Intact ? "✓" : "✗")} {unit}：{findings.Size} 个事件，根 {Convert.ToHexStringLower(findings.Root)[..16]}，{findings.Checkpoints} 个检查点");
            foreach (var erasure in findings.Erasures)
                await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"  {ChinaCalendar.InChina(new(erasure.At, TimeSpan.Zero)):yyyy-MM-dd} 删除个人信息 {erasure.Members.Count} 处：{erasure.Reason}（第 {erasure.Sequence} 号事件） | {erasure.Members.Count} members erased on order, event {erasure.Sequence}"));
            foreach (var fault in findings.Faults.Take(20))
                await output.WriteLineAsync("  " + Said(fault));
            foreach (var (witness, trouble) in troubles)
                await output.WriteLineAsync($"  见证方 {witness} 拒绝 | witness {witness} refuses: {trouble}");
        }

        if (checkpoint is not null && !units.Exists(u => checkpoint.Text.StartsWith(keys.OriginOf(u) + "\n", StringComparison.Ordinal)))
        {
            bad++;
            await output.WriteLineAsync("✗ 检查点不属于本台账 | the checkpoint is of no log of this ledger");
        }

        var seconds = Stopwatch.GetElapsedTime(began).TotalSeconds;
        await output.WriteLineAsync(bad == 0
            ? string.Create(CultureInfo.InvariantCulture, $"intact: {events} events of {units.Count} logs in {seconds:0.0} s")
            : string.Create(CultureInfo.InvariantCulture, $"BROKEN: {bad} of {units.Count} logs"));
        return bad == 0 ? 0 : 1;
    }

    private static string Said(LogFault fault)
    {
        var (chinese, english) = fault.Kind switch
        {
            FaultKind.EventChanged => ("事件与封存时不同", "the event is not what was sealed"),
            FaultKind.EventGone => ("已封存的事件不见了", "the sealed event is gone"),
            FaultKind.EventAdded => ("事后插入的事件", "an event put in afterwards"),
            FaultKind.LeafOutOfOrder => ("封存记录缺失或错位", "a leaf is gone or out of order"),
            FaultKind.NodeChanged => ("哈希节点与封存记录不符", "kept hashes do not fit the leaves"),
            FaultKind.CheckpointBroken => ("与已签名的检查点不符，此处之后被改写并重新计算", "not what was signed: changed and hashed anew from somewhere here"),
            FaultKind.CutOff => ("末尾被截去或恢复了旧数据", "the end was cut off, or an older state put back"),
            FaultKind.ErasedUnordered => ("内容被当作个人信息抹去，但没有经签名的删除记录，或现有内容与记录不符", "taken out as if erased, and no signed order says so"),
            FaultKind.ErasureForged => ("删除记录不是由本日志的密钥签名的", "an order to erase that this log's key did not sign"),
            FaultKind.CheckpointForged => ("检查点的签名无效", "a checkpoint is not signed by this log"),
            _ => ("佐证文件缺失或已被替换", "a file of evidence is gone or another"),
        };
        var place = fault.To - fault.From == 1 ? $"第 {fault.From} 片" : $"第 {fault.From}–{fault.To - 1} 片";
        return $"{place}{(fault.Sequence > 0 ? $"（第 {fault.Sequence} 号事件）" : "")}：{chinese} | leaf {fault.From}{(fault.To - fault.From == 1 ? "" : $"–{fault.To - 1}")}: {english}{(fault.Detail is null ? "" : $" ({fault.Detail})")}";
    }
}
