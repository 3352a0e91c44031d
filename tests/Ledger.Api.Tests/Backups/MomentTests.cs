using Ledger.Api.Backups;
using Ledger.Api.Setup;
using Ledger.Api.Tests.Setup;

namespace Ledger.Api.Tests.Backups;

/// <summary>Back to a moment, and on from there.</summary>
public sealed class MomentTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task what_was_answered_before_the_moment_is_there_and_nothing_after_it()
    {
        using var folder = new TemporaryDataFolder();
        var backups = new BackupFolder(Path.Combine(folder.Data.Root, "backups"));
        long kept;
        DateTimeOffset moment;
        await using (var postgres = await folder.OpenAsync(FolderUse.Service))
        {
            await BackupTests.LogAsync(postgres);
            await TakeBackup.RunAsync(folder.Data, backups, keep: 7, _ => { }, Cancel);
            await BackupTests.LogAsync(postgres);
            kept = await BackupTests.LogAsync(postgres);
            moment = TimeProvider.System.GetUtcNow();
            await Task.Delay(200, Cancel);
            await BackupTests.LogAsync(postgres);
        }

        var cluster = folder.Cluster;
        var restored = await RestoreBackup.RunAsync(folder.Data, backups, moment, _ => { }, Cancel);
        Assert.Equal((kept, 0), (restored.Sequence, restored.Differences));
        Assert.True(Directory.Exists(restored.Aside));

        // It goes on from there, is backed up again, and all of that comes back on another machine.
        long last;
        await using (var postgres = await folder.OpenAsync(FolderUse.Service))
        {
            Assert.Equal(cluster, folder.Cluster);
            last = await BackupTests.LogAsync(postgres);
        }

        Assert.Equal(last, (await RestoreBackup.RunAsync(folder.Data, backups, null, _ => { }, Cancel)).Sequence);
        await TakeBackup.RunAsync(folder.Data, backups, keep: 1, _ => { }, Cancel);
        Assert.Single(backups.List());
        Assert.Single(Directory.GetDirectories(backups.Root, "2*"));
        using var other = new TemporaryDataFolder();
        Assert.Equal(last, (await RestoreBackup.RunAsync(other.Data, backups, null, _ => { }, Cancel)).Sequence);
    }

    [Fact]
    public async Task a_moment_between_two_backups_comes_back_where_nothing_but_the_backups_is_left()
    {
        using var folder = new TemporaryDataFolder();
        var backups = new BackupFolder(Path.Combine(folder.Data.Root, "backups"));
        long kept;
        DateTimeOffset moment;
        await using (var postgres = await folder.OpenAsync(FolderUse.Service))
        {
            await TakeBackup.RunAsync(folder.Data, backups, keep: 7, _ => { }, Cancel);
            kept = await BackupTests.LogAsync(postgres);
            moment = TimeProvider.System.GetUtcNow();
            await Task.Delay(1100, Cancel);
            await BackupTests.LogAsync(postgres);
            await TakeBackup.RunAsync(folder.Data, backups, keep: 7, _ => { }, Cancel);
        }

        Assert.NotEmpty(Directory.GetFiles(backups.Wal));
        Assert.Equal(2, backups.List().Count);
        using var other = new TemporaryDataFolder();
        var restored = await RestoreBackup.RunAsync(other.Data, backups, moment, _ => { }, Cancel);
        Assert.Equal((kept, 0, backups.List()[1].Id), (restored.Sequence, restored.Differences, restored.From.Id));

        // What no backup needs any more is thrown away with the backup that needed it.
        var before = Directory.GetFiles(backups.Wal).Length;
        backups.Keep(1);
        Assert.Single(backups.List());
        Assert.True(Directory.GetFiles(backups.Wal).Length < before);
    }

    [Fact]
    public async Task a_folder_without_backups_is_said_to_have_none()
    {
        using var folder = new TemporaryDataFolder();
        var refused = await Assert.ThrowsAsync<LedgerSetupException>(() => RestoreBackup.RunAsync(folder.Data, new BackupFolder(Path.Combine(folder.Data.Root, "backups")), null, _ => { }, Cancel));
        Assert.Contains("没有备份", refused.Message, StringComparison.Ordinal);
    }
}
