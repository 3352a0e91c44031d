using Ledger.Api.Tests.Reports;

namespace Ledger.Api.Tests.Pages;

/// <summary>What holds for every page: structure, headers, both languages, and a refusal that is a page too.</summary>
public sealed class EveryPageTests(LedgerFixture ledger, SampleYear sample) : IAsyncLifetime
{
    private const string Unit = SampleYear.Unit;

    public static TheoryData<string> Pages =>
    [
        $"/{Unit}?year=2023",
        $"/{Unit}/log/law-outreach",
        $"/{Unit}/entries?year=2023",
        $"/{Unit}/entries?year=2023&view=calendar",
        $"/{Unit}/entries?year=2023&view=month&month=5",
        $"/{Unit}/entries?year=2023&view=timeline",
        $"/{Unit}/entries?year=2023&figure=legal-service",
        $"/{Unit}/entries?q=%E6%B2%A1%E6%9C%89%E7%9A%84%E8%AF%9D",
        $"/{Unit}/matters",
        $"/{Unit}/matters?figure=shortcomings-found&year=2023",
        $"/{Unit}/matters/new/major-decision",
        $"/{Unit}/matters/{MatterOf("m-contract-roof")}",
        $"/{Unit}/matters/{MatterOf("m-short-3")}/identified/1",
        $"/{Unit}/import",
        $"/{Unit}/import?kind=law-outreach",
        $"/{Unit}/deadlines?year=2023",
        $"/{Unit}/deadlines?year=2027",
        $"/{Unit}/rules",
        $"/{Unit}/figures?year=2023",
        $"/{Unit}/figures?year=2023&asOf=2023-06-30",
        $"/{Unit}/report?year=2023",
        $"/{Unit}/report?year=2023&view=pdf",
        $"/{Unit}/report?year=2023&view=editions",
        $"/{Unit}/report?year=2023&template=law-study",
        $"/{Unit}/report?year=2023&template=publicity-duty&view=pdf",
        $"/{Unit}/verification",
        $"/{Unit}/erasures",
        $"/{Unit}/hints?year=2023",
        $"/{Unit}/inspections?year=2023",
    ];

    /// <summary>The id the sample year gives what it calls by this name.</summary>
    private static Guid MatterOf(string name) => Domain.DeterministicId.Of($"seed/{Unit}/{name}");

    public async ValueTask InitializeAsync() => await sample.PlantedAsync(ledger);

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task has_one_heading_landmarks_and_a_way_past_the_navigation(string url)
    {
        var page = await ledger.PageAsync(url);
        Assert.Equal("zh-CN", page.DocumentElement.GetAttribute("lang"));
        Assert.Single(page.QuerySelectorAll("h1"));
        Assert.Single(page.QuerySelectorAll("main#main"));
        Assert.Equal("#main", page.Body!.FirstElementChild!.GetAttribute("href"));
        Assert.Contains("样例数据（虚构）", page.Words("header"), StringComparison.Ordinal);
        Assert.Single(page.QuerySelectorAll("nav.sections a[aria-current=page]"));
        Assert.Empty(page.QuerySelectorAll("[id]").GroupBy(e => e.Id).Where(g => g.Count() > 1).Select(g => g.Key));
        foreach (var field in page.QuerySelectorAll("input:not([type=hidden]), select, textarea"))
            Assert.True(field.HasAttribute("aria-label") || page.QuerySelector($"label[for=\"{field.Id}\"]") is not null, $"{url}: {field.OuterHtml} has no label");
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task is_held_tightly(string url)
    {
        using var answer = await ledger.BrowseAsync(url);
        var policy = answer.Headers.GetValues("Content-Security-Policy").Single();
        Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'self'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal("same-origin", answer.Headers.GetValues("Referrer-Policy").Single());
        var page = await ledger.PageAsync(url);
        Assert.Empty(page.QuerySelectorAll("style, [style], script:not([src^='/assets/']), link[rel=stylesheet]:not([href^='/assets/'])"));
        Assert.DoesNotContain(page.All.SelectMany(e => e.Attributes), a => a.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task speaks_english_when_asked(string url)
    {
        var page = await ledger.PageAsync(url, cookie: "lang=en");
        Assert.Equal("en", page.DocumentElement.GetAttribute("lang"));
        Assert.Equal(["Home", "Entries", "Matters", "Figures", "Report", "Checks"], page.QuerySelectorAll("nav.sections a").Select(a => a.TextContent));
    }

    [Theory]
    [InlineData("?lang=en&year=2023", "lang=en")]
    [InlineData("?theme=dark&year=2023", "theme=dark")]
    [InlineData("?type=large&year=2023", "type=large")]
    public async Task a_choice_is_kept_and_leaves_the_address(string query, string kept)
    {
        using var answer = await ledger.BrowseAsync($"/{Unit}/figures{query}");
        Assert.Equal(303, (int)answer.StatusCode);
        Assert.Equal($"/{Unit}/figures?year=2023", answer.Headers.Location!.OriginalString);
        Assert.StartsWith(kept, answer.Headers.GetValues("Set-Cookie").Single(), StringComparison.Ordinal);
        var page = await ledger.PageAsync($"/{Unit}/figures?year=2023", cookie: kept);
        Assert.Contains(kept.Split('=')[1], page.DocumentElement.OuterHtml[..120], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("//evil.example/?lang=en")]
    [InlineData("/%5Cevil.example/?lang=en")]
    public async Task a_choice_never_leads_to_another_host(string url)
    {
        using var answer = await ledger.BrowseAsync($"http://localhost{url}");
        var to = answer.Headers.Location?.OriginalString;
        Assert.True(to is null || (to[0] == '/' && to[1] is not ('/' or '\\')), to);
    }

    [Theory]
    [InlineData("/no-such-unit", "没有代码为“no-such-unit”的单位")]
    [InlineData("/no-such-unit/figures", "没有代码为“no-such-unit”的单位")]
    [InlineData($"/{Unit}/entries/0196c0de-0000-7000-8000-000000000000", "没有编号为")]
    [InlineData($"/{Unit}/entries?year=2023&figure=no-such", "没有代码为“no-such”的指标")]
    [InlineData($"/{Unit}/report?year=2023&edition=99", "没有这一版报告")]
    [InlineData($"/{Unit}/log/no-such", "没有代码为“no-such”的类别")]
    [InlineData($"/{Unit}/import?kind=no-such", "没有代码为“no-such”的类别")]
    [InlineData("/x/y/z", "没有这个地址")]
    public async Task what_is_not_there_is_a_page_for_people_and_a_problem_for_programs(string url, string says)
    {
        var page = await ledger.PageAsync(url, 404);
        Assert.Contains(says, page.Words(), StringComparison.Ordinal);
        var answer = await ledger.GetAsync(url);
        Assert.Equal((404, "application/problem+json"), (answer.Status, answer.MediaType));
    }

    [Fact]
    public async Task the_start_leads_to_the_units()
    {
        await ledger.NewUnitAsync();
        var page = await ledger.PageAsync("/");
        Assert.Contains($"/{Unit}", page.Links("a.card"));
    }

    [Theory]
    [InlineData("site.css", "text/css")]
    [InlineData("forms.js", "text/javascript")]
    [InlineData("import.js", "text/javascript")]
    [InlineData("seal.svg", "image/svg+xml")]
    public async Task assets_are_served_as_what_they_are_and_kept(string name, string type)
    {
        using var answer = await ledger.BrowseAsync($"/assets/{name}?v=1");
        Assert.Equal((200, type), ((int)answer.StatusCode, answer.Content.Headers.ContentType!.MediaType));
        Assert.Contains("immutable", answer.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/assets/../Ledger.Api.dll")]
    [InlineData("/assets/..%2FLedger.Api.dll")]
    [InlineData("/assets/%2e%2e/appsettings.json")]
    public async Task nothing_else_of_the_disk_is_served(string url)
    {
        using var answer = await ledger.BrowseAsync(url);
        Assert.Equal(404, (int)answer.StatusCode);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
