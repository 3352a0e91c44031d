using System.Text;
using Ledger.Api.Commands;
using Ledger.Api.Tests.Matters;
using Ledger.Domain.Figures;

namespace Ledger.Api.Tests.Erasures;

/// <summary>The event log without names counts the same.</summary>
public sealed class MaskedExportTests(LedgerFixture ledger)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task a_masked_export_holds_no_name_and_tells_as_many_apart()
    {
        var unit = await ledger.NewUnitAsync();
        await ledger.OpenAsync(unit, "adviser-engagement", new { occurredOn = "2023-01-05", title = "法律顾问聘任", firm = "明理律师事务所", advisers = new[] { "周守法", "周守纪" }, method = "direct", from = "2023-01-05", to = "2023-12-31" });
        await ledger.LogAsync(unit, "law-study", new { occurredOn = "2023-04-01", form = "lecture", title = "周守法讲民法典", lecturer = "周守法" });
        var (open, masked) = (await ExportAsync(unit), await ExportAsync(unit, "--masked"));
        Assert.Contains("周守法", open.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("周守", masked.Text, StringComparison.Ordinal);
        Assert.Contains("周**讲民法典", masked.Text, StringComparison.Ordinal);
        Assert.Equal(Counts(open.Fold, unit), Counts(masked.Fold, unit));
        Assert.Equal(2, masked.Fold.Units[unit][2023].Cells.Count(c => c.Key.StartsWith("advisers-active|name|", StringComparison.Ordinal)));
    }

    private static List<(int, decimal)> Counts(OfflineFold fold, string unit) =>
        [.. fold.Units[unit].SelectMany(y => y.Value.Cells.Select(c => (y.Key, c.Value.Sum))).Order()];

    private async Task<(string Text, OfflineFold Fold)> ExportAsync(string unit, params string[] more)
    {
        var file = Path.GetTempFileName();
        try
        {
            Assert.Equal(0, await ExportCommand.RunAsync(["--unit", unit, "--out", file, .. more], ledger.Store, ledger.Database, TextWriter.Null, TextWriter.Null, Ct));
            await using var stream = File.OpenRead(file);
            return (await File.ReadAllTextAsync(file, Encoding.UTF8, Ct), await OfflineFold.ReadAsync(stream, Ct));
        }
        finally
        {
            File.Delete(file);
        }
    }
}
