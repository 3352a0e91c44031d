using System.Diagnostics;
using Ledger.Api.Tests.Importing;
using Ledger.Api.Tests.Reports;
using Ledger.Domain.Kinds;

namespace Ledger.Api.Tests.Tables;

/// <summary>What LibreOffice makes of our tables, and we of its, where it is installed.</summary>
public sealed class OfficeTests(LedgerFixture ledger, SampleYear sample) : IAsyncLifetime
{
    private static readonly string? Office = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Select(folder => Path.Combine(folder, "soffice")).FirstOrDefault(File.Exists);

    public async ValueTask InitializeAsync() => await sample.PlantedAsync(ledger);

    [Theory]
    [InlineData("entries.xlsx?year=2023&kind=legal-service", "entries.csv?year=2023&kind=legal-service")]
    [InlineData("figures/2023.xlsx", "figures/2023.csv")]
    public async Task libreoffice_reads_the_same_values(string xlsx, string csv)
    {
        // UTF-8, every cell as it is shown.
        var converted = await ConvertAsync(await ledger.FileAsync($"/api/units/{SampleYear.Unit}/{xlsx}"), "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,0");
        var theirs = Rows(converted);
        var ours = Rows(await ledger.FileAsync($"/api/units/{SampleYear.Unit}/{csv}"));
        Assert.Equal(ours, theirs);
    }

    [Fact]
    public async Task what_libreoffice_saved_is_imported()
    {
        var unit = await ledger.NewUnitAsync();
        var kind = Catalogue.FindKind("law-study")!;
        var template = await ledger.FileAsync($"/api/units/{unit}/import/{kind.Code}.xlsx");
        var saved = await ConvertAsync(FilledTable.Of(template, kind, [.. Enumerable.Range(0, 20).Select(i => AnyActivity.Of(kind, i))]), "xlsx");
        var preview = (await ledger.PreviewAsync(unit, kind.Code, saved)).Is(200);
        Assert.Empty(preview["problems"].EnumerateArray().Select(p => p.Text("message")));
        Assert.Equal(20, (await ledger.ImportAsync(unit, kind.Code, saved)).Is(200)["added"].GetInt32());
    }

    /// <summary>Without the trailing empty cells that only one of them writes.</summary>
    private static List<string> Rows(byte[] csv) =>
        [.. Documents.Sheets.CsvReader.Read(csv, 10_000)!.Rows.Select(r => string.Join('|', r.Cells.OrderBy(c => c.Key).Select(c => $"{c.Key}={c.Value.Text}")))];

    private static async Task<byte[]> ConvertAsync(byte[] file, string to)
    {
        // LibreOffice comes in parts, and without Calc it has no tables.
        Assert.SkipWhen(Office is null || await RunAsync("probe.csv", "1,2\r\n"u8.ToArray(), "xlsx") is (null, _), "没有 LibreOffice Calc，跳过表格比对 (apt-get install libreoffice-calc)");
        var (made, said) = await RunAsync("table.xlsx", file, to);
        Assert.True(made is not null, said);
        return made!;
    }

    private static async Task<(byte[]? Made, string Said)> RunAsync(string name, byte[] file, string to)
    {
        var folder = Directory.CreateTempSubdirectory("ledger-calc-");
        try
        {
            await File.WriteAllBytesAsync(Path.Combine(folder.FullName, name), file);
            var start = new ProcessStartInfo(Office!) { WorkingDirectory = folder.FullName, RedirectStandardOutput = true, RedirectStandardError = true };
            foreach (var argument in new[] { $"-env:UserInstallation=file://{folder.FullName}/profile", "--headless", "--convert-to", to, "--outdir", "out", name })
                start.ArgumentList.Add(argument);
            using var process = Process.Start(start)!;
            var said = Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
            using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(2));
            await process.WaitForExitAsync(limit.Token);
            var made = Path.Combine(folder.FullName, "out", $"{Path.GetFileNameWithoutExtension(name)}.{to.Split(':')[0]}");
            return (File.Exists(made) ? await File.ReadAllBytesAsync(made) : null, string.Concat(await said));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
