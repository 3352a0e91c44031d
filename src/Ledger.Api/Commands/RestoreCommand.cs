using System.Globalization;
using Ledger.Api.Backups;
using Ledger.Api.Setup;
using Ledger.Domain;

namespace Ledger.Api.Commands;

/// <summary><c>restore [--to TIME]</c>: the data folder as it was at that moment, or at the end of the log; 1 when the figures then disagree.</summary>
public static class RestoreCommand
{
    private static readonly string[] Forms = ["yyyy-MM-dd HH:mm", "yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss"];

    public static async Task<int> RunAsync(string[] args, TextWriter output, TextWriter error, CancellationToken ct)
    {
        var given = new Arguments(args, "to");
        var to = Moment(given["to"]);
        if (given.Error is not null || given.Words.Count > 0 || (given["to"] is not null && to is null))
        {
            await error.WriteLineAsync($"{given.Error}\n用法 | usage: ./run restore [--to \"2024-01-12 09:30\"]（北京时间 | China time）".TrimStart('\n'));
            return 2;
        }

        var data = OwnFolder();
        var restored = await RestoreBackup.RunAsync(data, BackupFolder.Of(data), to, error.WriteLine, ct);
        await output.WriteLineAsync(
            $"""
            已恢复到第 {restored.Sequence} 号事件{(restored.At is { } at ? $"（{ChinaCalendar.InChina(at):yyyy-MM-dd HH:mm:ss} 登记）" : "")}，所用备份 {restored.From.Id}
            {(restored.Differences == 0 ? "三种算法核对：一致" : $"三种算法核对：{restored.Differences} 处不一致，请运行 ./run verify 查看")}
            restored to event {restored.Sequence}; {(restored.Differences == 0 ? "all three evaluators agree" : $"{restored.Differences} difference(s)")}
            """);
        if (restored.Aside is not null)
            await output.WriteLineAsync($"原来的数据库留在 {restored.Aside}，确认无误后可自行删除 | what was there before is kept in that folder");
        return restored.Differences == 0 ? 0 : 1;
    }

    /// <exception cref="LedgerSetupException">The database is somebody else's to back up.</exception>
    internal static DataFolder OwnFolder() => Database.Configured() is null
        ? DataFolder.FromEnvironment()
        : throw new LedgerSetupException(
            "数据库在您自己的 PostgreSQL 服务器上（ConnectionStrings__Ledger），请用该服务器的备份办法，并备份数据文件夹中的 evidence 和 keys。" +
            " (The database is on a server of your own: back it up by its own means, and the folders evidence and keys beside it.)");

    private static DateTimeOffset? Moment(string? sent)
    {
        if (DateTime.TryParseExact(sent, Forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local))
            return new DateTimeOffset(local, TimeSpan.FromHours(8));
        return DateTimeOffset.TryParse(sent, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment)
            && (sent!.EndsWith('Z') || sent.LastIndexOfAny(['+', '-']) > 10) ? moment : null;
    }
}
