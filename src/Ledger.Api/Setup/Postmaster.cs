using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace Ledger.Api.Setup;

/// <summary>The server's main process as its <c>postmaster.pid</c> tells of it; the file outlives a killed process.</summary>
internal sealed record Postmaster(int Pid, int Port, bool IsReady)
{
    // No system hands out such a number, so PostgreSQL sees that its owner is gone, and still checks the shared memory.
    private const string NobodysPid = "99999999";

    public static Postmaster? Read(string cluster)
    {
        try
        {
            var lines = File.ReadAllLines(FileIn(cluster));
            return int.TryParse(lines.ElementAtOrDefault(0), CultureInfo.InvariantCulture, out var pid)
                && int.TryParse(lines.ElementAtOrDefault(3), CultureInfo.InvariantCulture, out var port)
                ? new Postmaster(pid, port, lines.Length >= 8 && lines[7].StartsWith("ready", StringComparison.Ordinal))
                : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Whether the process is there: a zombie, or another program with that number, is not the server.</summary>
    public bool IsAlive => IsPostgres(Pid);

    /// <summary>
    /// After a crash: makes the remains say plainly that their owner is gone. PostgreSQL itself would be held up by
    /// a zombie or by another program that got the same number, as happens in containers.
    /// </summary>
    public static void DisownRemains(string cluster)
    {
        foreach (var socket in Directory.EnumerateFiles(cluster, ".s.PGSQL.*"))
            File.Delete(socket);
        if (!File.Exists(FileIn(cluster)))
            return;
        var lines = File.ReadAllLines(FileIn(cluster));
        // Cut short on a full disk, PostgreSQL would take it for another server that is just starting, for ever.
        if (lines.Length == 0)
        {
            File.Delete(FileIn(cluster));
            return;
        }

        lines[0] = NobodysPid;
        File.WriteAllLines(FileIn(cluster), lines);
    }

    /// <summary>
    /// After a crash: ends server processes of that cluster whose main process is gone; while one still works on a
    /// statement no new server can start.
    /// </summary>
    public static void EndStragglers(string clusterName)
    {
        if (!OperatingSystem.IsLinux())
            return;
        foreach (var folder in Directory.EnumerateDirectories("/proc"))
        {
            if (!int.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out var pid) || !IsPostgres(pid))
                continue;
            try
            {
                var title = File.ReadAllText($"{folder}/cmdline");
                if (title.Contains($"{clusterName}:", StringComparison.Ordinal) && !IsPostgres(ParentOf(pid)))
                    Process.GetProcessById(pid).Kill();
            }
            catch (Exception e) when (e is IOException or ArgumentException or InvalidOperationException or Win32Exception)
            {
                // It ended by itself meanwhile.
            }
        }
    }

    private static bool IsPostgres(int pid)
    {
        try
        {
            if (!OperatingSystem.IsLinux())
                return Process.GetProcessById(pid).ProcessName == "postgres";
            return Stat(pid) is [var name, var state, ..] && name == "postgres" && state is not ("Z" or "X");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or InvalidOperationException)
        {
            return false;
        }
    }

    private static int ParentOf(int pid) => int.Parse(Stat(pid)[2], CultureInfo.InvariantCulture);

    /// <summary>Name, state, parent, … of a process on Linux.</summary>
    private static string[] Stat(int pid)
    {
        var stat = File.ReadAllText($"/proc/{pid}/stat");
        var (open, close) = (stat.IndexOf('('), stat.LastIndexOf(')'));
        return [stat[(open + 1)..close], .. stat[(close + 2)..].Split(' ')];
    }

    private static string FileIn(string cluster) => Path.Combine(cluster, "postmaster.pid");
}
