using Ledger.Api.Commands;
using Ledger.Api.Setup;
using Ledger.Domain.Figures;
using Npgsql;

namespace Ledger.Api.Backups;

/// <summary>A backup that was never restored is a hope: this restores it aside and looks.</summary>
internal static class BackupCheck
{
    /// <exception cref="LedgerSetupException">It cannot be restored, or what comes back is not what was there.</exception>
    public static async Task RunAsync(BackupFolder folder, Backup backup, Action<string> say, CancellationToken ct)
    {
        say("正在试恢复并核对…… (restoring it aside and verifying)");
        var trial = Path.Combine(folder.Root, ".trial");
        if (Directory.Exists(trial))
            Directory.Delete(trial, recursive: true);
        try
        {
            var data = new DataFolder(trial);
            var programs = await PostgresPrograms.ForAsync(backup.Major);
            await BackupTar.UnpackAsync(programs, folder.PathOf(backup.Id), Path.Combine(data.Postgres, $"{backup.Major}"), ct);
            File.Copy(Path.Combine(folder.PathOf(backup.Id), "password"), Path.Combine(data.Postgres, "password"));
            await using var postgres = await EmbeddedPostgres.OpenAsync(data, FolderUse.Verb, say, ct);
            await LookAsync(folder, backup, postgres.ConnectionString, ct);
        }
        finally
        {
            if (Directory.Exists(trial))
                Directory.Delete(trial, recursive: true);
        }
    }

    /// <summary>The events are there, their figures agree three ways, and no evidence is missing.</summary>
    private static async Task LookAsync(BackupFolder folder, Backup backup, string connection, CancellationToken ct)
    {
        await using var host = new VerbHost(connection);
        await host.StartAsync(ct);
        await using var database = NpgsqlDataSource.Create(connection);
        await using (var newest = database.CreateCommand("select coalesce(max(seq_id), 0) from ledger.mt_events"))
        {
            if ((long)(await newest.ExecuteScalarAsync(ct))! is var there && there < backup.Sequence)
                throw new LedgerSetupException($"备份只到第 {there} 号事件，备份开始时已有第 {backup.Sequence} 号。 (The backup ends at event {there}, before {backup.Sequence}.)");
        }

        var result = await Verification.RunAsync(host.Store, database, null, null, new Progress<string>(), ct);
        if (!result.Agrees)
            throw new LedgerSetupException($"试恢复的数据有 {result.Differences.Count} 处三种算法不一致。 (The restored figures differ in {result.Differences.Count} places.)");
        var missing = await MissingAsync(folder, database, ct);
        if (missing.Count > 0)
            throw new LedgerSetupException($"缺少佐证材料 {missing.Count} 份：{string.Join('、', missing.Take(5))} (Evidence is missing.)");
    }

    private static async Task<IReadOnlyList<string>> MissingAsync(BackupFolder folder, NpgsqlDataSource database, CancellationToken ct)
    {
        await using var named = database.CreateCommand("select distinct data ->> 'sha256' from ledger.mt_events where type in ('evidence_attached', 'matter_evidence_attached')");
        await using var reader = await named.ExecuteReaderAsync(ct);
        var missing = new List<string>();
        while (await reader.ReadAsync(ct))
        {
            if (!File.Exists(BackupFiles.EvidenceAt(folder.Evidence, reader.GetString(0))))
                missing.Add(reader.GetString(0));
        }

        return missing;
    }
}
