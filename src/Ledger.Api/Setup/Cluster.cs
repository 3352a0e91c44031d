using System.Globalization;
using System.Security.Cryptography;

namespace Ledger.Api.Setup;

/// <summary>
/// The database cluster of a data folder, in <c>pg/MAJOR</c>, and the owner's password beside it. It is made aside and
/// moved into place whole, so that an interrupted first start leaves nothing half done.
/// </summary>
internal sealed class Cluster
{
    public const string Role = "ledger_owner";

    private Cluster(DataFolder data, PostgresPrograms programs, ServerUser user)
    {
        Folder = Path.Combine(data.Postgres, programs.Major.ToString(CultureInfo.InvariantCulture));
        PasswordFile = Path.Combine(data.Postgres, "password");
        Programs = programs;
        User = user;
        // Tells its processes from those of every other cluster, a copy of this folder included.
        Name = "ledger-" + Convert.ToHexStringLower(SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(Folder)))[..12];
    }

    public string Folder { get; }
    public string Name { get; }
    public PostgresPrograms Programs { get; }
    public ServerUser User { get; }
    public string LogFile => Path.Combine(Folder, "server.log");
    private string PasswordFile { get; }

    public string Password() => File.Exists(PasswordFile)
        ? File.ReadAllText(PasswordFile).Trim()
        : throw new LedgerSetupException(
            $"缺少数据库口令文件 {PasswordFile}，请从备份恢复。 (The password file is missing: restore it from a backup.)");

    /// <summary>The folder's cluster; when there is none yet, a new one.</summary>
    public static async Task<Cluster> OpenAsync(DataFolder data, Action<string> say)
    {
        var existing = Directory.EnumerateFiles(data.Postgres, "PG_VERSION", new EnumerationOptions
        {
            RecurseSubdirectories = true,
            MaxRecursionDepth = 1,
            IgnoreInaccessible = false,
        })
            .Where(file => !Path.GetDirectoryName(file)!.EndsWith(".new", StringComparison.Ordinal))
            .Select(file => int.Parse(File.ReadAllText(file), CultureInfo.InvariantCulture))
            .Order().Cast<int?>().LastOrDefault();
        var programs = await PostgresPrograms.ForAsync(existing);
        var cluster = new Cluster(data, programs, await ServerUser.ForAsync(data));
        if (existing is null)
            await cluster.CreateAsync(say);
        return cluster;
    }

    private async Task CreateAsync(Action<string> say)
    {
        say($"正在建立数据库 {Folder}（PostgreSQL {Programs.Major}）… (creating the database cluster)");
        var aside = Folder + ".new";
        if (Directory.Exists(aside))
            Directory.Delete(aside, recursive: true);
        DataFolder.CreatePrivate(aside);
        await WritePasswordAsync();
        await User.OwnAsync(aside);
        var made = await InitAsync(aside, "C.UTF-8");
        if (!made.Succeeded && made.Output.Contains("invalid locale", StringComparison.Ordinal))
            made = await InitAsync(aside, "C");
        if (!made.Succeeded)
            throw new LedgerSetupException($"建立数据库失败：{made.Output} (initdb failed.)");
        await File.AppendAllTextAsync(
            Path.Combine(aside, "postgresql.conf"), $"\ninclude '{ServerSettings.FileName}'\n");
        Directory.Move(aside, Folder);
    }

    private Task<ProgramRun> InitAsync(string folder, string locale) => ProgramRun.RunAsync(User.Command(
        Programs.InitDb, folder,
        "--pgdata", User.NameOf(folder), "--encoding=UTF8", $"--locale={locale}", "--data-checksums",
        $"--username={Role}", "--auth=scram-sha-256", $"--pwfile={User.NameOf(folder)}/../password"));

    private async Task WritePasswordAsync()
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        await using (var file = new StreamWriter(PasswordFile, options))
            await file.WriteLineAsync(RandomNumberGenerator.GetHexString(48, lowercase: true));
        await User.OwnAsync(PasswordFile);
    }
}
