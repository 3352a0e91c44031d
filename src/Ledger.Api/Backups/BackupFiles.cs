using System.Security.Cryptography;
using Ledger.Api.Setup;
using Ledger.Log;

namespace Ledger.Api.Backups;

/// <summary>Copies that are on the disk when they are there at all.</summary>
internal static class BackupFiles
{
    public static void Copy(string from, string to)
    {
        var partial = to + ".part";
        File.Copy(from, partial, overwrite: true);
        Settle(partial, to);
    }

    public static void CopyFolder(string from, string to)
    {
        DataFolder.CreatePrivate(to);
        foreach (var file in Directory.EnumerateFiles(from))
            Copy(file, Path.Combine(to, Path.GetFileName(file)));
    }

    /// <summary>Copies the evidence that is not there yet.</summary>
    /// <returns>Files whose content is not what their name says; they are left out.</returns>
    public static IReadOnlyList<string> CopyEvidence(string from, string to)
    {
        DataFolder.CreatePrivate(to);
        var damaged = new List<string>();
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories).Where(f => Path.GetFileName(f).Length == 64))
        {
            var name = Path.GetFileName(file);
            var copy = EvidenceAt(to, name);
            if (File.Exists(copy) && new FileInfo(copy).Length == new FileInfo(file).Length)
                continue;
            foreach (var folder in new[] { Path.GetDirectoryName(Path.GetDirectoryName(copy))!, Path.GetDirectoryName(copy)! })
                DataFolder.CreatePrivate(folder);
            var partial = copy + ".part";
            File.Copy(file, partial, overwrite: true);
            if (Sha256(partial) == name)
            {
                Settle(partial, copy);
                continue;
            }

            File.Delete(partial);
            damaged.Add(name);
        }

        return damaged;
    }

    public static string EvidenceAt(string folder, string sha256) => Path.Combine(folder, sha256[..2], sha256[2..4], sha256);

    private static void Settle(string partial, string to)
    {
        using (var file = new FileStream(partial, FileMode.Open, FileAccess.ReadWrite))
            file.Flush(flushToDisk: true);
        File.Move(partial, to, overwrite: true);
        FolderSync.Flush(Path.GetDirectoryName(to)!);
    }

    private static string Sha256(string path)
    {
        using var file = File.OpenRead(path);
        return Convert.ToHexStringLower(SHA256.HashData(file));
    }
}
