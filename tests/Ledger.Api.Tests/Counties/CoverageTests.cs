using System.Text.Json;
using Ledger.Api.Tests.Tables;

namespace Ledger.Api.Tests.Counties;

/// <summary>Who has logged, who has filed, who is late: by the steps that reports really took.</summary>
public sealed class CoverageTests(LedgerFixture ledger)
{
    private const string Steps = "frozen office-reviewed secrecy-reviewed signed numbered submitted published";

    [Fact]
    public async Task units_stand_in_the_order_of_the_organs_with_what_they_logged_and_confirmed()
    {
        var (county, units) = await ledger.NewCountyAsync(1);
        (await ledger.PostAsync("/api/units", new { code = $"{county}-a-town", name = "某某镇", county, kind = "township" })).Is(201);
        (await ledger.PostAsync("/api/units", new { code = $"{county}-z-party", name = "某部", county, kind = "party-organ" })).Is(201);
        await ledger.LogServiceAsync(units[0], "2023-06-07");
        (await ledger.ConfirmNilAsync(units[0], 2023, "litigations")).Is(200);

        var coverage = await CoverageAsync(county);
        Assert.Equal([$"{county}-z-party", units[0], $"{county}-a-town"], coverage.Select(u => u.Text("unit")));
        Assert.Equal((1, 1, "2023-06-07"), (coverage[1].GetProperty("entries").GetInt32(), coverage[1].GetProperty("nilConfirmed").GetInt32(), coverage[1].Text("lastDay")));
        // Who logged nothing at all is asked for its report as well.
        var silent = coverage[0].GetProperty("report");
        Assert.Equal("overdue", silent.Text("standing"));
        Assert.Contains("未报送，已逾期", silent.GetProperty("submission").Text("text"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task a_report_stands_where_its_steps_have_brought_it_and_says_by_whom_and_when()
    {
        var (county, units) = await ledger.NewCountyAsync(1);
        (await ledger.FreezeAsync(units[0], 2023)).Is(201);
        var frozen = await ReportAsync(county);
        Assert.Equal(("frozen", "overdue", 1), (frozen.Text("stage"), frozen.Text("standing"), frozen.GetProperty("editions").GetInt32()));

        await SubmitAsync(units[0], "2024-02-27");
        var sent = await ReportAsync(county);
        Assert.Equal(("submitted", "unpublished"), (sent.Text("stage"), sent.Text("standing")));
        Assert.Equal(("2024-02-29", "2024-02-27", 0, "2024年2月27日报送，按期"), Day(sent, "submission"));
        Assert.Contains("最迟2024年3月31日", sent.GetProperty("publication").Text("text"), StringComparison.Ordinal);

        await StepAsync(units[0], "publish", new { on = "2024-03-20", url = "https://example.cn" });
        var done = await ReportAsync(county);
        Assert.Equal(("published", "done"), (done.Text("stage"), done.Text("standing")));
        var steps = done.GetProperty("steps").EnumerateArray().ToList();
        Assert.Equal(Steps.Split(' '), steps.Select(s => s.Text("stage")));
        Assert.Equal(("李核稿", "王保密", "赵主任"), (steps[1].Text("by"), steps[2].Text("by"), steps[3].Text("by")));
        Assert.All(steps, s => Assert.False(string.IsNullOrEmpty(s.Text("account"))));

        // Another edition afterwards takes nothing of that back.
        (await ledger.PostAsync($"/api/units/{units[0]}/reports/2023/editions", new { reason = "补录一件" })).Is(201);
        var again = await ReportAsync(county);
        Assert.Equal(("published", "done", 2), (again.Text("stage"), again.Text("standing"), again.GetProperty("editions").GetInt32()));
    }

    [Fact]
    public async Task what_was_sent_or_published_late_says_by_how_many_days()
    {
        var (county, units) = await ledger.NewCountyAsync(1);
        (await ledger.FreezeAsync(units[0], 2023)).Is(201);
        await SubmitAsync(units[0], "2024-03-12");
        await StepAsync(units[0], "publish", new { on = "2024-04-01", url = "https://example.cn", reason = "网站改版" });
        var report = await ReportAsync(county);
        Assert.Equal(("done-late", 12, 1), (report.Text("standing"), Day(report, "submission").Late, Day(report, "publication").Late));
        Assert.Equal("2024年3月12日报送，逾期 12 天", Day(report, "submission").Text);
        var lines = TableText.Csv(await ledger.FileAsync($"/api/counties/{county}/coverage/2023.csv")).Split("\r\n");
        var (heading, row) = (lines[0].Split(',').ToList(), lines[1].Split(','));
        Assert.Equal(("已公开", "赵主任", "2024-03-12", "12"), (row[heading.IndexOf("进度")], row[heading.IndexOf("签发人")], row[heading.IndexOf("报送日期")], row[heading.IndexOf("报送逾期天数")]));
        Assert.Equal("已办结，有逾期", row[heading.IndexOf("报送情况")]);
        Assert.Contains(TableText.Xlsx(await ledger.FileAsync($"/api/counties/{county}/figures/2023.xlsx"), 1), r => r.Contains("2024年4月1日公开，逾期 1 天"));
    }

    [Fact]
    public async Task what_the_secrecy_review_withholds_waits_for_no_publication()
    {
        var (county, units) = await ledger.NewCountyAsync(1);
        (await ledger.FreezeAsync(units[0], 2023)).Is(201);
        await SubmitAsync(units[0], "2024-02-27", "withheld");
        var report = await ReportAsync(county);
        Assert.Equal("done", report.Text("standing"));
        Assert.Contains("不予公开", report.GetProperty("publication").Text("text"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task a_submission_that_was_logged_as_work_counts_too()
    {
        var (county, units) = await ledger.NewCountyAsync(1);
        foreach (var to in (string[])["party-committee", "government"])
            await ledger.LogAsync(units[0], "upward-report", new { occurredOn = "2024-02-20", to, subject = "2023年法治政府建设情况报告" });
        var report = await ReportAsync(county);
        Assert.Equal(("unpublished", "2024年2月20日报送，按期（据工作登记）"), (report.Text("standing"), Day(report, "submission").Text));
    }

    private async Task SubmitAsync(string unit, string on, string outcome = "may-publish")
    {
        await StepAsync(unit, "office-review", new { by = "李核稿" });
        await StepAsync(unit, "secrecy-review", new { by = "王保密", outcome });
        await StepAsync(unit, "sign", new { by = "赵主任", reason = "待核事项已当面核过" });
        await StepAsync(unit, "number", new { documentNumber = "测招商〔2024〕3号" });
        await StepAsync(unit, "submit", new { on, to = new[] { "测试县人民政府" }, reason = "照实登记" });
    }

    private async Task StepAsync(string unit, string step, object body) =>
        (await ledger.PostAsync($"/api/units/{unit}/reports/2023/editions/1/{step}", body)).Is(200);

    private async Task<List<JsonElement>> CoverageAsync(string county) =>
        [.. (await ledger.GetAsync($"/api/counties/{county}/coverage/2023")).Is(200)["units"].EnumerateArray()];

    private async Task<JsonElement> ReportAsync(string county) => (await CoverageAsync(county))[0].GetProperty("report");

    private static (string? Due, string? On, int Late, string? Text) Day(JsonElement report, string day)
    {
        var of = report.GetProperty(day);
        return (of.Text("due"), of.Text("on"), of.GetProperty("daysLate").GetInt32(), of.Text("text"));
    }
}
