using Ledger.Api.Setup;
using Marten;
using Npgsql;

namespace Ledger.Api.Commands;

/// <summary>A verb's work on the open ledger: its own output goes to <paramref name="output"/>, everything else to <paramref name="error"/>.</summary>
public delegate Task<int> Verb(string[] args, IDocumentStore store, NpgsqlDataSource database, TextWriter output, TextWriter error, CancellationToken ct);

/// <summary>The verbs of <c>./run VERB</c>: each opens the ledger of the data folder, running or not, and leaves it as it was.</summary>
public static class Verbs
{
    private static readonly Dictionary<string, (Verb Run, string Usage, Action? Ahead)> All = new()
    {
        ["seed"] = (SeedCommand.RunAsync, "seed [DIR|county]               录入样例年度（默认 2023 年）或样例县，均为虚构 | plant the sample year, or a sample county", null),
        ["report"] = (ReportCommand.RunAsync, "report --unit U --year Y --out FILE  报告存为 PDF 或 HTML | the report as PDF or HTML", ReportCommand.Ahead),
        ["verify"] = (VerifyCommand.RunAsync, "verify [--unit U] [--year Y] [--file F]  三种算法互相核对；verify FILE.pdf 核验一版报告 | hold the evaluators against each other; check an edition's file", null),
        ["export"] = (ExportCommand.RunAsync, "export [--unit U] [--out FILE] [--masked]  导出全部事件 | every event as JSON lines", null),
        ["log"] = (LogCommand.RunAsync, "log verify|checkpoint|keys|rotate-key  封存日志 | the transparency log", null),
        ["unit"] = (UnitCommand.RunAsync, "unit add CODE --name NAME       登记单位 | register a unit", null),
        ["user"] = (UserCommand.RunAsync, "user add USER --name NAME [--role ROLE [--unit CODE]]  新建账号 | create an account", null),
        ["token"] = (TokenCommand.RunAsync, "token --unit CODE --role ROLE [--name NAME] [--days N]  签发令牌 | issue a token", null),
        ["erase"] = (EraseCommand.RunAsync, "erase NAME --unit U --reason R  删除某人的姓名 | take a person's name out", null),
        ["personal"] = (PersonalCommand.RunAsync, "personal NAME | --all [--unit U]  存有何人的哪些信息 | what is stored about whom", null),
        ["webhook"] = (WebhookCommand.RunAsync, "webhook set --unit U --url URL | webhook remove --unit U  期限推送 | send deadlines to an address", null),
    };

    /// <summary>Verbs about the data folder as a whole, which open and close the ledger themselves.</summary>
    private static readonly Dictionary<string, (Func<string[], TextWriter, TextWriter, CancellationToken, Task<int>> Run, string Usage)> OfTheFolder = new()
    {
        ["backup"] = (BackupCommand.RunAsync, "backup [--keep N]               备份并试恢复核对 | back everything up, and try it by restoring"),
        ["restore"] = (RestoreCommand.RunAsync, "restore [--to TIME]             恢复到某一时刻（先停止服务） | put everything back to a moment"),
    };

    private static string Usage => string.Join('\n', All.Values.Select(v => v.Usage).Concat(OfTheFolder.Values.Select(v => v.Usage)).Select(u => "  ./run " + u)
        .Prepend("  ./run                                启动服务 | start the ledger")
        .Append("  ./run help | ./run version           命令，版本 | the commands, the version"));

    /// <summary>Asked without opening anything.</summary>
    public static bool TellsAboutItself(string verb) => verb is "help" or "--help" or "-h" or "version" or "--version";

    public static async Task<int> RunAsync(string verb, string[] args)
    {
        using var stop = new CancellationTokenSource();
        Console.CancelKeyPress += (_, e) => { e.Cancel = true; stop.Cancel(); };
        if (TellsAboutItself(verb))
        {
            await Console.Out.WriteLineAsync(verb.EndsWith("version", StringComparison.Ordinal) ? $"法治台账 Ledger {ServiceOptions.Version}" : Usage);
            return 0;
        }

        if (OfTheFolder.TryGetValue(verb, out var whole))
            return await whole.Run(args, Console.Out, Console.Error, stop.Token);
        if (verb == "verify" && EditionCommand.Means(args))
            return await EditionCommand.RunAsync(args, Console.Out, Console.Error, stop.Token);
        if (!All.TryGetValue(verb, out var found))
        {
            await Console.Error.WriteLineAsync($"没有“{verb}”这个命令 | there is no verb '{verb}'\n{Usage}");
            return 2;
        }

        found.Ahead?.Invoke();
        await using var database = await Database.OpenAsync(FolderUse.Verb, Console.Error.WriteLine, stop.Token);
        await using var source = NpgsqlDataSource.Create(database.ConnectionString);
        await using var host = new VerbHost(database.ConnectionString);
        await host.StartAsync(stop.Token);
        await Console.Out.FlushAsync(stop.Token);
        return await found.Run(args, host.Store, source, Console.Out, Console.Error, stop.Token);
    }
}
