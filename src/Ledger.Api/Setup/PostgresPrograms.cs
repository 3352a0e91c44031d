using System.Text.RegularExpressions;

namespace Ledger.Api.Setup;

/// <summary>A folder with PostgreSQL's own programs, and their major version.</summary>
public sealed partial record PostgresPrograms(string Folder, int Major)
{
    public const string Setting = "LEDGER_PG_BIN";
    private const int OldestMajor = 13;

    public string PgCtl => Program(Folder, "pg_ctl");
    public string InitDb => Program(Folder, "initdb");

    /// <summary>Another program of the same version: beside these, or where these are linked to.</summary>
    /// <exception cref="LedgerSetupException">It is not there.</exception>
    public string Program(string name)
    {
        var linked = File.ResolveLinkTarget(Program(Folder, "postgres"), returnFinalTarget: true)?.FullName;
        return new[] { Folder, Path.GetDirectoryName(linked) }.OfType<string>().Select(folder => Program(folder, name)).FirstOrDefault(File.Exists)
            ?? throw new LedgerSetupException($"{Folder} 中没有 {name}，请安装完整的 PostgreSQL {Major}。 ({name} is not there: install all of PostgreSQL {Major}.)");
    }

    /// <summary>
    /// The programs for a cluster of that major version, or for a new cluster (null) the ones asked for by
    /// <c>LEDGER_PG_BIN</c>, on PATH, or the newest installed.
    /// </summary>
    public static async Task<PostgresPrograms> ForAsync(int? cluster)
    {
        var found = new List<PostgresPrograms>();
        foreach (var folder in Candidates().Where(IsComplete).Distinct())
        {
            var programs = new PostgresPrograms(folder, await MajorAsync(folder));
            found.Add(programs);
            if (cluster is { } wanted ? programs.Major == wanted : programs.Major >= OldestMajor)
                return programs;
        }
        var versions = string.Join(", ", found.Select(p => $"{p.Major} ({p.Folder})"));
        throw new LedgerSetupException(cluster is { } major ? Mismatch(major, found, versions) : Missing(versions));
    }

    private static string Mismatch(int cluster, List<PostgresPrograms> found, string versions) =>
        found.Count == 0
            ? Missing("")
            : found.TrueForAll(p => p.Major < cluster)
                ? $"数据文件夹由 PostgreSQL {cluster} 建立，本机只有较旧的版本 {versions}。请安装 PostgreSQL {cluster}，" +
                  $"或用 {Setting} 指定其程序目录。 (The data folder needs PostgreSQL {cluster}; found only {versions}. " +
                  $"Install version {cluster}: apt-get install -y postgresql-{cluster})"
                : $"数据文件夹由 PostgreSQL {cluster} 建立，本机有 {versions}。请安装 PostgreSQL {cluster}，" +
                  $"或先备份再用 pg_upgrade 升级。 (The data folder was made by PostgreSQL {cluster}; found {versions}. " +
                  $"Install version {cluster} (apt-get install -y postgresql-{cluster}) or upgrade with pg_upgrade.)";

    private static string Missing(string versions) =>
        "本机没有可用的 PostgreSQL 程序（initdb、postgres、pg_ctl）。请运行：apt-get install -y postgresql" +
        $"，或用 {Setting} 指定其程序目录，或用 ConnectionStrings__Ledger 指定现有服务器。" +
        $" (No PostgreSQL {OldestMajor} or newer on this machine" + (versions.Length > 0 ? $", only {versions}" : "") +
        $". Run: apt-get install -y postgresql — on macOS: brew install postgresql — or set {Setting}.)";

    private static IEnumerable<string> Candidates()
    {
        if (Environment.GetEnvironmentVariable(Setting) is { Length: > 0 } named)
        {
            if (!IsComplete(named))
                throw new LedgerSetupException(
                    $"{Setting}={named} 中没有 initdb、postgres、pg_ctl。 (These programs are not in that folder.)");
            yield return named;
        }
        foreach (var folder in (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator))
            if (Path.IsPathRooted(folder))
                yield return folder;
        var windows = Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.ProgramFiles), "PostgreSQL");
        string[] parents = ["/usr/lib/postgresql", "/usr", "/opt/homebrew/opt", "/usr/local/opt", windows];
        foreach (var home in parents.Where(Directory.Exists).SelectMany(Directory.GetDirectories)
                     .Where(d => VersionFolder().IsMatch(Path.GetFileName(d)))
                     .OrderByDescending(d => int.TryParse(Digits().Match(Path.GetFileName(d)).Value, out var n) ? n : 0))
            yield return Path.Combine(home, "bin");
    }

    private static bool IsComplete(string folder) =>
        Array.TrueForAll(["initdb", "postgres", "pg_ctl"], name => File.Exists(Program(folder, name)));

    private static string Program(string folder, string name) =>
        Path.Combine(folder, OperatingSystem.IsWindows() ? name + ".exe" : name);

    private static async Task<int> MajorAsync(string folder)
    {
        var run = await ProgramRun.RunAsync(Program(folder, "postgres"), "--version");
        return int.TryParse(Digits().Match(run.Output).Value, out var major) ? major : 0;
    }

    [GeneratedRegex("^([0-9]+|pgsql-[0-9]+|postgresql(@[0-9]+)?)$")]
    private static partial Regex VersionFolder();

    [GeneratedRegex("[0-9]+")]
    private static partial Regex Digits();
}
