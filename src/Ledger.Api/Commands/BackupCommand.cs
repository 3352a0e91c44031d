using System.Globalization;
using Ledger.Api.Backups;
using Ledger.Domain;

namespace Ledger.Api.Commands;

/// <summary><c>backup [--keep N]</c>: everything of the data folder into the backup folder, tried by restoring it.</summary>
public static class BackupCommand
{
    private const int Kept = 7;

    public static async Task<int> RunAsync(string[] args, TextWriter output, TextWriter error, CancellationToken ct)
    {
        var given = new Arguments(args, "keep");
        var keep = given["keep"] is { } sent ? int.TryParse(sent, NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : 0 : Kept;
        if (given.Error is not null || given.Words.Count > 0 || keep < 1)
        {
            await error.WriteLineAsync($"{given.Error}\n用法 | usage: ./run backup [--keep N]".TrimStart('\n'));
            return 2;
        }

        var data = RestoreCommand.OwnFolder();
        var to = BackupFolder.Of(data);
        var last = await TakeBackup.RunAsync(data, to, keep, error.WriteLine, ct);
        await output.WriteLineAsync(
            $"""
            备份完成并已试恢复核对：{to.PathOf(BackupFolder.IdOf(last.At!.Value))}
            截至第 {last.Sequence} 号事件，{last.Bytes / 1024.0 / 1024:0.0} MB（佐证材料另存），用时 {last.Seconds:0.0} 秒；共保留 {to.List().Count} 份
            backed up, restored aside and verified: event {last.Sequence}, {ChinaCalendar.InChina(last.At.Value):yyyy-MM-dd HH:mm:ss}
            """);
        return 0;
    }
}
