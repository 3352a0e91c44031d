using System.Diagnostics;
using System.Text;
using Ledger.Api.Commands;
using Ledger.Api.Entries;
using Ledger.Api.Erasures;
using Ledger.Api.Sealing;
using Ledger.Api.Tests.Matters;
using Ledger.Domain.Figures;
using Ledger.Log.Notes;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Ledger.Api.Tests.Erasures;

/// <summary>
/// A name is taken out of a unit's ledger: it is nowhere any more, and every proof, figure and evaluator stands. The person
/// is invented.
/// </summary>
public sealed class ErasureTests(OwnLedger ledger) : IClassFixture<OwnLedger>
{
    private const string Name = "王法言";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private T The<T>() where T : notnull => ledger.App.Services.GetRequiredService<T>();

    [Fact]
    public async Task an_erased_name_is_nowhere_and_everything_else_stands()
    {
        var unit = await ledger.NewUnitAsync();
        var entry = await LifeAsync(unit);
        await The<UnitLog>().AwaitSealedAsync(Ct);
        var kept = await The<UnitLog>().CheckpointAsync(unit, Ct);
        var figures = await FiguresAsync(unit);
        // Frequent values stand in the planner's statistics, too.
        await ledger.ScalarAsync<object>("analyze");
        Assert.NotEmpty(await FilesWithAsync());
        Assert.Equal(0, await PersonalCommand.RunAsync([Name, "--unit", unit], ledger.Store, ledger.Database, TextWriter.Null, TextWriter.Null, Ct));

        var erased = await The<ErasureOfName>().RunAsync(unit, Name, "本人申请删除", "head", "security", Ct);

        Assert.Null(erased!.NotScrubbed);
        Assert.Empty(erased.Left);
        Assert.True(erased.Members > erased.Events, $"{erased}");
        Assert.Equal("", await DumpedWithAsync());
        Assert.Equal([], await FilesWithAsync());
        Assert.Equal(figures, await FiguresAsync(unit));
        Assert.True((await Verification.RunAsync(ledger.Store, ledger.Database, unit, null, null, Ct)).Agrees);
        await IsIntactAsync(unit, kept);
        Assert.Equal(0, (await ledger.EntriesAsync(unit, $"q={Name}")).GetProperty("total").GetInt32());
        Assert.Equal(2, (await ledger.EntriesAsync(unit, $"status=recorded&q={Uri.EscapeDataString(erased.StandIn)}")).GetProperty("total").GetInt32());
        var receipt = (await ledger.GetAsync($"/api/units/{unit}/log/entries/{entry}/receipt")).Is(200)["event"];
        Assert.StartsWith("sha-256:", receipt.GetProperty("erased").Text("/adviser"), StringComparison.Ordinal);
        Assert.Equal($"\"明理律师事务所{erased.StandIn}律师\"", receipt.GetProperty("instead").Text("/adviser"));

        (await ledger.CorrectAsync(unit, entry, 2, LedgerVerbs.Service("2023-03-02"))).Is(200);
        await The<UnitLog>().AwaitSealedAsync(Ct);
        await IsIntactAsync(unit, kept);
        Assert.Null(await The<ErasureOfName>().RunAsync(unit, Name, "本人申请删除", "head", "security", Ct));
    }

    [Fact]
    public async Task two_persons_of_one_list_are_erased_one_after_the_other_and_still_told_apart()
    {
        var unit = await ledger.NewUnitAsync();
        await ledger.OpenAsync(unit, "adviser-engagement", Engagement);
        var before = await ledger.ValueAsync(unit, 2023, "advisers-active");
        foreach (var name in new[] { Name, "李守正" })
            Assert.NotNull(await The<ErasureOfName>().RunAsync(unit, name, "合同终止满三年", "head", "security", Ct));
        Assert.Equal((2m, before), (before!.Value, await ledger.ValueAsync(unit, 2023, "advisers-active")));
        await IsIntactAsync(unit, null);
        Assert.True((await Verification.RunAsync(ledger.Store, ledger.Database, unit, null, null, Ct)).Agrees);
    }

    [Fact]
    public async Task the_verb_says_what_it_did_and_the_log_says_when_and_why()
    {
        var unit = await ledger.NewUnitAsync();
        await ledger.LogAsync(unit, "legal-service", new { occurredOn = "2023-05-01", service = "consultation", adviser = "赵明理" });
        var (said, error) = (new StringWriter(), new StringWriter());
        Assert.Equal(2, await EraseCommand.RunAsync(["赵明理", "--unit", unit, "--reason", "赵明理申请"], ledger.Store, ledger.Database, said, error, Ct));
        Assert.Contains("may not hold the name", error.ToString(), StringComparison.Ordinal);
        Assert.Equal(2, await EraseCommand.RunAsync(["赵明理", "--unit", "nobody", "--reason", "本人申请"], ledger.Store, ledger.Database, said, error, Ct));
        Assert.Equal(0, await PersonalCommand.RunAsync(["--all", "--unit", unit], ledger.Store, ledger.Database, said, error, Ct));
        Assert.Contains("赵明理\t1 处", said.ToString(), StringComparison.Ordinal);
        Assert.Equal(0, await EraseCommand.RunAsync(["赵明理", "--unit", unit, "--reason", "本人申请"], ledger.Store, ledger.Database, said, error, Ct));
        Assert.Equal(1, await EraseCommand.RunAsync(["赵明理", "--unit", unit, "--reason", "本人申请"], ledger.Store, ledger.Database, said, error, Ct));
        Assert.Equal(1L, await ledger.ScalarAsync<long>("select count(*) from audit.log where kind = 'personal-erased' and unit = $1 and subject like '%本人申请'", unit));
        Assert.Equal(0, await LogCommand.RunAsync(["verify", "--unit", unit], ledger.Store, ledger.Database, said, error, Ct));
        Assert.Contains("删除个人信息 1 处：本人申请", said.ToString(), StringComparison.Ordinal);
    }

    internal static object Engagement { get; } = new { occurredOn = "2023-01-05", title = "法律顾问聘任", firm = "明理律师事务所", advisers = new[] { Name, "李守正" }, method = "direct", from = "2023-01-05", to = "2023-12-31" };

    /// <summary>The name in every kind of place it can stand in.</summary>
    private async Task<Guid> LifeAsync(string unit)
    {
        var entry = await ledger.LogAsync(unit, "legal-service", new { occurredOn = "2023-03-01", service = "consultation", adviser = $"明理律师事务所{Name}律师", summary = $"{Name}就合同条款提出意见" });
        var study = await ledger.LogAsync(unit, "law-study", new { occurredOn = "2023-04-01", form = "lecture", title = $"邀请{Name}讲课", lecturer = Name, expected = 20, attended = 18 });
        (await ledger.CorrectAsync(unit, study, 1, new { occurredOn = "2023-04-01", form = "lecture", lecturer = Name, expected = 20, attended = 19 }, $"{Name}更正人数")).Is(200);
        (await ledger.VoidAsync(unit, await ledger.LogAsync(unit, "law-study", new { occurredOn = "2023-04-02", form = "lecture", lecturer = Name }), 1)).Is(200);
        using var form = new MultipartFormDataContent { { new ByteArrayContent("签到（虚构）"u8.ToArray()), "file", $"{Name}签到.txt" } };
        (await ledger.SendAsync(HttpMethod.Post, $"/api/units/{unit}/entries/{entry}/evidence", form)).Is(201);
        await ledger.OpenAsync(unit, "adviser-engagement", Engagement);
        (await ledger.PostAsync($"/api/units/{unit}/years/2023/nil", new { figure = "litigations", confirmedBy = Name, reason = "全年没有发生" })).Is(200);
        (await ledger.SendAsync(HttpMethod.Put, $"/api/units/{unit}/reports/2023/prose/preamble", new { text = $"{Name}为本单位授课。" })).Is(200);
        return entry;
    }

    private async Task IsIntactAsync(string unit, SignedNote? kept)
    {
        var findings = await new LogVerification(ledger.Database, The<LogKeys>(), The<EvidenceStore>()).RunAsync(unit, kept is null ? [] : [kept], Ct);
        Assert.Empty(findings.Faults);
        Assert.NotEmpty(findings.Erasures);
    }

    private async Task<string> FiguresAsync(string unit)
    {
        using var export = new MemoryStream();
        await EventExport.WriteAsync(ledger.Database, export, unit, null, null, Ct);
        export.Position = 0;
        var cells = (await OfflineFold.ReadAsync(export, Ct)).Units[unit][2023].Cells;
        var figures = (await ledger.FiguresAsync(unit, 2023)).GetProperty("figures").EnumerateArray().Select(f => $"{f.Text("code")} {f.Decimal("value")} {f.Text("state")}");
        return string.Join('\n', figures.Append($"offline {cells.Count} {cells.Sum(c => c.Value.Sum)}"));
    }

    /// <summary>Lines of a whole dump that hold the name.</summary>
    private async Task<string> DumpedWithAsync()
    {
        var at = new NpgsqlConnectionStringBuilder(ledger.ConnectionString);
        var programs = await ledger.ScalarAsync<string>("select setting from pg_config where name = 'BINDIR'");
        var start = new ProcessStartInfo(Path.Combine(programs!, "pg_dump"), ["-h", at.Host!, "-p", at.Port.ToString(null, null), "-U", at.Username!, at.Database!]) { RedirectStandardOutput = true };
        start.Environment["PGPASSWORD"] = at.Password;
        using var dump = Process.Start(start)!;
        var text = await dump.StandardOutput.ReadToEndAsync(Ct);
        await dump.WaitForExitAsync(Ct);
        Assert.Equal(0, dump.ExitCode);
        Assert.Contains("已删除", text, StringComparison.Ordinal);
        return string.Join('\n', text.Split('\n').Where(l => l.Contains(Name, StringComparison.Ordinal)));
    }

    /// <summary>Files of the server's whole folder that hold the name: tables, their old pages, the write-ahead log, its log.</summary>
    private async Task<List<string>> FilesWithAsync()
    {
        await ledger.ScalarAsync<object>("checkpoint");
        var wanted = Encoding.UTF8.GetBytes(Name);
        // The socket lies in the cluster's folder; beside it the archive.
        var root = Directory.GetParent(new NpgsqlConnectionStringBuilder(ledger.ConnectionString).Host!)!.FullName;
        Assert.True(File.Exists(Path.Combine(root, "password")), root);
        return [.. Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories).Where(f => !f.Contains(".s.PGSQL", StringComparison.Ordinal) && Content(f).AsSpan().IndexOf(wanted) >= 0)];

        static byte[] Content(string file)
        {
            try
            {
                return File.ReadAllBytes(file);
            }
            catch (FileNotFoundException)
            {
                return [];
            }
        }
    }
}
