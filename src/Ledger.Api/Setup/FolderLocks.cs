namespace Ledger.Api.Setup;

/// <summary>What a process opens the data folder for.</summary>
public enum FolderUse
{
    /// <summary>The running service: one per folder, and it keeps the server alive.</summary>
    Service,

    /// <summary>A command that comes and goes, beside a service or without one.</summary>
    Verb,
}

/// <summary>
/// Who uses a data folder now, kept as locks of the operating system: they vanish with their process, however it ends.
/// </summary>
internal static class FolderLocks
{
    /// <summary>Held by the one service.</summary>
    public static FileStream? TryService(DataFolder folder) =>
        TryOpen(Path.Combine(folder.Root, "service.lock"), FileShare.None);

    /// <summary>Held, shared, by every process that uses the server; whoever gets it alone is the last.</summary>
    public static FileStream? TryUser(DataFolder folder, bool alone) =>
        TryOpen(Path.Combine(folder.Root, "users.lock"), alone ? FileShare.None : FileShare.Read);

    /// <summary>Held while starting or stopping the server, so that nobody joins what another is about to stop.</summary>
    public static async Task<FileStream> TurnAsync(DataFolder folder, CancellationToken ct)
    {
        var path = Path.Combine(folder.Root, "turn.lock");
        while (true)
        {
            if (TryOpen(path, FileShare.None) is { } turn)
                return turn;
            await Task.Delay(TimeSpan.FromMilliseconds(20), ct);
        }
    }

    private static FileStream? TryOpen(string path, FileShare share)
    {
        try
        {
            if (!File.Exists(path))
                using (new FileStream(path, FileMode.OpenOrCreate, FileAccess.Write, FileShare.ReadWrite)) { }
            return new FileStream(path, FileMode.Open, FileAccess.Read, share);
        }
        catch (IOException)
        {
            return null;
        }
    }
}
