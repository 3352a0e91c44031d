using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace Ledger.Api.Tests.Durability;

internal static class PostgresProcesses
{
    /// <summary>The PostgreSQL server of this data folder, all its processes at once; a server that is not up is not there to be killed.</summary>
    public static void Kill(string folder)
    {
        var cluster = Directory.EnumerateDirectories(Path.Combine(folder, "pg")).Single(d => File.Exists(Path.Combine(d, "PG_VERSION")));
        var file = Path.Combine(cluster, "postmaster.pid");
        if (!File.Exists(file) || !int.TryParse(File.ReadLines(file).FirstOrDefault(), NumberStyles.None, CultureInfo.InvariantCulture, out var postmaster))
            return;
        foreach (var pid in ChildrenOf(postmaster).Prepend(postmaster))
        {
            try
            {
                using var process = Process.GetProcessById(pid);
                if (process.ProcessName == "postgres")
                    process.Kill();
            }
            catch (Exception e) when (e is ArgumentException or InvalidOperationException or Win32Exception)
            {
                // Gone already.
            }
        }
    }

    private static List<int> ChildrenOf(int parent) =>
        [.. Directory.EnumerateDirectories("/proc").Select(Path.GetFileName).Where(n => int.TryParse(n, out var pid) && ParentOf(pid) == parent).Select(n => int.Parse(n!, CultureInfo.InvariantCulture))];

    private static int ParentOf(int pid)
    {
        try
        {
            var stat = File.ReadAllText($"/proc/{pid}/stat");
            return int.Parse(stat[(stat.LastIndexOf(')') + 2)..].Split(' ')[1], CultureInfo.InvariantCulture);
        }
        catch (IOException)
        {
            return 0;
        }
    }
}
