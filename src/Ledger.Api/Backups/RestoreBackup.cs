using Ledger.Api.Commands;
using Ledger.Api.Setup;
using Ledger.Domain;
using Ledger.Domain.Figures;
using Npgsql;

namespace Ledger.Api.Backups;

/// <summary>What came back.</summary>
/// <param name="From">The backup it was rolled forward from.</param>
/// <param name="Sequence">The newest event there is now.</param>
/// <param name="At">When that event was recorded; null for an empty ledger.</param>
/// <param name="Aside">Where the cluster lies that was there before; null if there was none.</param>
/// <param name="Differences">Cells on which the three evaluators disagree; 0 is good.</param>
public sealed record Restored(Backup From, long Sequence, DateTimeOffset? At, string? Aside, int Differences);

/// <summary>
/// Puts a data folder back to a moment: the newest backup before it, rolled forward by the write-ahead log as far as there
/// is any. What was there before is set aside and not deleted.
/// </summary>
public static class RestoreBackup
{
    private const string Log = "restore-wal";
    private const string Marker = "recovery.signal";
    private const string Settings = "postgresql.auto.conf";

    /// <param name="data">The folder to put back; it may be empty.</param>
    /// <param name="from">Where the backups are.</param>
    /// <param name="to">The moment; null for as far as the log goes.</param>
    /// <param name="say">Told what is being done.</param>
    /// <param name="ct">Ends it; what was there before is then put back.</param>
    /// <exception cref="LedgerSetupException">It cannot be done; everything is as it was.</exception>
    public static async Task<Restored> RunAsync(DataFolder data, BackupFolder from, DateTimeOffset? to, Action<string> say, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(from);
        ArgumentNullException.ThrowIfNull(say);
        await using var alone = from.TryAlone()
            ?? throw new LedgerSetupException($"{from.Root} 中另有备份或恢复正在进行。 (Another backup or restore is under way there.)");
        await using var service = FolderLocks.TryService(data) ?? throw InUse(data);
        var backup = from.List().FirstOrDefault(b => to is null || b.At <= to)
            ?? throw new LedgerSetupException(to is null
                ? $"{from.Root} 中没有备份。 (There is no backup in that folder; {BackupFolder.Setting} names another.)"
                : $"{from.Root} 中没有 {ChinaCalendar.InChina(to.Value):yyyy-MM-dd HH:mm:ss} 之前的备份。 (There is no backup from before that moment.)");
        var programs = await PostgresPrograms.ForAsync(backup.Major);
        var cluster = Path.Combine(data.Postgres, $"{backup.Major}");

        await using (FolderLocks.TryUser(data, alone: true) ?? throw InUse(data))
            await EndOrphanAsync(data, cluster, say);
        var aside = await SwapAsync(data, from, backup, programs, cluster, to, say, ct);
        try
        {
            return await RollForwardAsync(data, from, backup, cluster, aside, say, ct);
        }
        catch (Exception e) when (e is LedgerSetupException or OperationCanceledException or NpgsqlException)
        {
            PutBack(cluster, aside);
            throw e is LedgerSetupException && e.Message.Contains("before configured recovery target was reached", StringComparison.Ordinal)
                ? new LedgerSetupException("备份和日志都到不了这个时刻；不写 --to 就恢复到最后。 (The log ends before that moment: without --to it is followed to its end.)")
                : e;
        }
        finally
        {
            if (Directory.Exists(Path.Combine(data.Postgres, Log)))
                Directory.Delete(Path.Combine(data.Postgres, Log), recursive: true);
        }
    }

    /// <summary>The backup in the place of the cluster, told how far to go.</summary>
    private static async Task<string?> SwapAsync(
        DataFolder data, BackupFolder from, Backup backup, PostgresPrograms programs, string cluster, DateTimeOffset? to, Action<string> say, CancellationToken ct)
    {
        say($"正在恢复 {ChinaCalendar.InChina(backup.At):yyyy-MM-dd HH:mm:ss} 的备份…… (restoring the backup)");
        var unpacked = cluster + ".new";
        if (Directory.Exists(unpacked))
            Directory.Delete(unpacked, recursive: true);
        await BackupTar.UnpackAsync(programs, from.PathOf(backup.Id), unpacked, ct);
        WalArchive.Gather(data, from.Wal, Directory.Exists(cluster) ? cluster : null, backup.FirstSegment, Path.Combine(data.Postgres, Log));
        await File.AppendAllTextAsync(Path.Combine(unpacked, Settings), Recovery(to), ct);
        await File.WriteAllTextAsync(Path.Combine(unpacked, Marker), "", ct);
        File.Copy(Path.Combine(from.PathOf(backup.Id), "password"), Path.Combine(data.Postgres, "password"), overwrite: true);
        foreach (var key in Directory.EnumerateFiles(Path.Combine(from.PathOf(backup.Id), "keys")).Where(k => !File.Exists(Path.Combine(data.Keys, Path.GetFileName(k)))))
            BackupFiles.Copy(key, Path.Combine(data.Keys, Path.GetFileName(key)));
        BackupFiles.CopyEvidence(from.Evidence, data.Evidence);
        var user = await ServerUser.ForAsync(data);
        await user.OwnAsync(data.Postgres);

        if (!Directory.Exists(cluster))
        {
            Directory.Move(unpacked, cluster);
            return null;
        }

        var aside = $"{cluster}.before-{BackupFolder.IdOf(TimeProvider.System.GetUtcNow())}";
        Directory.Move(cluster, aside);
        Directory.Move(unpacked, cluster);
        return aside;
    }

    private static async Task<Restored> RollForwardAsync(
        DataFolder data, BackupFolder from, Backup backup, string cluster, string? aside, Action<string> say, CancellationToken ct)
    {
        say("正在按日志向前恢复…… (rolling forward by the log)");
        // Nobody can connect before it has come to its end.
        await using var postgres = await EmbeddedPostgres.OpenAsync(data, FolderUse.Verb, say, ct);
        Forget(Path.Combine(cluster, Settings));
        await using var host = new VerbHost(postgres.ConnectionString);
        await host.StartAsync(ct);
        await using var database = NpgsqlDataSource.Create(postgres.ConnectionString);
        await using (var reload = database.CreateCommand("select pg_reload_conf()"))
            await reload.ExecuteNonQueryAsync(ct);
        var (sequence, at) = await NewestAsync(database, ct);
        say("正在核对…… (verifying)");
        var result = await Verification.RunAsync(host.Store, database, null, null, new Progress<string>(), ct);
        return new Restored(backup, sequence, at, aside, result.Differences.Count);
    }

    private static async Task<(long Sequence, DateTimeOffset? At)> NewestAsync(NpgsqlDataSource database, CancellationToken ct)
    {
        await using var newest = database.CreateCommand("select seq_id, timestamp from ledger.mt_events where isfinite(timestamp) order by seq_id desc limit 1");
        await using var reader = await newest.ExecuteReaderAsync(ct);
        return await reader.ReadAsync(ct) ? (reader.GetInt64(0), reader.GetFieldValue<DateTimeOffset>(1)) : (0, null);
    }

    private static string Recovery(DateTimeOffset? to) => $"""

        # recovery, taken out again when it is done
        restore_command = 'gunzip -c < ../{Log}/%f.gz > %p'
        recovery_target_action = 'promote'
        hot_standby = off{(to is { } moment ? $"\nrecovery_target_time = '{moment.UtcDateTime:yyyy-MM-dd HH:mm:ss.ffffff}+00'" : "")}

        """;

    private static void Forget(string settings)
    {
        var lines = File.ReadAllLines(settings);
        File.WriteAllLines(settings, lines.TakeWhile(line => !line.StartsWith("# recovery,", StringComparison.Ordinal)));
    }

    private static void PutBack(string cluster, string? aside)
    {
        Directory.Delete(cluster, recursive: true);
        if (aside is not null)
            Directory.Move(aside, cluster);
    }

    private static async Task EndOrphanAsync(DataFolder data, string cluster, Action<string> say)
    {
        if (Directory.Exists(cluster) && Postmaster.Read(cluster) is { IsAlive: true })
            await new PostgresServer(await Cluster.OpenAsync(data, say), say).StopAsync();
    }

    private static LedgerSetupException InUse(DataFolder data) =>
        new($"{data.Root} 正在使用中，请先停止服务和其他命令。 (The data folder is in use: stop the service and other verbs first.)");
}
