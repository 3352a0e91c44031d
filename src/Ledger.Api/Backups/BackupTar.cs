using System.Formats.Tar;
using System.IO.Compression;
using System.Text.Json;
using Ledger.Api.Setup;

namespace Ledger.Api.Backups;

/// <summary>What <c>pg_basebackup</c> writes: the cluster and the log it needs, as compressed archives with a manifest.</summary>
internal static class BackupTar
{
    private const long SegmentBytes = 16 << 20;
    private const string Manifest = "backup_manifest";

    /// <summary>Asks the running server for its cluster.</summary>
    /// <exception cref="LedgerSetupException">The program failed; the message holds what it said.</exception>
    public static async Task WriteAsync(PostgresPrograms programs, string host, int port, string password, string folder)
    {
        var start = new System.Diagnostics.ProcessStartInfo(
            programs.Program("pg_basebackup"),
            [
                $"--host={host}", $"--port={port}", $"--username={Cluster.Role}", "--no-password", $"--pgdata={folder}",
                "--format=tar", "--gzip", "--wal-method=stream", "--checkpoint=fast", "--manifest-checksums=SHA256", "--label=ledger",
            ]);
        start.Environment["PGPASSWORD"] = password;
        start.Environment["LC_ALL"] = "C";
        if (await ProgramRun.RunAsync(start) is { Succeeded: false } failed)
            throw new LedgerSetupException($"备份失败：{failed.Output} (pg_basebackup failed.)");
    }

    /// <summary>The segment of the log that recovery begins with.</summary>
    public static string FirstSegment(string folder)
    {
        using var manifest = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, Manifest)));
        var range = manifest.RootElement.GetProperty("WAL-Ranges")[0];
        var at = range.GetProperty("Start-LSN").GetString()!.Split('/');
        var (high, low) = (Convert.ToUInt32(at[0], 16), Convert.ToUInt32(at[1], 16));
        return $"{range.GetProperty("Timeline").GetInt32():X8}{high:X8}{low / SegmentBytes:X8}";
    }

    /// <summary>Unpacks the cluster into a new folder and holds each file against the manifest.</summary>
    /// <exception cref="LedgerSetupException">A file is not what was backed up.</exception>
    public static async Task UnpackAsync(PostgresPrograms programs, string folder, string cluster, CancellationToken ct)
    {
        DataFolder.CreatePrivate(cluster);
        await UnpackAsync(Path.Combine(folder, "base.tar.gz"), cluster, ct);
        await UnpackAsync(Path.Combine(folder, "pg_wal.tar.gz"), Path.Combine(cluster, "pg_wal"), ct);
        var held = await ProgramRun.RunAsync(programs.Program("pg_verifybackup"), "--quiet", $"--manifest-path={Path.Combine(folder, Manifest)}", cluster);
        if (!held.Succeeded)
            throw new LedgerSetupException($"备份已损坏：{held.Output} (The backup is damaged.)");
    }

    private static async Task UnpackAsync(string archive, string folder, CancellationToken ct)
    {
        try
        {
            await using var file = File.OpenRead(archive);
            await using var plain = new GZipStream(file, CompressionMode.Decompress);
            await TarFile.ExtractToDirectoryAsync(plain, folder, overwriteFiles: true, ct);
        }
        catch (Exception e) when (e is InvalidDataException or EndOfStreamException or FileNotFoundException)
        {
            throw new LedgerSetupException($"备份已损坏：{archive}：{e.Message} (The backup is damaged.)");
        }
    }
}
