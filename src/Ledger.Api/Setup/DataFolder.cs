namespace Ledger.Api.Setup;

/// <summary>
/// The one folder that holds everything of a ledger: cluster, evidence, keys, fonts. Each part is created for its
/// owner alone. <c>dev/setup.sh</c> follows the same rule for where it lies.
/// </summary>
public sealed class DataFolder
{
    public const string Setting = "LEDGER_DATA";

    public DataFolder(string root)
    {
        Root = Path.GetFullPath(root);
        foreach (var folder in (string[])[Root, Postgres, Evidence, Keys, Fonts])
            CreatePrivate(folder);
    }

    public string Root { get; }
    public string Postgres => Path.Combine(Root, "pg");
    public string Evidence => Path.Combine(Root, "evidence");
    public string Keys => Path.Combine(Root, "keys");
    public string Fonts => Path.Combine(Root, "fonts");

    /// <summary>The folder named by <c>LEDGER_DATA</c>, or the platform's place for application data.</summary>
    public static DataFolder FromEnvironment()
    {
        var named = Environment.GetEnvironmentVariable(Setting);
        return new DataFolder(string.IsNullOrWhiteSpace(named) ? Default() : named);
    }

    private static string Default()
    {
        var platform = Environment.GetFolderPath(
            Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify);
        return platform.Length > 0
            ? Path.Combine(platform, "Ledger")
            : throw new LedgerSetupException(
                $"找不到应用数据目录，请用环境变量 {Setting} 指定数据文件夹。" +
                $" (No application-data folder: name one with {Setting}.)");
    }

    internal static void CreatePrivate(string folder)
    {
        try
        {
            if (OperatingSystem.IsWindows())
                Directory.CreateDirectory(folder);
            else
                Directory.CreateDirectory(
                    folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new LedgerSetupException($"无法建立文件夹 {folder}：{e.Message} (Cannot create the folder.)");
        }
    }
}
