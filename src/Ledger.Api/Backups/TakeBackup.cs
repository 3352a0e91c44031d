using Ledger.Api.Commands;
using Ledger.Api.Setup;
using Marten;
using Npgsql;

namespace Ledger.Api.Backups;

/// <summary>
/// A backup of everything a data folder holds, beside a running service or without one, and the proof that it is one: it
/// is restored aside, started, and its figures are counted three ways.
/// </summary>
public static class TakeBackup
{
    /// <exception cref="LedgerSetupException">It could not be taken, or what was taken is no good; the message says what is wrong.</exception>
    public static async Task<LastBackup> RunAsync(DataFolder data, BackupFolder to, int keep, Action<string> say, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(to);
        ArgumentNullException.ThrowIfNull(say);
        await using var alone = to.TryAlone()
            ?? throw new LedgerSetupException($"{to.Root} 中另有备份或恢复正在进行。 (Another backup or restore is under way there.)");
        await using var postgres = await EmbeddedPostgres.OpenAsync(data, FolderUse.Verb, say, ct);
        await using var host = new VerbHost(postgres.ConnectionString);
        await host.StartAsync(ct);
        var began = TimeProvider.System.GetTimestamp();
        try
        {
            var taken = await CopyAsync(data, to, postgres.ConnectionString, say, ct);
            await BackupCheck.RunAsync(to, taken, say, ct);
            to.Keep(keep);
            var last = new LastBackup { At = taken.At, Sequence = taken.Sequence, Bytes = taken.Bytes, Seconds = TimeProvider.System.GetElapsedTime(began).TotalSeconds };
            await RememberAsync(host.Store, last, ct);
            return last;
        }
        catch (LedgerSetupException e)
        {
            await using var session = host.Store.QuerySession();
            var before = await session.LoadAsync<LastBackup>(LastBackup.Only, ct) ?? new LastBackup();
            await RememberAsync(host.Store, before with { FailedAt = TimeProvider.System.GetUtcNow(), Fault = e.Message }, ct);
            throw;
        }
    }

    private static async Task<Backup> CopyAsync(DataFolder data, BackupFolder to, string connection, Action<string> say, CancellationToken ct)
    {
        var at = TimeProvider.System.GetUtcNow();
        var cluster = await Cluster.OpenAsync(data, say);
        var server = new NpgsqlConnectionStringBuilder(connection);
        await using var database = NpgsqlDataSource.Create(connection);
        await WalArchive.BeginAsync(data, cluster, database, server.Port, ct);
        await using var newest = database.CreateCommand("select coalesce(max(seq_id), 0) from ledger.mt_events");
        var sequence = (long)(await newest.ExecuteScalarAsync(ct))!;

        say("正在备份数据库…… (backing up the database)");
        var id = BackupFolder.IdOf(at);
        var aside = to.PathOf(id) + ".new";
        if (Directory.Exists(aside))
            Directory.Delete(aside, recursive: true);
        DataFolder.CreatePrivate(aside);
        await BackupTar.WriteAsync(cluster.Programs, server.Host!, server.Port, server.Password!, aside);

        say("正在备份佐证材料和密钥…… (backing up evidence and keys)");
        BackupFiles.CopyFolder(data.Keys, Path.Combine(aside, "keys"));
        BackupFiles.Copy(Path.Combine(data.Postgres, "password"), Path.Combine(aside, "password"));
        // After the database: every file an event of it names was there before the event.
        var damaged = BackupFiles.CopyEvidence(data.Evidence, to.Evidence);
        if (damaged.Count > 0)
            throw new LedgerSetupException($"佐证材料已损坏，内容与名称不符：{string.Join('、', damaged)} (Evidence is damaged: its content is not what its name says.)");
        await WalArchive.CatchUpAsync(database, ct);
        WalArchive.MoveTo(data, to.Wal);

        var backup = new Backup(id, at, sequence, cluster.Programs.Major, BackupTar.FirstSegment(aside), Directory.EnumerateFiles(aside, "*", SearchOption.AllDirectories).Sum(f => new FileInfo(f).Length));
        if (Directory.Exists(to.PathOf(id)))
            throw new LedgerSetupException($"{to.PathOf(id)} 已存在，请稍后再试。 (It is there already: try again in a second.)");
        Directory.Move(aside, to.PathOf(id));
        BackupFolder.Describe(to.PathOf(id), backup);
        return backup;
    }

    private static async Task RememberAsync(DocumentStore store, LastBackup last, CancellationToken ct)
    {
        await using var session = store.LightweightSession();
        session.Store(last);
        await session.SaveChangesAsync(ct);
    }
}
