using System.IO.Compression;
using Ledger.Api.Setup;
using Npgsql;

namespace Ledger.Api.Backups;

/// <summary>
/// The write-ahead log kept aside segment by segment, from the first backup on: with it a backup can be rolled forward to
/// any moment. It lies beside the cluster, where the server's own user can write, until the next backup fetches it.
/// </summary>
internal static class WalArchive
{
    private const string Name = "archive";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(100);

    // A segment that is there already is well kept only if it is the same; one that is not is written aside and on the disk first.
    private const string Command =
        "f=../archive/%f; if [ -e $f.gz ]; then gunzip -c $f.gz | cmp -s - %p; else gzip -1 < %p > $f.part && sync $f.part && mv $f.part $f.gz && sync ../archive; fi";

    public static string FolderOf(DataFolder data) => Path.Combine(data.Postgres, Name);

    /// <summary>For the server's settings. The mode cannot change while it runs, the command can.</summary>
    public static string Settings(string cluster) =>
        OperatingSystem.IsWindows() ? "archive_mode = off"
        : Directory.Exists(Path.Combine(cluster, "..", Name)) ? $"archive_mode = on\narchive_command = '{Command}'\narchive_timeout = 5min"
        : "archive_mode = on\narchive_command = 'true'";

    /// <summary>Begins to keep the log, if it is not kept yet.</summary>
    public static async Task BeginAsync(DataFolder data, Cluster cluster, NpgsqlDataSource database, int port, CancellationToken ct)
    {
        if (Directory.Exists(FolderOf(data)) || OperatingSystem.IsWindows())
            return;
        DataFolder.CreatePrivate(FolderOf(data));
        await cluster.User.OwnAsync(FolderOf(data));
        await ServerSettings.WriteAsync(cluster, port);
        await using var reload = database.CreateCommand("select pg_reload_conf()");
        await reload.ExecuteNonQueryAsync(ct);
    }

    /// <summary>Ends the segment that is being written and waits until it is kept: the log is then whole up to this moment.</summary>
    /// <exception cref="LedgerSetupException">The server does not get rid of its log; it would fill the disk.</exception>
    public static async Task CatchUpAsync(NpgsqlDataSource database, CancellationToken ct)
    {
        // A server that was started before the ledger kept logs keeps none until its next start.
        await using var ended = database.CreateCommand("select pg_walfile_name(pg_switch_wal()) where current_setting('archive_mode') = 'on'");
        if (await ended.ExecuteScalarAsync(ct) is not string segment)
            return;
        for (var left = Patience; left > TimeSpan.Zero; left -= Glance)
        {
            await using var kept = database.CreateCommand("select coalesce(last_archived_wal, '') >= $1 from pg_stat_archiver");
            kept.Parameters.Add(new() { Value = segment });
            if (await kept.ExecuteScalarAsync(ct) is true)
                return;
            await Task.Delay(Glance, ct);
        }

        throw new LedgerSetupException($"数据库日志归档停住了（{segment}），请看 server.log。 (The server does not archive its log: see server.log.)");
    }

    /// <summary>Fetches what was kept since the last time.</summary>
    public static void MoveTo(DataFolder data, string folder)
    {
        DataFolder.CreatePrivate(folder);
        if (!Directory.Exists(FolderOf(data)))
            return;
        foreach (var file in Directory.EnumerateFiles(FolderOf(data), "*.gz"))
        {
            BackupFiles.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
            File.Delete(file);
        }
    }

    /// <summary>Gathers all segments from the given one on for a server to read: the fetched, the kept, and those only the cluster has.</summary>
    public static void Gather(DataFolder data, string fetched, string? cluster, string firstSegment, string folder)
    {
        DataFolder.CreatePrivate(folder);
        foreach (var file in new[] { fetched, FolderOf(data) }.Where(Directory.Exists).SelectMany(f => Directory.EnumerateFiles(f, "*.gz")))
        {
            if (IsNeeded(Path.GetFileName(file), firstSegment))
                File.Copy(file, Path.Combine(folder, Path.GetFileName(file)), overwrite: true);
        }

        if (cluster is null || !Directory.Exists(Path.Combine(cluster, "pg_wal")))
            return;
        foreach (var file in Directory.EnumerateFiles(Path.Combine(cluster, "pg_wal")).Where(f => IsNeeded(Path.GetFileName(f), firstSegment)))
        {
            var kept = Path.Combine(folder, Path.GetFileName(file) + ".gz");
            if (File.Exists(kept))
                continue;
            using var from = File.OpenRead(file);
            using var to = new GZipStream(File.Create(kept), CompressionLevel.Fastest);
            from.CopyTo(to);
        }
    }

    /// <summary>Throws away what no backup that is kept needs.</summary>
    public static void Forget(string folder, string firstSegment)
    {
        foreach (var file in Directory.EnumerateFiles(folder, "*.gz").Where(f => !IsNeeded(Path.GetFileName(f), firstSegment)))
            File.Delete(file);
    }

    // A segment's name is its time line and its place, eight and sixteen digits; a line's history is always needed.
    private static bool IsNeeded(string file, string firstSegment)
    {
        var name = file.EndsWith(".gz", StringComparison.Ordinal) ? file[..^3] : file;
        return name.EndsWith(".history", StringComparison.Ordinal)
            || (name.Length == 24 && name.All(char.IsAsciiHexDigit) && string.CompareOrdinal(name[8..], firstSegment[8..]) >= 0);
    }
}
