using System.Diagnostics;

namespace Ledger.Api.Setup;

/// <summary>
/// Whom PostgreSQL's programs run as. They refuse root: for root they run as the owner of the cluster's folder, at
/// first the user <c>postgres</c> or <c>nobody</c>; for anybody else as oneself (null).
/// </summary>
internal sealed record ServerUser(string? Ids)
{
    public static async Task<ServerUser> ForAsync(DataFolder folder)
    {
        if (OperatingSystem.IsWindows() || !Environment.IsPrivilegedProcess)
            return new ServerUser(Ids: null);
        var owner = await ProgramRun.RunAsync("stat", "-c", "%u:%g", folder.Postgres);
        if (owner.Succeeded && !owner.Output.StartsWith("0:", StringComparison.Ordinal))
            return new ServerUser(owner.Output);
        foreach (var name in (string[])["postgres", "nobody"])
        {
            var user = await ProgramRun.RunAsync("id", "-u", name);
            var group = await ProgramRun.RunAsync("id", "-g", name);
            if (!user.Succeeded || !group.Succeeded)
                continue;
            var found = new ServerUser($"{user.Output}:{group.Output}");
            await found.OwnAsync(folder.Postgres);
            return found;
        }
        throw new LedgerSetupException(
            "以 root 运行时需要一个普通用户来运行 PostgreSQL。请运行：useradd --system postgres" +
            " (PostgreSQL does not run as root. Run: useradd --system postgres)");
    }

    /// <summary>Gives what lies at the path to the user.</summary>
    public async Task OwnAsync(string path)
    {
        if (Ids is not null && await ProgramRun.RunAsync("chown", "-R", Ids, path) is { Succeeded: false } failed)
            throw new LedgerSetupException($"无法更改 {path} 的所有者：{failed.Output} (Cannot change its owner.)");
    }

    /// <summary>
    /// What the user calls the folder that <see cref="Command"/> is given. Another user may not be able to walk down to
    /// it (root's home is closed to others), but the folder itself is its own: on Linux root opens it and hands it over.
    /// </summary>
    public string NameOf(string folder) => IsHandedOver ? "/proc/self/fd/7" : folder;

    /// <summary>A program of PostgreSQL that works on the folder, run as the user.</summary>
    public ProcessStartInfo Command(string program, string folder, params string[] arguments)
    {
        string[] command = Ids?.Split(':') is [var user, var group]
            ? ["setpriv", $"--reuid={user}", $"--regid={group}", "--clear-groups", "--", program, .. arguments]
            : [program, .. arguments];
        if (IsHandedOver)
            command = ["/bin/sh", "-c", "exec 7<. && cd / && exec \"$@\"", "sh", .. command];
        var start = new ProcessStartInfo(command[0], command[1..]) { WorkingDirectory = folder };
        // Whatever PGDATA, PGOPTIONS and the like say is meant for another server.
        foreach (var name in start.Environment.Keys.Where(n => n.StartsWith("PG", StringComparison.Ordinal)).ToList())
            start.Environment.Remove(name);
        // What is secret here is nothing for a child's environment.
        start.Environment.Remove(Access.FirstAdministrator.Setting);
        start.Environment["LC_ALL"] = "C";
        return start;
    }

    private bool IsHandedOver => Ids is not null && OperatingSystem.IsLinux();
}
