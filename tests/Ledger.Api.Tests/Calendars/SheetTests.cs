using System.IO.Compression;
using UglyToad.PdfPig;

namespace Ledger.Api.Tests.Calendars;

/// <summary>The month's sheets as files that an office passes round.</summary>
public sealed class SheetTests(LedgerFixture ledger)
{
    [Fact]
    public async Task what_falls_due_and_what_is_to_be_prepared_stand_in_the_sheet_of_the_month()
    {
        var unit = await ledger.NewUnitAsync();
        await ledger.LogServiceAsync(unit, "2023-05-04");
        var text = await PdfAsync($"/api/units/{unit}/sheets/2024-1.pdf");
        Assert.Contains($"测试单位{unit}2024年1月法治工作提示单", text, StringComparison.Ordinal);
        Assert.Contains("1月31日", text, StringComparison.Ordinal);
        Assert.Contains("本月到期", text, StringComparison.Ordinal);
        Assert.Contains("提前准备", text, StringComparison.Ordinal);
        // Thirty days before 29 February lies in January.
        Assert.Contains("2月29日", text, StringComparison.Ordinal);
        Assert.Contains("尚缺：报告页登记报送", text, StringComparison.Ordinal);
        Assert.DoesNotContain("示范创建", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task what_is_past_stands_in_the_other_with_room_for_what_was_done()
    {
        var unit = await ledger.NewUnitAsync();
        await ledger.LogServiceAsync(unit, "2023-05-04");
        var text = await PdfAsync($"/api/units/{unit}/sheets/2024-3.pdf?kind=overdue");
        Assert.Contains("法治工作督办单", text, StringComparison.Ordinal);
        Assert.Contains("截至2024年3月31日", text, StringComparison.Ordinal);
        Assert.Contains("办理情况", text, StringComparison.Ordinal);
        Assert.Contains("3月1日前向本级党委", text, StringComparison.Ordinal);
        await ledger.LogAsync(unit, "upward-report", new { occurredOn = "2024-03-05", to = "party-committee", subject = "2023年法治政府建设情况报告" });
        await ledger.LogAsync(unit, "upward-report", new { occurredOn = "2024-03-06", to = "government", subject = "2023年法治政府建设情况报告" });
        Assert.DoesNotContain("3月1日前向本级党委", await PdfAsync($"/api/units/{unit}/sheets/2024-3.pdf?kind=overdue"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2027-1.pdf", true)]
    [InlineData("2024-1.pdf", false)]
    public async Task a_sheet_of_a_year_without_its_holidays_says_so(string sheet, bool says)
    {
        var unit = await ledger.NewUnitAsync();
        await ledger.LogServiceAsync(unit, "2023-05-04");
        Assert.Equal(says, (await PdfAsync($"/api/units/{unit}/sheets/{sheet}")).Contains("注：2027年节假日安排尚未录入，涉及的工作日暂按周一至周五计算", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("reminder", "提示单", "没有到期或者需要提前准备")]
    [InlineData("overdue", "督办单", "没有已过期限而台账中未见登记")]
    public async Task a_month_with_nothing_says_so(string kind, string title, string says)
    {
        var unit = await ledger.NewUnitAsync();
        var text = await PdfAsync($"/api/units/{unit}/sheets/2012-5.pdf?kind={kind}");
        Assert.Contains(title, text, StringComparison.Ordinal);
        Assert.Contains(says, text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("reminder")]
    [InlineData("overdue")]
    public async Task word_says_the_same(string kind)
    {
        var unit = await ledger.NewUnitAsync();
        await ledger.LogServiceAsync(unit, "2023-05-04");
        using var answer = await ledger.Client.GetAsync(new Uri($"/api/units/{unit}/sheets/2024-3.docx?kind={kind}", UriKind.Relative));
        answer.EnsureSuccessStatusCode();
        await using var zip = new ZipArchive(await answer.Content.ReadAsStreamAsync());
        using var reader = new StreamReader(zip.GetEntry("word/document.xml")!.Open());
        var xml = await reader.ReadToEndAsync();
        Assert.Contains(kind == "overdue" ? "下列" : "到期的法治工作事项", xml, StringComparison.Ordinal);
        Assert.Contains("法治政府建设", xml, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2024-13.pdf", "month")]
    [InlineData("2024-0.docx", "month")]
    [InlineData("1999-5.pdf", "year")]
    [InlineData("2024-5.pdf?kind=poster", "kind")]
    public async Task a_month_or_kind_that_is_none_is_refused_with_its_field(string sheet, string path)
    {
        var unit = await ledger.NewUnitAsync();
        (await ledger.GetAsync($"/api/units/{unit}/sheets/{sheet}")).RefusesField(path);
    }

    /// <summary>The text of the file without spaces and line ends, which the layout sets.</summary>
    private async Task<string> PdfAsync(string url)
    {
        using var answer = await ledger.Client.GetAsync(new Uri(url, UriKind.Relative));
        Assert.Equal("application/pdf", answer.EnsureSuccessStatusCode().Content.Headers.ContentType!.MediaType);
        using var pdf = PdfDocument.Open(await answer.Content.ReadAsByteArrayAsync());
        return string.Concat(pdf.GetPages().SelectMany(p => p.Letters).Select(l => l.Value)).Replace(" ", "", StringComparison.Ordinal);
    }
}
