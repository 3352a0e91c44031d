using System.Diagnostics;

namespace Ledger.Api.Tests.Durability;

/// <summary>
/// A disk whose flushes fail while it is bad: <c>fsync.c</c>, compiled here and preloaded into PostgreSQL's processes. What
/// was not flushed is lost to the kernel's cache on a real disk; here PostgreSQL only hears of the failure.
/// </summary>
internal sealed class BadDisk : IDisposable
{
    private readonly string _folder;

    private BadDisk(string folder) => _folder = folder;

    private string Library => Path.Combine(_folder, "fsync.so");
    private string Flag => Path.Combine(_folder, "bad");

    /// <summary>What the service's process is given.</summary>
    public (string, string)[] Settings => [("LD_PRELOAD", Library), ("LEDGER_BAD_DISK", Flag)];

    /// <summary>Null where there is no C compiler.</summary>
    public static BadDisk? Make()
    {
        var disk = new BadDisk(Directory.CreateTempSubdirectory("lf").FullName);
        // PostgreSQL runs as another user and has to see both.
        if (OperatingSystem.IsLinux())
            File.SetUnixFileMode(disk._folder, File.GetUnixFileMode(disk._folder) | UnixFileMode.OtherExecute | UnixFileMode.OtherRead);
        try
        {
            using var compile = Process.Start("gcc", ["-shared", "-fPIC", "-o", disk.Library, Path.Combine(AppContext.BaseDirectory, "fsync.c"), "-ldl"])!;
            compile.WaitForExit();
            if (compile.ExitCode == 0)
                return disk;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            // No compiler.
        }

        disk.Dispose();
        return null;
    }

    public void Break() => File.WriteAllText(Flag, "");

    public void Mend() => File.Delete(Flag);

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
