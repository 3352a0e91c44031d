using System.Globalization;
using System.Text.Json;
using Ledger.Api.Setup;
using Ledger.Domain;

namespace Ledger.Api.Backups;

/// <summary>One backup of a whole data folder, as it says of itself in <c>backup.json</c>.</summary>
/// <param name="Id">When it was begun, as the name of its folder.</param>
/// <param name="At">When it was begun: all that was answered before is in it.</param>
/// <param name="Sequence">The newest event when it was begun.</param>
/// <param name="Major">PostgreSQL's major version.</param>
/// <param name="FirstSegment">Where in the write-ahead log recovery begins.</param>
/// <param name="Bytes">Its size without evidence, which all backups share.</param>
public sealed record Backup(string Id, DateTimeOffset At, long Sequence, int Major, string FirstSegment, long Bytes);

/// <summary>Where backups are kept: the folder of <c>LEDGER_BACKUP</c>, best on another disk; else one in the data folder.</summary>
public sealed class BackupFolder
{
    public const string Setting = "LEDGER_BACKUP";
    private const string About = "backup.json";

    public BackupFolder(string root)
    {
        Root = Path.GetFullPath(root);
        foreach (var folder in (string[])[Root, Wal, Evidence])
            DataFolder.CreatePrivate(folder);
    }

    public string Root { get; }
    public string Wal => Path.Combine(Root, "wal");
    public string Evidence => Path.Combine(Root, "evidence");

    public static BackupFolder Of(DataFolder data)
    {
        ArgumentNullException.ThrowIfNull(data);
        return new(Environment.GetEnvironmentVariable(Setting) is { Length: > 0 } named ? named : Path.Combine(data.Root, "backups"));
    }

    public string PathOf(string id) => Path.Combine(Root, id);

    public static string IdOf(DateTimeOffset at) => at.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);

    /// <summary>The whole backups, newest first; one that was broken off has no description and is none.</summary>
    public IReadOnlyList<Backup> List() =>
    [
        .. Directory.EnumerateDirectories(Root).Select(folder => Path.Combine(folder, About)).Where(File.Exists)
            .Select(file => JsonSerializer.Deserialize<Backup>(File.ReadAllText(file), LedgerJson.Options)!)
            .Where(backup => Directory.Exists(PathOf(backup.Id)))
            .OrderByDescending(backup => backup.At),
    ];

    /// <summary>Written last: from here on it is a backup.</summary>
    public static void Describe(string folder, Backup backup)
    {
        var path = Path.Combine(folder, About);
        File.WriteAllText(path + ".new", JsonSerializer.Serialize(backup, LedgerJson.Options));
        BackupFiles.Copy(path + ".new", path);
        File.Delete(path + ".new");
    }

    /// <summary>One backup or restore at a time; null while another is under way.</summary>
    public FileStream? TryAlone()
    {
        try
        {
            return new FileStream(Path.Combine(Root, "backup.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException)
        {
            return null;
        }
    }

    /// <summary>Keeps the newest backups and the log they need.</summary>
    public void Keep(int newest)
    {
        var all = List();
        foreach (var old in all.Skip(newest))
            Directory.Delete(PathOf(old.Id), recursive: true);
        foreach (var broken in Directory.EnumerateDirectories(Root, "*.new"))
            Directory.Delete(broken, recursive: true);
        if (all.Take(newest).LastOrDefault() is { } oldest)
            WalArchive.Forget(Wal, oldest.FirstSegment);
    }
}
