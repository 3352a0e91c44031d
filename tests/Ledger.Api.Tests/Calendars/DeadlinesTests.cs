using System.Text.Json;
using Ledger.Api.Tests.Matters;
using Ledger.Api.Tests.Reports;

namespace Ledger.Api.Tests.Calendars;

/// <summary>A unit's deadlines over HTTP, from what its ledger really holds.</summary>
public sealed class DeadlinesTests(LedgerFixture ledger, SampleYear sample)
{
    [Fact]
    public async Task the_report_of_a_year_is_due_until_it_was_sent_and_then_says_by_what()
    {
        var unit = await ledger.NewUnitAsync();
        await ledger.LogServiceAsync(unit, "2023-05-04");
        var open = await OneAsync(unit, "R-RPT-1", 2024, "2024-02-01");
        Assert.Equal(("2024-02-29", "upcoming"), (open.Text("due"), open.Text("state")));
        Assert.Equal("overdue", (await OneAsync(unit, "R-RPT-1", 2024, "2024-03-01")).Text("state"));
        var sent = await ledger.LogAsync(unit, "upward-report", new { occurredOn = "2024-02-20", to = "party-committee", subject = "2023年法治政府建设情况报告" });
        await ledger.LogAsync(unit, "upward-report", new { occurredOn = "2024-02-26", to = "government", subject = "2023年法治政府建设情况报告" });
        var done = await OneAsync(unit, "R-RPT-1", 2024, "2024-03-01");
        Assert.Equal("done", done.Text("state"));
        Assert.Contains(sent, done.GetProperty("proofs").EnumerateArray().Select(p => p.GetProperty("entry").GetGuid()));
        // A voided entry keeps nothing.
        await ledger.VoidAsync(unit, sent, 1);
        Assert.Equal(["向党委报送"], (await OneAsync(unit, "R-RPT-1", 2024, "2024-03-01")).GetProperty("missing").EnumerateArray().Select(m => m.Text("text")));
    }

    [Fact]
    public async Task of_many_entries_of_one_day_those_that_count_are_found_and_no_more_of_them_than_are_asked_for()
    {
        var unit = await ledger.NewUnitAsync();
        await ledger.LogServiceAsync(unit, "2023-05-04");
        for (var i = 0; i < 6; i++)
            await LogAsync("party-committee", $"第{i}次信访工作情况");
        var first = await LogAsync("party-committee", "2023年法治政府建设情况报告");
        await LogAsync("party-committee", "2023年依法行政情况报告");
        Assert.Equal(["向政府报送"], (await OneAsync(unit, "R-RPT-1", 2024, "2024-03-01")).GetProperty("missing").EnumerateArray().Select(m => m.Text("text")));
        var other = await LogAsync("government", "2023年法治政府建设情况报告");
        var done = await OneAsync(unit, "R-RPT-1", 2024, "2024-03-01");
        Assert.Equal("done", done.Text("state"));
        Assert.Equal([first, other], done.GetProperty("proofs").EnumerateArray().Where(p => p.GetProperty("entry").ValueKind == JsonValueKind.String).Select(p => p.GetProperty("entry").GetGuid()));

        Task<Guid> LogAsync(string to, string subject) => ledger.LogAsync(unit, "upward-report", new { occurredOn = "2024-02-20", to, subject });
    }

    [Fact]
    public async Task a_request_is_counted_in_working_days_over_the_spring_festival()
    {
        var unit = await ledger.NewUnitAsync();
        var id = await ledger.LogAsync(unit, "disclosure-request", new { occurredOn = "2024-03-05", receivedOn = "2024-01-31" });
        var late = await OneAsync(unit, "R-INF-3", 2024, "2024-06-01");
        Assert.Equal(("2024-03-04", "done-late", $"R-INF-3/2024/{id}"), (late.Text("due"), late.Text("state"), late.Text("id")));
        Assert.Contains("收到公开申请 2024年1月31日 + 20个工作日", late.Text("how"), StringComparison.Ordinal);
        await ledger.CorrectAsync(unit, id, 1, new { occurredOn = "2024-03-04", receivedOn = "2024-01-31" });
        Assert.Equal("done", (await OneAsync(unit, "R-INF-3", 2024, "2024-06-01")).Text("state"));
    }

    [Fact]
    public async Task a_frozen_report_shows_and_a_nil_return_too()
    {
        var unit = await ledger.NewUnitAsync();
        await ledger.LogServiceAsync(unit, "2023-05-04");
        (await ledger.FreezeAsync(unit, 2023)).Is(201);
        (await ledger.ConfirmNilAsync(unit, 2023, "disclosure-requests")).Is(200);
        var today = Domain.ChinaCalendar.Today(TimeProvider.System);
        Assert.Equal("2023年报告第1版已定稿", (await OneAsync(unit, "R-RPT-1", 2024, $"{today:yyyy-MM-dd}")).GetProperty("proofs")[0].Text("text"));
        Assert.Equal("2023年没有发生，审核员乙已确认为零", (await OneAsync(unit, "R-INF-3", 2023, "2024-01-02")).Text("note"));
        Assert.Equal("本单位没有执法职能", (await OneAsync(unit, "R-PEN-1", 2023, "2024-01-02")).Text("note"));
    }

    [Fact]
    public async Task a_campaign_of_the_units_own_stands_for_a_year_whose_window_is_not_entered()
    {
        var unit = await ledger.NewUnitAsync();
        string[] Codes(JsonElement view) => [.. view.GetProperty("notices").EnumerateArray().Select(n => n.Text("code")!)];
        var url = $"/api/units/{unit}/deadlines?year=2027&on=2027-11-20";
        Assert.Contains("campaign-2027", Codes((await ledger.GetAsync(url)).Is(200).Json));
        await ledger.OpenAsync(unit, "campaign", new { occurredOn = "2026-11-20", title = "2027年宪法宣传周（虚构）", from = "2027-11-29", to = "2027-12-05", theme = "虚构主题" });
        Assert.DoesNotContain("campaign-2027", Codes((await ledger.GetAsync(url)).Is(200).Json));
        var week = (await AllAsync(unit, 2027, "2027-11-20")).Single(d => d.Text("id") == "R-PUB-1/2027");
        Assert.Equal(("2027-12-05", "upcoming"), (week.Text("due"), week.Text("state")));
        Assert.Contains("11月29日至12月5日（主题：虚构主题）", week.Text("how"), StringComparison.Ordinal);
        // A year that the calendar knows is not the unit's to move.
        await ledger.OpenAsync(unit, "campaign", new { occurredOn = "2024-11-20", title = "宪法宣传周", from = "2024-12-10", to = "2024-12-20", theme = "虚构主题" });
        Assert.Equal("2024-12-07", (await AllAsync(unit, 2024, "2024-11-20")).Single(d => d.Text("id") == "R-PUB-1/2024").Text("due"));
    }

    [Fact]
    public async Task the_sample_year_kept_its_constitution_week()
    {
        await sample.PlantedAsync(ledger);
        var week = await OneAsync(SampleYear.Unit, "R-PUB-1", 2023, "2024-01-02");
        Assert.Equal(("2023-12-07", "done"), (week.Text("due"), week.Text("state")));
        Assert.Equal(["done"], (await AllAsync(SampleYear.Unit, 2023, "2024-01-02")).Where(d => d.Text("rule") == "R-STU-3").Select(d => d.Text("state")));
    }

    [Fact]
    public async Task a_matter_brings_its_days_as_long_as_they_are_open_and_as_they_stood()
    {
        var unit = await ledger.NewUnitAsync();
        var id = await ledger.OpenAsync(unit, "shortcoming", new { occurredOn = "2024-03-01", title = "学法不经常", source = "audit", cause = "没有列入计划" });
        Assert.Equal("2024-03-31", (await OneAsync(unit, "M-SHO-2", 2024, "2024-03-20")).Text("due"));
        (await ledger.StepAsync(unit, id, "measure", new { version = 1, occurredOn = "2024-03-25", measure = "每次例会前安排一部法", due = "2024-06-30" })).Is(200);
        var mend = await OneAsync(unit, "M-SHO-1", 2024, "2024-06-10");
        Assert.Equal(("2024-06-30", "upcoming"), (mend.Text("due"), mend.Text("state")));
        Assert.StartsWith($"M-SHO-1/2024/{id}/", mend.Text("id"), StringComparison.Ordinal);
        Assert.Contains("学法不经常", mend.Text("text"), StringComparison.Ordinal);
        Assert.Equal("overdue", (await OneAsync(unit, "M-SHO-1", 2024, "2024-07-01")).Text("state"));
        // Before the measure it was not known, and the want of one was.
        Assert.Equal(("not-applicable", "upcoming"), ((await OneAsync(unit, "M-SHO-1", 2024, "2024-03-20")).Text("state"), (await OneAsync(unit, "M-SHO-2", 2024, "2024-03-24")).Text("state")));
        Assert.Equal("not-applicable", (await OneAsync(unit, "M-SHO-2", 2024, "2024-03-26")).Text("state"));
    }

    [Fact]
    public async Task what_the_calendar_does_not_know_it_says()
    {
        var unit = await ledger.NewUnitAsync();
        var view = (await ledger.GetAsync($"/api/units/{unit}/deadlines?year=2026&on=2026-11-28")).Is(200).Json;
        Assert.Equal(["2027 年节假日安排尚未录入，涉及的工作日暂按周一至周五计算", "2026 年宪法宣传周的时间尚未录入，暂按国家宪法日（12月4日）提示"], view.GetProperty("notices").EnumerateArray().Select(n => n.Text("text")));
        Assert.Empty((await ledger.GetAsync($"/api/units/{unit}/deadlines?year=2024&on=2024-06-01")).Is(200)["notices"].EnumerateArray());
    }

    [Theory]
    [InlineData("year=1999", "year")]
    [InlineData("year=last", "year")]
    [InlineData("on=yesterday", "on")]
    [InlineData("on=2026-02-30", "on")]
    [InlineData("on=1999-01-01&year=2024", "on")]
    public async Task a_day_or_year_that_is_none_is_refused_with_its_field(string query, string path)
    {
        var unit = await ledger.NewUnitAsync();
        (await ledger.GetAsync($"/api/units/{unit}/deadlines?{query}")).RefusesField(path);
    }

    [Fact]
    public async Task the_rules_are_listed_with_source_and_verified_flag()
    {
        var all = (await ledger.GetAsync("/api/rules")).Is(200).Json;
        Assert.Equal(40, all.GetProperty("rules").GetArrayLength());
        Assert.Equal(["国办发明电〔2022〕16号", "国办发明电〔2023〕7号", "国办发明电〔2024〕12号", "国办发明电〔2025〕7号"], all.GetProperty("holidays").EnumerateArray().Select(h => h.Text("document")));
        Assert.Equal(8, all.GetProperty("campaigns").GetArrayLength());
        var then = (await ledger.GetAsync("/api/rules?on=2023-06-01")).Is(200)["rules"].EnumerateArray().Single(r => r.Text("id") == "R-LIT-1");
        Assert.Equal(("《行政复议法》（2017年修正）第23、28条", "high", true), (then.Text("basis"), then.Text("severity"), then.GetProperty("verified").GetBoolean()));
        (await ledger.GetAsync("/api/rules?on=soon")).RefusesField("on");
    }

    private async Task<IReadOnlyList<JsonElement>> AllAsync(string unit, int year, string on) =>
        [.. (await ledger.GetAsync($"/api/units/{unit}/deadlines?year={year}&on={on}")).Is(200)["items"].EnumerateArray()];

    private async Task<JsonElement> OneAsync(string unit, string rule, int year, string on) => Assert.Single(await AllAsync(unit, year, on), d => d.Text("rule") == rule);
}
