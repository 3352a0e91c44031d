using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using UglyToad.PdfPig;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Ledger.Api.Tests.Reports;

/// <summary>The report of the sample year: the same numbers as data, in print and on a page.</summary>
public sealed partial class SampleReportTests(LedgerFixture ledger, SampleYear sample) : IAsyncLifetime
{
    private const string Report = $"/api/units/{SampleYear.Unit}/reports/2023";

    public async ValueTask InitializeAsync() => await sample.PlantedAsync(ledger);

    [Fact]
    public async Task there_is_nothing_to_find_fault_with()
    {
        var report = (await ledger.GetAsync(Report)).Is(200);
        Assert.Empty(report["findings"].EnumerateArray());
        Assert.Equal("沈丘县招商服务中心关于2023年度法治政府建设情况的报告", report["title"].GetString());
        Assert.True(Runs(report).Count(r => r.Text("figure") is not null) > 80);
    }

    [Fact]
    public async Task every_number_of_the_text_is_its_figure()
    {
        var figures = (await ledger.FiguresAsync(SampleYear.Unit, 2023)).GetProperty("figures").EnumerateArray().ToDictionary(f => f.Text("code")!);
        foreach (var run in Runs((await ledger.GetAsync(Report)).Is(200)).Where(r => r.Text("figure") is not null))
        {
            var parts = run.Text("figure")!.Split('/', 2);
            var expected = parts.Length == 1
                ? figures[parts[0]].Decimal("value")
                : figures[parts[0]].GetProperty("breakdown").EnumerateObject().Select(d => d.Value.Decimal(parts[1])).FirstOrDefault(v => v is not null) ?? 0;
            Assert.True(expected == decimal.Parse(run.Text("text")!.TrimEnd('%', '余'), null), $"{run.Text("figure")}: {run.Text("text")} is not {expected}");
        }
    }

    [Fact]
    public async Task every_paragraph_and_number_of_the_text_stands_in_the_pdf()
    {
        var report = (await ledger.GetAsync(Report)).Is(200);
        using var answer = await ledger.Client.GetAsync($"{Report}.pdf", TestContext.Current.CancellationToken);
        Assert.Equal((200, "application/pdf"), ((int)answer.StatusCode, answer.Content.Headers.ContentType!.MediaType));
        using var pdf = PdfDocument.Open(await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        Assert.InRange(pdf.NumberOfPages, 5, 40);
        // Letter by letter in the order of the page, without what stands at its head and foot.
        var text = Bare(string.Concat(pdf.GetPages().Select(p => Furniture().Replace(string.Concat(p.Letters.Select(l => l.Value)), ""))));
        foreach (var block in report["blocks"].EnumerateArray())
        {
            var expected = Bare(string.Concat(block.GetProperty("runs").EnumerateArray().Select(r => r.Text("text"))));
            Assert.True(text.Contains(expected, StringComparison.Ordinal), expected);
        }

        foreach (var figure in report["figures"].EnumerateArray().Select(f => f.GetProperty("figure")))
            Assert.True(text.Contains(Bare(figure.Text("name")!), StringComparison.Ordinal), figure.Text("name"));
    }

    [Fact]
    public async Task every_number_of_the_text_is_a_locked_control_of_the_word_file()
    {
        var report = (await ledger.GetAsync(Report)).Is(200);
        using var answer = await ledger.Client.GetAsync($"{Report}.docx", TestContext.Current.CancellationToken);
        Assert.Equal((200, "application/vnd.openxmlformats-officedocument.wordprocessingml.document"), ((int)answer.StatusCode, answer.Content.Headers.ContentType!.MediaType));
        var bytes = await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        using var word = WordprocessingDocument.Open(new MemoryStream(bytes), isEditable: false);
        var body = word.MainDocumentPart!.Document!.Body!;
        var controls = body.Elements<W.Paragraph>().SelectMany(p => p.Descendants<W.SdtRun>()).Select(c => (c.SdtProperties!.GetFirstChild<W.Tag>()!.Val!.Value, c.InnerText));
        Assert.Equal(Runs(report).Where(r => r.Text("figure") is not null).Select(r => (r.Text("figure")!.Split('/')[0], r.Text("text")!)), controls!);
        var figures = (await ledger.FiguresAsync(SampleYear.Unit, 2023)).GetProperty("figures").EnumerateArray().ToDictionary(f => f.Text("code")!, f => f.Decimal("value"));
        var rows = body.Descendants<W.TableCell>().SelectMany(c => c.Descendants<W.SdtRun>()).ToList();
        Assert.Equal(report["figures"].GetArrayLength(), rows.Count);
        foreach (var row in rows.Where(r => r.InnerText != "—"))
            Assert.Equal(figures[row.SdtProperties!.GetFirstChild<W.Tag>()!.Val!.Value!], decimal.Parse(row.InnerText.TrimEnd('%', '余'), CultureInfo.InvariantCulture));
        Assert.Empty(new OpenXmlValidator(FileFormatVersions.Microsoft365).Validate(word, TestContext.Current.CancellationToken));
        Assert.Equal(bytes, await ledger.Client.GetByteArrayAsync($"{Report}.docx?profile=public", TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("")]
    [InlineData("?profile=public")]
    public async Task the_public_profile_is_a_pdf(string query)
    {
        using var answer = await ledger.Client.GetAsync($"{Report}.pdf{query}", TestContext.Current.CancellationToken);
        Assert.Equal("application/pdf", answer.Content.Headers.ContentType!.MediaType);
        Assert.StartsWith("%PDF-", Encoding.Latin1.GetString(await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task the_page_carries_the_code_of_every_figure()
    {
        var report = (await ledger.GetAsync(Report)).Is(200);
        var page = (await ledger.GetAsync($"{Report}.html")).Is(200);
        Assert.Equal("text/html", page.MediaType);
        foreach (var code in Runs(report).Select(r => r.Text("figure")).OfType<string>().Select(f => f.Split('/')[0]).Distinct())
            Assert.Contains($"data-figure=\"{code}\"", page.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/api/units/shenqiu-investment/reports/1999", "year")]
    [InlineData("/api/units/shenqiu-investment/reports/2101.html", "year")]
    [InlineData("/api/units/shenqiu-investment/reports/2023?edition=first", "edition")]
    [InlineData("/api/units/shenqiu-investment/reports/2023.pdf?profile=glossy", "profile")]
    [InlineData("/api/units/shenqiu-investment/reports/2023.docx?profile=glossy", "profile")]
    public async Task a_report_that_cannot_be_is_refused_with_the_field(string url, string path) =>
        (await ledger.GetAsync(url)).RefusesField(path);

    [Fact]
    public async Task prose_is_written_read_and_reset_and_typed_numbers_are_found()
    {
        var unit = await ledger.NewUnitAsync();
        var url = $"/api/units/{unit}/reports/2023";
        (await ledger.SendAsync(HttpMethod.Put, $"{url}/prose/preamble", new { text = "全年开展活动35次，*无强调*。" })).Is(200);
        var report = (await ledger.GetAsync(url)).Is(200);
        Assert.Contains(Runs(report), r => r.Text("text")!.Contains("*无强调*", StringComparison.Ordinal));
        Assert.Contains(report["findings"].EnumerateArray(), f => (f.Text("rule"), f.Text("text")) == ("typed-number", "35"));
        (await ledger.SendAsync(HttpMethod.Put, $"{url}/prose/preamble", new { text = "" })).Is(200);
        Assert.DoesNotContain(Runs((await ledger.GetAsync(url)).Is(200)), r => r.Text("text")!.Contains("活动35次", StringComparison.Ordinal));
        (await ledger.SendAsync(HttpMethod.Put, $"{url}/prose/preamble", new { text = "{% if %}" })).RefusesField("text");
        (await ledger.SendAsync(HttpMethod.Put, $"{url}/prose/preamble", new { text = "{{ 'no-figure' | figure }}" })).RefusesField("text");
        (await ledger.SendAsync(HttpMethod.Put, $"{url}/prose/nothing", new { text = "文字" })).Refuses(404, "unknown-prose");
        (await ledger.SendAsync(HttpMethod.Put, $"{url}/prose/preamble", """{"text":"空\u0000字"}""")).RefusesField("text");
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static IEnumerable<JsonElement> Runs(Answer report) =>
        report["blocks"].EnumerateArray().SelectMany(b => b.GetProperty("runs").EnumerateArray());

    private static string Bare(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));

    [GeneratedRegex(@"^样例数据（虚构）|[—–-]\s*\d+\s*[—–-]$")]
    private static partial Regex Furniture();
}
