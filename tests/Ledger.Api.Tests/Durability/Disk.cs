using System.Diagnostics;

namespace Ledger.Api.Tests.Durability;

/// <summary>A small disk of a test's own (tmpfs), to be filled to the last byte. Only root can mount one.</summary>
internal sealed class Disk : IDisposable
{
    private readonly string _filler;

    private Disk(string folder)
    {
        Folder = folder;
        _filler = Path.Combine(folder, "filler");
    }

    public string Folder { get; }

    /// <summary>Null where this machine does not let us.</summary>
    public static Disk? Mount(int megabytes)
    {
        var folder = Directory.CreateTempSubdirectory("ld").FullName;
        if (OperatingSystem.IsLinux() && Run("mount", "-t", "tmpfs", "-o", $"size={megabytes}m", "tmpfs", folder))
            return new Disk(folder);
        Directory.Delete(folder);
        return null;
    }

    /// <summary>Takes all the room there is left.</summary>
    public void Fill()
    {
        using var file = new FileStream(_filler, FileMode.Append, FileAccess.Write, FileShare.None, bufferSize: 0);
        for (var piece = 1 << 20; piece > 0; piece /= 2)
        {
            try
            {
                while (true)
                    file.Write(new byte[piece]);
            }
            catch (IOException)
            {
                // Not even that much is left: a smaller piece.
            }
        }
    }

    public void MakeRoom() => File.Delete(_filler);

    public void Dispose()
    {
        Run("umount", "--lazy", Folder);
        Directory.Delete(Folder);
    }

    private static bool Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
        process.WaitForExit();
        return process.ExitCode == 0;
    }
}
