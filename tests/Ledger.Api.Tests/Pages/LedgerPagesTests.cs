using System.Text;
using AngleSharp.Dom;
using Ledger.Api.Tests.Reports;
using Ledger.Domain;

namespace Ledger.Api.Tests.Pages;

/// <summary>What each page says of the ledger, read over HTTP.</summary>
public sealed class LedgerPagesTests(LedgerFixture ledger, SampleYear sample) : IAsyncLifetime
{
    private const string Unit = SampleYear.Unit;

    public async ValueTask InitializeAsync() => await sample.PlantedAsync(ledger);

    [Fact]
    public async Task home_counts_what_the_ledger_counts()
    {
        var unit = await ledger.NewUnitAsync();
        await ledger.LogServiceAsync(unit, "2023-03-01");
        var returned = await ledger.LogServiceAsync(unit, "2023-03-02");
        var gone = await ledger.LogServiceAsync(unit, "2023-04-02");
        await ledger.ReviewAsync(unit, returned, "return", new { version = 1, reason = "日期再核" });
        await ledger.VoidAsync(unit, gone, 1);
        var page = await ledger.PageAsync($"/{unit}?year=2023");
        Assert.Equal(["2", "1", "1", "2"], page.QuerySelectorAll(".tile dd").Select(d => d.TextContent.Trim()));
        // One screen counts what stands, the other lists all and says so: nobody finds two counts for one thing.
        Assert.Contains("有效登记", page.Words(".tile dt"), StringComparison.Ordinal);
        Assert.Contains("共 3 条，含已作废的", (await ledger.PageAsync(page.Links(".tile a")[0])).Words("#found"), StringComparison.Ordinal);
        Assert.Equal(["2"], page.QuerySelectorAll(".months .count").Select(c => c.TextContent).Where(t => t.Length > 0));
        await ledger.LogServiceAsync(unit, "2023-05-01");
        Assert.Equal("3", (await ledger.PageAsync($"/{unit}?year=2023")).QuerySelector(".tile dd")!.TextContent.Trim());
        foreach (var link in page.Links(".tile a"))
            Assert.Equal(200, (int)(await ledger.BrowseAsync(link)).StatusCode);
    }

    /// <summary>Matters of the sample reach into 2024, where nothing is logged.</summary>
    [Fact]
    public async Task home_opens_at_the_newest_year_in_which_something_was_logged() =>
        Assert.StartsWith("2023 年", (await ledger.PageAsync($"/{Unit}")).Words("h1"), StringComparison.Ordinal);

    [Fact]
    public async Task a_unit_without_entries_is_told_what_to_do()
    {
        var unit = await ledger.NewUnitAsync();
        Assert.Contains("还没有登记", (await ledger.PageAsync($"/{unit}")).Words(), StringComparison.Ordinal);
        Assert.Contains("还没有登记", (await ledger.PageAsync($"/{unit}/entries")).Words(), StringComparison.Ordinal);
        Assert.DoesNotContain("log/inspection", string.Join(' ', (await ledger.PageAsync($"/{unit}")).Links("main a")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task a_day_that_a_sentence_leaves_open_is_asked_for_and_not_taken_for_today()
    {
        var page = await ledger.PageAsync($"/{await ledger.NewUnitAsync()}/log?s={Uri.EscapeDataString("上周调解纠纷2件")}");
        Assert.Equal("2", page.QuerySelector("input[name=cases]")!.GetAttribute("value"));
        Assert.True(string.IsNullOrEmpty(page.QuerySelector("input[name=occurredOn]")!.GetAttribute("value")));
        Assert.Contains("“上周”没有说是哪一天", page.Words(".read .error"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task a_sentence_fills_the_form_of_its_kind_and_stores_nothing()
    {
        var unit = await ledger.NewUnitAsync();
        var said = Uri.EscapeDataString("昨天到李庄村送法下乡，发资料300余份，60多人参加");
        var page = await ledger.PageAsync($"/{unit}/log?s={said}");
        Assert.Equal($"/api/units/{unit}/entries/law-outreach", page.QuerySelector("form[data-api]")!.GetAttribute("data-api"));
        Assert.Equal("300", page.QuerySelector("input[name=leaflets]")!.GetAttribute("value"));
        Assert.Equal("approximate", page.QuerySelector("select[data-precision=leaflets] option[selected]")!.GetAttribute("value"));
        Assert.Equal(ChinaCalendar.Today(TimeProvider.System).AddDays(-1).ToString("yyyy-MM-dd", null), page.QuerySelector("input[name=occurredOn]")!.GetAttribute("value"));
        Assert.Contains("李庄村送法下乡", page.QuerySelector(".read q")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(0, (await ledger.GetAsync($"/api/units/{unit}/entries")).Is(200)["total"].GetInt32());
    }

    [Fact]
    public async Task a_sentence_marked_secret_is_refused_beside_the_box()
    {
        var unit = await ledger.NewUnitAsync();
        var answer = await ledger.BrowseAsync($"/{unit}/log?s={Uri.EscapeDataString("机密★5年 昨天开会学法")}");
        Assert.Equal(422, (int)answer.StatusCode);
        Assert.Contains("role=\"alert\"", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task pages_of_the_list_neither_overlap_nor_skip()
    {
        var unit = await ledger.NewUnitAsync();
        for (var i = 0; i < 103; i++)
            await ledger.LogServiceAsync(unit, $"2023-0{1 + i % 9}-01");
        var seen = new List<string>();
        for (var url = $"/{unit}/entries?year=2023&kind=legal-service"; url is not null;)
        {
            var page = await ledger.PageAsync(url);
            Assert.Contains("共 103 条", page.Words(), StringComparison.Ordinal);
            seen.AddRange(page.Links(".row a"));
            url = page.QuerySelector("a[rel=next]")?.GetAttribute("href");
        }

        Assert.Equal(103, seen.Count);
        Assert.Equal(103, seen.Distinct().Count());
    }

    [Fact]
    public async Task every_figure_leads_to_exactly_the_entries_it_is_counted_from()
    {
        var page = await ledger.PageAsync($"/{Unit}/figures?year=2023");
        var rows = page.QuerySelectorAll(".figures tbody tr[id]");
        Assert.True(rows.Length > 50);
        var service = page.QuerySelector("[id='f-legal-service'] td.number a")!;
        Assert.Equal("20次", service.TextContent.Trim());
        var entries = await ledger.PageAsync(service.GetAttribute("href")!);
        Assert.Contains("共 20 条", entries.Words(), StringComparison.Ordinal);
        Assert.Equal(20, entries.QuerySelectorAll(".row").Length);
        foreach (var link in page.Links(".figures td.number a"))
            Assert.NotEmpty((await ledger.PageAsync(link)).QuerySelectorAll(".row"));
    }

    [Fact]
    public async Task zero_confirmed_zero_and_never_entered_are_told_apart()
    {
        var unit = await ledger.NewUnitAsync();
        await ledger.LogAsync(unit, "internal-supervision", new { occurredOn = "2023-03-01", problemsFound = 0 });
        (await ledger.ConfirmNilAsync(unit, 2023, "litigations")).Is(200);
        var page = await ledger.PageAsync($"/{unit}/figures?year=2023");
        Assert.Contains("登记为零", Row(page, "internal-problems-found"), StringComparison.Ordinal);
        Assert.Contains("零报告", Row(page, "litigations"), StringComparison.Ordinal);
        Assert.Contains("审核员乙确认为零", Row(page, "litigations"), StringComparison.Ordinal);
        Assert.Contains("未登记", Row(page, "honours"), StringComparison.Ordinal);
        Assert.DoesNotContain("0项", Row(page, "honours"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task figures_are_shown_as_known_at_a_day_and_a_bad_day_is_said()
    {
        var now = Row(await ledger.PageAsync($"/{Unit}/figures?year=2023"), "legal-service");
        var then = await ledger.PageAsync($"/{Unit}/figures?year=2023&asOf=2023-06-30");
        Assert.NotEqual(now, Row(then, "legal-service"));
        Assert.Empty(then.QuerySelectorAll(".figures form"));
        Assert.Contains("应为事件序号", (await ledger.PageAsync($"/{Unit}/figures?year=2023&asOf=x")).Words("#asOf-error"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task an_entry_tells_its_story()
    {
        var unit = await ledger.NewUnitAsync();
        var id = await ledger.LogServiceAsync(unit, "2023-03-01");
        await ledger.CorrectAsync(unit, id, 1, LedgerVerbs.Service("2023-03-02", "contract-review"), "看错了一天");
        var page = await ledger.PageAsync($"/{unit}/entries/{id}");
        var story = page.Words(".story");
        Assert.Contains("看错了一天", story, StringComparison.Ordinal);
        Assert.Contains("发生日期：2023年3月1日 → 2023年3月2日", story, StringComparison.Ordinal);
        Assert.Contains("法律咨询 → 合同审查", story, StringComparison.Ordinal);
        Assert.Contains("天登记", page.Words(".state.late"), StringComparison.Ordinal);
        Assert.Contains($"/{unit}/entries?year=2023&figure=legal-service", page.Links("main a"));
        await ledger.VoidAsync(unit, id, 3, "没有发生");
        page = await ledger.PageAsync($"/{unit}/entries/{id}");
        Assert.Contains("已作废", page.Words(".notice"), StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll("form[data-api]"));
        Assert.Contains("没有发生", page.Words(".story"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task evidence_is_looked_at_as_what_it_is()
    {
        var unit = await ledger.NewUnitAsync();
        var id = await ledger.LogServiceAsync(unit);
        using var form = new MultipartFormDataContent { { new ByteArrayContent(Encoding.UTF8.GetBytes("会议记录")), "file", "记录.txt" } };
        var kept = (await ledger.PostAsync($"/api/units/{unit}/entries/{id}/evidence", form)).Is(201);
        var page = await ledger.PageAsync($"/{unit}/entries/{id}");
        Assert.Contains(kept["sha256"].GetString()!, page.Words("#evidence"), StringComparison.Ordinal);
        using var answer = await ledger.BrowseAsync(page.QuerySelector("#evidence iframe")!.GetAttribute("src")!);
        Assert.Equal("会议记录", await answer.Content.ReadAsStringAsync());
        Assert.Equal("text/plain", answer.Content.Headers.ContentType!.MediaType);
        Assert.StartsWith("sandbox", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        var other = await ledger.NewUnitAsync();
        Assert.Equal(404, (int)(await ledger.BrowseAsync($"/{other}/entries/{id}/evidence/{kept["sha256"].GetString()}")).StatusCode);
        Assert.Equal(404, (int)(await ledger.BrowseAsync($"/{other}/entries/{id}")).StatusCode);
    }

    [Fact]
    public async Task every_number_of_the_report_is_a_link()
    {
        var page = await ledger.PageAsync($"/{Unit}/report?year=2023");
        var links = page.QuerySelectorAll(".paper > p a");
        Assert.True(links.Length > 80);
        Assert.All(links, a => Assert.StartsWith($"/{Unit}/entries?year=2023&figure=", a.GetAttribute("href")!, StringComparison.Ordinal));
        Assert.True(page.QuerySelectorAll("form[data-method=PUT]").Length > 10);
        using var pdf = await ledger.BrowseAsync((await ledger.PageAsync($"/{Unit}/report?year=2023&view=pdf")).QuerySelector("iframe")!.GetAttribute("src")!);
        Assert.Equal("inline", pdf.Content.Headers.ContentDisposition!.DispositionType);
    }

    [Fact]
    public async Task the_report_says_of_each_sentence_what_backs_it()
    {
        var unit = await ledger.NewUnitAsync();
        await ledger.LogServiceAsync(unit, "2023-03-01");
        var page = await ledger.PageAsync($"/{unit}/report?year=2023");
        var backed = page.QuerySelectorAll(".backing > ol > li").Single(li => li.TextContent.Contains("法律顾问全年服务1次", StringComparison.Ordinal));
        Assert.Equal("有依据", backed.QuerySelector(".state")!.TextContent);
        Assert.Equal([$"/{unit}/entries?year=2023&figure=legal-service"], backed.Links(".figures a"));

        var gap = page.QuerySelectorAll(".gaps > li").Single(li => li.TextContent.Contains("办理合法性审查0件", StringComparison.Ordinal));
        Assert.Contains("没有依据", gap.TextContent, StringComparison.Ordinal);
        Assert.Contains($"/{unit}/log/legality-review", gap.Links("a"));
        Assert.DoesNotContain("办理合法性审查", page.Words(".paper > p"), StringComparison.Ordinal);
        Assert.Contains("还是范文原句的", page.Words(), StringComparison.Ordinal);
        // The tree leads to headings that are there, and counts what is missing under each.
        Assert.All(page.Links(".tree a"), a => Assert.NotNull(page.QuerySelector(a)));
        Assert.Equal(page.QuerySelectorAll(".gaps > li").Length, page.QuerySelectorAll(".tree .state").Sum(s => int.Parse(s.TextContent, null)));
    }

    [Fact]
    public async Task a_frozen_edition_shows_no_claims_of_today()
    {
        var unit = await ledger.NewUnitAsync();
        await ledger.LogServiceAsync(unit, "2023-03-01");
        (await ledger.FreezeAsync(unit, 2023)).Is(201);
        var page = await ledger.PageAsync($"/{unit}/report?year=2023&edition=1");
        Assert.Empty(page.QuerySelectorAll(".backing, .gaps"));
    }

    [Fact]
    public async Task the_year_is_told_month_by_month_and_a_month_day_by_day()
    {
        var unit = await ledger.NewUnitAsync();
        for (var i = 0; i < 7; i++)
            await ledger.LogServiceAsync(unit, "2023-03-01");
        var gone = await ledger.LogServiceAsync(unit, "2023-03-31");
        await ledger.LogServiceAsync(unit, "2023-04-30");
        await ledger.VoidAsync(unit, gone, 1);
        var timeline = await ledger.PageAsync($"/{unit}/entries?year=2023&view=timeline");
        var months = timeline.QuerySelectorAll(".timeline > li");
        Assert.Equal(12, months.Length);
        Assert.Contains("7 条", months[2].TextContent, StringComparison.Ordinal);
        Assert.Equal(5, months[2].QuerySelectorAll("li time").Length);
        Assert.Contains("还有 2 条", months[2].TextContent, StringComparison.Ordinal);
        Assert.Equal(["法律顾问服务 7"], months[2].QuerySelectorAll(".chips a").Select(a => a.TextContent.Trim()));
        Assert.Contains("这个月没有登记", months[0].TextContent, StringComparison.Ordinal);

        var march = await ledger.PageAsync($"/{unit}/entries?year=2023&view=month&month=3");
        Assert.Equal(["1"], march.QuerySelectorAll(".wall a.day").Select(Seen));
        Assert.Equal(31, march.QuerySelectorAll(".wall .day").Length);
        // The first of March 2023 was a Wednesday.
        Assert.Equal(2, march.QuerySelector(".wall a.day")!.ParentElement!.Index());
        Assert.Contains("还有 4 条", march.Words(".wall"), StringComparison.Ordinal);
        Assert.Equal(["30"], (await ledger.PageAsync($"/{unit}/entries?year=2023&view=month&month=4")).QuerySelectorAll(".wall a.day").Select(Seen));
    }

    /// <summary>The day as it is printed, without what is only heard.</summary>
    private static string Seen(AngleSharp.Dom.IElement day) => string.Concat(day.ChildNodes.OfType<AngleSharp.Dom.IText>().Select(t => t.TextContent)).Trim();

    [Fact]
    public async Task the_verification_page_says_how_far_the_figures_are()
    {
        var page = await ledger.PageAsync($"/{Unit}/verification");
        Assert.Contains("./run verify", page.Words("pre"), StringComparison.Ordinal);
        Assert.Equal(new HashSet<string> { "指标", "登记列表和搜索", "封存（防改动）" }, page.QuerySelectorAll("[aria-labelledby=lag] dt").Select(d => d.TextContent).ToHashSet());
        Assert.Contains("./run backup", page.Words("[aria-labelledby=backup] pre"), StringComparison.Ordinal);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static string Row(IParentNode page, string figure) => page.Words($"[id='f-{figure}']");
}
