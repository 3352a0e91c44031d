using Ledger.Api.Backups;
using Ledger.Api.Commands;
using Ledger.Api.Entries;
using Ledger.Api.Setup;
using Ledger.Api.Tests.Setup;
using Ledger.Domain.Entries;
using Ledger.Domain.Kinds;
using Npgsql;

namespace Ledger.Api.Tests.Backups;

/// <summary>A data folder with the sample year and a backup of it.</summary>
public sealed class BackedUp : IAsyncLifetime
{
    public TemporaryDataFolder Ledger { get; } = new();
    public BackupFolder Backups { get; private set; } = null!;
    public LastBackup Last { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Backups = new BackupFolder(Path.Combine(Ledger.Data.Root, "backups"));
        await using (var postgres = await Ledger.OpenAsync(FolderUse.Service))
        {
            await using var host = new VerbHost(postgres.ConnectionString);
            await host.StartAsync(CancellationToken.None);
            await SeedJournal.PlantAsync(host.Store, new EvidenceStore(Ledger.Data), SeedCommand.SampleFolder, CancellationToken.None);
            // Beside the service, as it is done in practice.
            Last = await TakeBackup.RunAsync(Ledger.Data, Backups, keep: 7, _ => { }, CancellationToken.None);
        }
    }

    public ValueTask DisposeAsync()
    {
        Ledger.Dispose();
        return ValueTask.CompletedTask;
    }
}

public sealed class BackupTests(BackedUp backed) : IClassFixture<BackedUp>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task a_new_machine_gets_everything_back()
    {
        using var other = new TemporaryDataFolder();
        var restored = await RestoreBackup.RunAsync(other.Data, backed.Backups, null, _ => { }, Cancel);
        Assert.True(restored.Sequence >= backed.Last.Sequence);
        Assert.True(backed.Last.Sequence > 200);
        Assert.Equal(0, restored.Differences);
        Assert.Null(restored.Aside);
        Assert.Equal(Files(backed.Ledger.Data.Evidence), Files(other.Data.Evidence));
        Assert.Equal(Files(backed.Ledger.Data.Keys), Files(other.Data.Keys));
        Assert.False(other.IsServerRunning);
        // It is the ledger now, and no longer one that is being put back.
        Assert.False(File.Exists(Path.Combine(other.Cluster, "recovery.signal")));
        Assert.DoesNotContain("restore_command", await File.ReadAllTextAsync(Path.Combine(other.Cluster, "postgresql.auto.conf"), Cancel), StringComparison.Ordinal);
        await using var postgres = await other.OpenAsync(FolderUse.Service);
        Assert.True(await LogAsync(postgres) > restored.Sequence);
    }

    [Fact]
    public async Task a_damaged_backup_is_refused_and_the_ledger_stays_as_it_was()
    {
        using var copy = new TemporaryBackups(backed.Backups);
        var archive = Path.Combine(copy.Folder.PathOf(copy.Folder.List()[0].Id), "base.tar.gz");
        var bytes = await File.ReadAllBytesAsync(archive, Cancel);
        bytes[bytes.Length / 2] ^= 0x40;
        await File.WriteAllBytesAsync(archive, bytes, Cancel);
        using var other = new TemporaryDataFolder();
        long before;
        await using (var postgres = await other.OpenAsync(FolderUse.Service))
            before = await LogAsync(postgres);
        var refused = await Assert.ThrowsAsync<LedgerSetupException>(() => RestoreBackup.RunAsync(other.Data, copy.Folder, null, _ => { }, Cancel));
        Assert.Contains("备份已损坏", refused.Message, StringComparison.Ordinal);
        await using (var postgres = await other.OpenAsync(FolderUse.Service))
            Assert.Equal(before + 1, await LogAsync(postgres));
    }

    [Fact]
    public async Task a_moment_before_every_backup_is_refused()
    {
        using var other = new TemporaryDataFolder();
        var refused = await Assert.ThrowsAsync<LedgerSetupException>(() => RestoreBackup.RunAsync(other.Data, backed.Backups, new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero), _ => { }, Cancel));
        Assert.Contains("之前的备份", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task a_moment_that_the_log_does_not_reach_is_refused_and_nothing_is_left_behind()
    {
        using var other = new TemporaryDataFolder();
        var refused = await Assert.ThrowsAsync<LedgerSetupException>(() => RestoreBackup.RunAsync(other.Data, backed.Backups, TimeProvider.System.GetUtcNow().AddYears(1), _ => { }, Cancel));
        Assert.Contains("到不了这个时刻", refused.Message, StringComparison.Ordinal);
        Assert.Empty(Directory.GetDirectories(other.Data.Postgres));
    }

    [Fact]
    public async Task a_ledger_in_use_is_not_put_back()
    {
        using var other = new TemporaryDataFolder();
        await using var service = await other.OpenAsync(FolderUse.Service);
        var refused = await Assert.ThrowsAsync<LedgerSetupException>(() => RestoreBackup.RunAsync(other.Data, backed.Backups, null, _ => { }, Cancel));
        Assert.Contains("请先停止服务", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task damaged_evidence_is_named_and_the_last_good_backup_stays_known()
    {
        using var other = new TemporaryDataFolder();
        await RestoreBackup.RunAsync(other.Data, backed.Backups, null, _ => { }, Cancel);
        var backups = new BackupFolder(Path.Combine(other.Data.Root, "backups"));
        var good = await TakeBackup.RunAsync(other.Data, backups, keep: 7, _ => { }, Cancel);
        Directory.Delete(backups.Evidence, recursive: true);
        backups = new BackupFolder(backups.Root);
        var file = Directory.EnumerateFiles(other.Data.Evidence, "*", SearchOption.AllDirectories).First();
        await File.AppendAllTextAsync(file, "x", Cancel);
        await Task.Delay(1100, Cancel);
        var refused = await Assert.ThrowsAsync<LedgerSetupException>(() => TakeBackup.RunAsync(other.Data, backups, keep: 7, _ => { }, Cancel));
        Assert.Contains(Path.GetFileName(file), refused.Message, StringComparison.Ordinal);
        Assert.Single(backups.List());
        await using var postgres = await other.OpenAsync(FolderUse.Verb);
        await using var host = new VerbHost(postgres.ConnectionString);
        await using var session = host.Store.QuerySession();
        var last = await session.LoadAsync<LastBackup>(LastBackup.Only, Cancel);
        Assert.Equal(good.At, last!.At);
        Assert.Contains(Path.GetFileName(file), last.Fault, StringComparison.Ordinal);
    }

    internal static async Task<long> LogAsync(EmbeddedPostgres postgres)
    {
        await using var host = new VerbHost(postgres.ConnectionString);
        await host.StartAsync(Cancel);
        await using var session = host.Store.LightweightSession("shenqiu-investment");
        session.Events.StartStream<Entry>(Guid.CreateVersion7(), new CollectiveDecisionMade { OccurredOn = new(2023, 3, 1), Items = 1 });
        await session.SaveChangesAsync(Cancel);
        await using var database = NpgsqlDataSource.Create(postgres.ConnectionString);
        await using var newest = database.CreateCommand("select max(seq_id) from ledger.mt_events");
        return (long)(await newest.ExecuteScalarAsync(Cancel))!;
    }

    private static IEnumerable<string> Files(string folder) =>
        Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(folder, f)).Order(StringComparer.Ordinal);
}

/// <summary>A copy of backups, to be damaged.</summary>
internal sealed class TemporaryBackups : IDisposable
{
    public TemporaryBackups(BackupFolder of)
    {
        var root = Path.Combine(Path.GetTempPath(), "lb-" + Guid.CreateVersion7().ToString("N")[20..]);
        foreach (var file in Directory.EnumerateFiles(of.Root, "*", SearchOption.AllDirectories))
        {
            var to = Path.Combine(root, Path.GetRelativePath(of.Root, file));
            Directory.CreateDirectory(Path.GetDirectoryName(to)!);
            File.Copy(file, to);
        }

        Folder = new BackupFolder(root);
    }

    public BackupFolder Folder { get; }

    public void Dispose() => Directory.Delete(Folder.Root, recursive: true);
}
