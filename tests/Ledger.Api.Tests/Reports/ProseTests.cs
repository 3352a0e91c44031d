namespace Ledger.Api.Tests.Reports;

/// <summary>Prose has locks, versions and a history; sections have an order; other reports come from the same log.</summary>
public sealed class ProseTests(LedgerFixture ledger)
{
    [Fact]
    public async Task two_editors_do_not_overwrite_each_other()
    {
        var unit = await ledger.NewUnitAsync();
        (await WriteAsync(unit, "甲写的开头。", 0)).Is(200);
        var stale = (await WriteAsync(unit, "乙写的开头。", 0)).Refuses(409, "stale-version");
        Assert.Contains("第 1 版", stale["title"].GetString()!, StringComparison.Ordinal);
        (await WriteAsync(unit, "乙接着甲写的开头。", 1)).Is(200);
        var prose = (await ledger.GetAsync($"{Url(unit)}/prose/preamble")).Is(200);
        Assert.Equal((2, "乙接着甲写的开头。"), (prose["version"].GetInt32(), prose.Json.Text("text")));
        var last = prose["history"].EnumerateArray().Last();
        Assert.Equal(("written", "甲写的开头。", "乙接着甲写的开头。"), (last.Text("what"), last.Text("before"), last.Text("after")));
        Assert.NotEmpty(last.Text("account")!);
    }

    [Fact]
    public async Task a_locked_block_is_not_overwritten_until_somebody_unlocks_it()
    {
        var unit = await ledger.NewUnitAsync();
        (await ledger.PostAsync($"{Url(unit)}/prose/preamble/lock", new { by = "赵主任" })).Is(200);
        var refused = (await WriteAsync(unit, "改一改。", null)).Refuses(409, "prose-locked");
        Assert.Contains("赵主任", refused["title"].GetString()!, StringComparison.Ordinal);
        (await ledger.PostAsync($"{Url(unit)}/prose/preamble/lock", new { by = "李四" })).Refuses(409, "prose-locked");
        (await ledger.PostAsync($"{Url(unit)}/prose/preamble/unlock", new { })).RefusesField("reason");
        (await ledger.PostAsync($"{Url(unit)}/prose/preamble/unlock", new { reason = "上级要求补充" })).Is(200);
        (await WriteAsync(unit, "改一改。", null)).Is(200);
        (await ledger.PostAsync($"{Url(unit)}/prose/preamble/unlock", new { reason = "再来一次" })).Refuses(409, "not-locked");
        (await ledger.PostAsync($"{Url(unit)}/prose/nothing/lock", new { by = "赵主任" })).Refuses(404, "unknown-prose");
    }

    [Fact]
    public async Task the_sections_come_in_the_order_that_was_chosen()
    {
        var unit = await ledger.NewUnitAsync();
        Assert.StartsWith("一、主要负责人", (await HeadingsAsync(unit))[0], StringComparison.Ordinal);
        (await ledger.SendAsync(HttpMethod.Put, $"{Url(unit)}/order", new { order = "regulation" })).Is(200);
        Assert.StartsWith("一、法治政府建设主要举措", (await HeadingsAsync(unit))[0], StringComparison.Ordinal);
        var sections = new object[]
        {
            new { heading = "学习贯彻*习近平*法治思想", parts = new[] { "thought", "exam", "duty-study" } },
            new { heading = "其余工作", parts = new[] { "leadership", "decision", "oversight", "outreach" } },
            new { section = "shortcomings" }, new { section = "next-year" },
        };
        (await ledger.SendAsync(HttpMethod.Put, $"{Url(unit)}/order", new { order = "themes", sections })).Is(200);
        Assert.Equal("一、学习贯彻*习近平*法治思想", (await HeadingsAsync(unit))[0]);
        (await ledger.SendAsync(HttpMethod.Put, $"{Url(unit)}/order", new { order = "themes", sections = sections[..2] })).Refuses(400, "invalid");
        (await ledger.SendAsync(HttpMethod.Put, $"{Url(unit)}/order", new { order = "themes", sections = (object[])[.. sections, new { heading = "空的一节" }] })).RefusesField("sections[4].parts");
        (await ledger.SendAsync(HttpMethod.Put, $"{Url(unit)}/order", new { order = "backwards" })).RefusesField("order");
        Assert.Equal("themes", (await ledger.GetAsync($"{Url(unit)}/order")).Is(200).Json.Text("order"));
    }

    [Fact]
    public async Task order_and_headings_have_locks_versions_and_a_history_as_prose_has()
    {
        var unit = await ledger.NewUnitAsync();
        var url = $"{Url(unit)}/order";
        (await ledger.SendAsync(HttpMethod.Put, url, new { order = "regulation", version = 0 })).Is(200);
        (await ledger.SendAsync(HttpMethod.Put, url, new { order = "outline", version = 0 })).Refuses(409, "stale-version");
        (await ledger.SendAsync(HttpMethod.Put, url, new { order = "outline", version = 1 })).Is(200);
        (await ledger.PostAsync($"{Url(unit)}/prose/sections/lock", new { by = "赵主任" })).Is(200);
        (await ledger.SendAsync(HttpMethod.Put, url, new { order = "themes" })).Refuses(409, "prose-locked");
        Assert.Equal("赵主任", (await ledger.GetAsync(url)).Is(200).Json.Text("lockedBy"));
        (await ledger.PostAsync($"{Url(unit)}/prose/sections/unlock", new { reason = "收集单位改了通知" })).Is(200);
        (await ledger.SendAsync(HttpMethod.Put, url, new { order = "themes" })).Is(200);
        var history = (await ledger.GetAsync($"{Url(unit)}/prose/sections")).Is(200)["history"].EnumerateArray().ToList();
        Assert.Equal(["ordered", "ordered", "locked", "unlocked", "ordered"], history.Select(h => h.Text("what")));
        Assert.Equal(("督察规定所列次序", "按实施纲要各部分"), (history[1].Text("before"), history[1].Text("after")));
    }

    [Theory]
    [InlineData("publicity-duty", "落实普法责任制")]
    [InlineData("law-study", "学法用法")]
    [InlineData("duty-statement", "述法")]
    public async Task another_report_is_only_another_template(string template, string title)
    {
        var unit = await ledger.NewUnitAsync();
        await ledger.LogServiceAsync(unit);
        var report = (await ledger.GetAsync($"{Url(unit)}?template={template}")).Is(200);
        Assert.Contains(title, report.Json.Text("title")!, StringComparison.Ordinal);
        Assert.DoesNotContain(report["findings"].EnumerateArray(), f => f.Text("rule") == "typed-number");
        (await ledger.GetAsync($"{Url(unit)}.html?template={template}")).Is(200);
        (await ledger.GetAsync($"{Url(unit)}?template={template}&edition=1")).RefusesField("edition");
        var block = report["prose"][0].Text("key")!;
        (await ledger.SendAsync(HttpMethod.Put, $"{Url(unit)}/prose/{block}?template={template}", new { text = "自己的话。" })).Is(200);
        Assert.Contains("自己的话。", (await ledger.GetAsync($"{Url(unit)}?template={template}")).Text, StringComparison.Ordinal);
        (await ledger.GetAsync($"{Url(unit)}?template=no-such")).Refuses(404, "unknown-template");
        Assert.Contains((await ledger.GetAsync($"{Url(unit)}/templates")).Is(200).Json.EnumerateArray(), t => t.Text("code") == template);
    }

    [Fact]
    public async Task what_is_not_backed_yet_is_listed()
    {
        var unit = await ledger.NewUnitAsync();
        await ledger.LogAsync(unit, "publicity-list", new { occurredOn = "2023-02-01", items = 12 });
        await ledger.LogServiceAsync(unit);
        var gaps = (await ledger.GetAsync($"{Url(unit)}/gaps")).Is(200);
        Assert.Equal("2023-10-01", gaps.Json.Text("since"));
        Assert.True(gaps["due"].GetBoolean());
        Assert.Contains(gaps["sentences"].EnumerateArray(), s => s.Text("backing") == "missing");
        var bare = Assert.Single(gaps["entries"].EnumerateArray());
        Assert.Equal(("publicity-list", "清单文件"), (bare.Text("kind"), bare.Text("proof")));
        Assert.Equal("publicity-list", Assert.Single(gaps["expected"].EnumerateArray()).Text("source"));
    }

    private static string Url(string unit) => $"/api/units/{unit}/reports/2023";

    private Task<Answer> WriteAsync(string unit, string text, int? version) => ledger.SendAsync(HttpMethod.Put, $"{Url(unit)}/prose/preamble", new { text, version });

    private async Task<List<string>> HeadingsAsync(string unit) =>
        [.. (await ledger.GetAsync(Url(unit))).Is(200)["blocks"].EnumerateArray().Where(b => b.GetProperty("level").GetInt32() == 1)
            .Select(b => string.Concat(b.GetProperty("runs").EnumerateArray().Select(r => r.Text("text"))))];
}
