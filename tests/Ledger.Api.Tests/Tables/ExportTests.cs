using System.Security.Cryptography;
using System.Text;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Ledger.Api.Tests.Reports;

namespace Ledger.Api.Tests.Tables;

/// <summary>Tables as files: all rows, nothing that runs, closed by a count and a hash.</summary>
public sealed class ExportTests(LedgerFixture ledger, SampleYear sample) : IAsyncLifetime
{
    private const string Api = $"/api/units/{SampleYear.Unit}";

    public async ValueTask InitializeAsync() => await sample.PlantedAsync(ledger);

    public static TheoryData<string> Tables =>
    [
        "entries.{0}?year=2023",
        "entries.{0}?year=2023&kind=law-study",
        "entries.{0}?year=2023&q=%E6%99%AE%E6%B3%95&status=recorded",
        "entries.{0}?from=2023-03-01&to=2023-03-31",
        "entries.{0}?year=2023&late=1",
        "entries.{0}?year=2023&figure=legal-service",
        "entries.{0}?year=1999",
        "figures/2023.{0}",
        "figures/2023.{0}?asOf=2023-06-30",
        "figures/2023/legal-service/entries.{0}",
    ];

    [Theory]
    [MemberData(nameof(Tables))]
    public async Task a_table_is_valid_closed_and_the_same_in_both_formats(string url)
    {
        var xlsx = await FileAsync(url, "xlsx");
        using (var document = SpreadsheetDocument.Open(new MemoryStream(xlsx), false))
            Assert.Empty(new OpenXmlValidator().Validate(document).Select(e => $"{e.Path?.XPath}: {e.Description}"));
        var csv = await FileAsync(url, "csv");
        var rows = TableText.Xlsx(xlsx);
        var (text, seal) = Cut(TableText.Csv(csv));
        Assert.Equal(seal, rows.TakeLast(3).Select(r => r[0]));
        Assert.Equal($"【表尾】行数：{rows.Count - 4}", seal[0]);
        Assert.Equal($"【表尾】SHA-256：{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))}", seal[1]);
        Assert.Matches("^【表尾】截至事件序号：[0-9]+$", seal[2]);
        Assert.Equal(xlsx, await FileAsync(url, "xlsx"));
        Assert.Equal(csv, await FileAsync(url, "csv"));
    }

    [Theory]
    [InlineData("year=2023")]
    [InlineData("year=2023&kind=legal-service")]
    [InlineData("year=2023&kind=legal-service&status=void")]
    [InlineData("q=%E5%90%88%E5%90%8C")]
    public async Task every_entry_of_the_list_is_a_row(string filter)
    {
        var list = await ledger.EntriesAsync(SampleYear.Unit, $"{filter}&size=500");
        var rows = TableText.Xlsx(await ledger.FileAsync($"{Api}/entries.xlsx?{filter}"));
        var id = rows[0].Index().Single(h => h.Item == "登记编号").Index;
        Assert.Equal(list.Ids().Order(), rows.Skip(1).SkipLast(3).Select(r => Guid.Parse(r[id])).Order());
    }

    [Fact]
    public async Task figures_tell_the_zeros_apart()
    {
        var unit = await ledger.NewUnitAsync();
        await ledger.LogServiceAsync(unit);
        await ledger.LogAsync(unit, "petition-handled", new { occurredOn = "2023-03-01", received = 0, closed = 0 });
        (await ledger.ConfirmNilAsync(unit, 2023, "litigations")).Is(200);
        var rows = TableText.Xlsx(await ledger.FileAsync($"/api/units/{unit}/figures/2023.xlsx"));
        var (value, state, part) = (Column("本年"), Column("状态"), Column("分列项"));
        Assert.Equal(("1", "有数"), Row("legal-service"));
        Assert.Equal(("0", "零报告"), Row("litigations"));
        Assert.Equal(("", "未登记"), Row("law-contests"));
        Assert.Contains(rows, r => r[0] == "legal-service" && r.ElementAtOrDefault(part) == "法律咨询" && r[value] == "1");
        Assert.Contains(rows, r => r.ElementAtOrDefault(state) == "登记为零" && r[value] == "0");

        int Column(string heading) => rows[0].Index().Single(h => h.Item == heading).Index;
        (string, string) Row(string code) => rows.First(r => r[0] == code && r[part].Length == 0) is var r ? (r[value], r[state]) : default;
    }

    [Fact]
    public async Task figures_are_those_of_the_api_now_and_as_known_before()
    {
        foreach (var asOf in new[] { "", "?asOf=2023-06-30" })
        {
            var figures = (await ledger.GetAsync($"{Api}/figures/2023{asOf}")).Is(200).Json;
            var rows = TableText.Xlsx(await ledger.FileAsync($"{Api}/figures/2023.xlsx{asOf}"));
            Assert.Equal($"【表尾】截至事件序号：{figures.GetProperty("sequence").GetInt64()}", rows[^1][0]);
            foreach (var figure in figures.GetProperty("figures").EnumerateArray().Where(f => f.Text("state") != "never-entered"))
                Assert.Equal(figure.Decimal("value"), rows.First(r => r[0] == figure.Text("code"))[5] is { Length: > 0 } v ? decimal.Parse(v, null) : null);
        }
    }

    [Fact]
    public async Task what_people_typed_never_runs()
    {
        var unit = await ledger.NewUnitAsync();
        string[] hostile = ["=1+1", "=HYPERLINK(\"http://x.example\",\"点我\")", "+1-1", "-2+3", "@SUM(A1)", "＝1+1", "＋1", "－1", "＠A1", "\t=1", " =1", "'=1", "110101199003072316"];
        foreach (var text in hostile)
            await ledger.LogAsync(unit, "legal-service", new { occurredOn = "2023-03-01", service = "consultation", adviser = text, title = $"{text}。" });
        var file = await ledger.FileAsync($"/api/units/{unit}/entries.xlsx?kind=legal-service");
        using (var document = SpreadsheetDocument.Open(new MemoryStream(file), false))
        {
            Assert.Empty(document.WorkbookPart!.WorksheetParts.SelectMany(p => p.Worksheet!.Descendants<DocumentFormat.OpenXml.Spreadsheet.CellFormula>()));
            Assert.Empty(document.WorkbookPart.HyperlinkRelationships);
        }

        var rows = TableText.Xlsx(file);
        var adviser = rows[0].Index().Single(h => h.Item == "法律顾问").Index;
        Assert.Equal(hostile.Order(StringComparer.Ordinal), rows.Skip(1).SkipLast(3).Select(r => r[adviser]).Order(StringComparer.Ordinal));
        var csv = TableText.Csv(await ledger.FileAsync($"/api/units/{unit}/entries.csv?kind=legal-service"));
        foreach (var text in hostile)
            Assert.Contains($",\"'{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\",", csv, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("entries.xlsx?year=abc", "year")]
    [InlineData("entries.csv?figure=no-such&year=2023", "figure")]
    [InlineData("entries.csv?figure=legal-service", "year")]
    [InlineData("entries.xlsx?kind=no-such", "kind")]
    [InlineData("figures/2023.xlsx?asOf=yesterday", "asOf")]
    public async Task a_filter_that_cannot_be_read_is_refused(string url, string path) =>
        (await ledger.GetAsync($"{Api}/{url}")).RefusesField(path);

    private async Task<byte[]> FileAsync(string url, string ending) => await ledger.FileAsync($"{Api}/{url.Replace("{0}", ending, StringComparison.Ordinal)}");

    /// <summary>Heading and rows, and the three lines that close them.</summary>
    private static (string Text, string[] Seal) Cut(string csv)
    {
        var at = csv.LastIndexOf("【表尾】行数", StringComparison.Ordinal);
        return (csv[..at], csv[at..].Split("\r\n", StringSplitOptions.RemoveEmptyEntries));
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
