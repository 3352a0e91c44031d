using System.Diagnostics;

namespace Ledger.Api.Tests.Commands;

/// <summary><c>report</c> as a process of its own: an edition's bytes depend on nothing around it.</summary>
public sealed class ReportVerbTests(LedgerFixture ledger)
{
    [Theory]
    [InlineData("pdf", "formal", "entries")]
    [InlineData("docx", "preprinted", "figures")]
    [InlineData("html", "public", "figures")]
    public async Task another_process_in_another_place_writes_the_same_bytes(string kind, string profile, string annexes)
    {
        var unit = await ledger.NewUnitAsync();
        await ledger.LogServiceAsync(unit);
        (await ledger.FreezeAsync(unit, 2023)).Is(201);
        var served = await ledger.Client.GetByteArrayAsync($"/api/units/{unit}/reports/2023.{kind}?edition=1&profile={profile}&annexes={annexes}", TestContext.Current.CancellationToken);
        Assert.Equal(served, await WriteAsync(unit, kind, profile, annexes, "Asia/Shanghai", "zh_CN.UTF-8"));
        Assert.Equal(served, await WriteAsync(unit, kind, profile, annexes, "America/St_Johns", "tr_TR.UTF-8"));
    }

    [Fact]
    public async Task another_report_is_written_by_naming_its_template()
    {
        var unit = await ledger.NewUnitAsync();
        await ledger.LogServiceAsync(unit);
        var told = await RunAsync("html", "Asia/Shanghai", "zh_CN.UTF-8", "--unit", unit, "--year", "2023", "--template", "law-study");
        Assert.Contains("学法用法", System.Text.Encoding.UTF8.GetString(told), StringComparison.Ordinal);
    }

    private Task<byte[]> WriteAsync(string unit, string kind, string profile, string annexes, string zone, string language) =>
        RunAsync(kind, zone, language, "--unit", unit, "--year", "2023", "--edition", "1", "--profile", profile, "--annexes", annexes);

    private async Task<byte[]> RunAsync(string kind, string zone, string language, params string[] arguments)
    {
        var folder = Directory.CreateTempSubdirectory("ledger-report-");
        try
        {
            var file = Path.Combine(folder.FullName, $"report.{kind}");
            var built = new DirectoryInfo(AppContext.BaseDirectory);
            var dll = Path.Combine(built.Parent!.Parent!.FullName, "Ledger.Api", built.Name, "Ledger.Api.dll");
            var start = new ProcessStartInfo("dotnet", [dll, "report", .. arguments, "--out", file])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                WorkingDirectory = folder.FullName,
                Environment = { ["ConnectionStrings__Ledger"] = ledger.ConnectionString, ["TZ"] = zone, ["LANG"] = language, ["LC_ALL"] = language },
            };
            using var process = Process.Start(start)!;
            using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(1));
            var said = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(limit.Token), process.StandardError.ReadToEndAsync(limit.Token));
            await process.WaitForExitAsync(limit.Token);
            Assert.True(process.ExitCode == 0, said[1]);
            Assert.Equal(file + Environment.NewLine, said[0]);
            return await File.ReadAllBytesAsync(file, limit.Token);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
