using Ledger.Api.Access;

namespace Ledger.Api.Tests.Reports;

/// <summary>An edition's way from frozen to published: who did what when, and what asks for a reason.</summary>
public sealed class EditionLifeTests(LedgerFixture ledger)
{
    [Fact]
    public async Task in_the_prescribed_order_no_step_asks_for_a_reason_and_each_says_who_and_when()
    {
        var unit = await FrozenAsync();
        (await StepAsync(unit, 1, "office-review", new { by = "李核稿", note = "已核对数字" })).Is(200);
        (await StepAsync(unit, 1, "secrecy-review", new { by = "王保密", outcome = "may-publish" })).Is(200);
        (await StepAsync(unit, 1, "sign", new { by = "赵主任", note = "同意" })).Is(200);
        (await StepAsync(unit, 1, "number", new { documentNumber = "测招商〔2024〕3号" })).Is(200);
        (await StepAsync(unit, 1, "submit", new { on = "2024-02-27", to = new[] { "测试县人民政府", "中共测试县委" }, cc = new[] { "县委依法治县办" }, receipt = "收文12号" })).Is(200);
        var published = (await StepAsync(unit, 1, "publish", new { on = "2024-03-20", url = "https://www.example.gov.cn/report" })).Is(200);
        Assert.Equal(("published", "赵主任", "测招商〔2024〕3号"), (published.Json.Text("stage"), published.Json.Text("signer"), published.Json.Text("documentNumber")));
        var steps = published["steps"].EnumerateArray().ToList();
        Assert.Equal(["office-reviewed", "secrecy-reviewed", "signed", "numbered", "submitted", "published"], steps.Select(s => s.Text("stage")));
        Assert.All(steps, s => Assert.True(s.TryGetProperty("at", out _) && s.Text("account")!.Length > 0));
        // What is printed upward bears signer and number, though the edition was frozen without them.
        var report = (await ledger.GetAsync($"/api/units/{unit}/reports/2023?edition=1")).Is(200);
        Assert.Equal(("赵主任", "测招商〔2024〕3号"), (report.Json.Text("signer"), report.Json.Text("documentNumber")));
    }

    [Fact]
    public async Task out_of_order_a_step_asks_for_a_reason_and_is_taken_with_one()
    {
        var unit = await FrozenAsync();
        var asked = (await StepAsync(unit, 1, "sign", new { by = "赵主任" })).Refuses(422, "reasons-wanted");
        Assert.Contains("还没有核稿", asked["title"].GetString()!, StringComparison.Ordinal);
        // In the words matters ask in: each guard with its source, and the field that the reason goes into.
        Assert.Equal(["no-office-review", "no-secrecy-review"], asked["guards"].EnumerateArray().Select(g => g.Text("code")));
        Assert.Equal("reason", asked["errors"][0].Text("path"));
        Assert.Empty((await ledger.GetAsync($"/api/units/{unit}/reports/2023/editions")).Is(200).Json[0].GetProperty("steps").EnumerateArray());
        var signed = (await StepAsync(unit, 1, "sign", new { by = "赵主任", reason = "已在线下核稿" })).Is(200);
        Assert.Equal("已在线下核稿", signed["steps"][0].Text("reason"));
        // The answer is folded from what was held and added: it is what is read afterwards.
        var read = (await ledger.GetAsync($"/api/units/{unit}/reports/2023/editions")).Is(200).Json[0];
        Assert.Equal((signed.Json.Text("stage"), signed["steps"][0].Text("account"), signed["steps"][0].Text("at")![..19]), (read.Text("stage"), read.GetProperty("steps")[0].Text("account"), read.GetProperty("steps")[0].Text("at")![..19]));
    }

    [Theory]
    [InlineData("submit", "2024-03-01", "3 月 1 日")]
    [InlineData("publish", "2024-04-01", "4 月 1 日")]
    public async Task what_is_late_says_so(string step, string on, string says)
    {
        var unit = await FrozenAsync();
        var asked = (await StepAsync(unit, 1, step, new { on, to = new[] { "测试县人民政府" }, url = "https://example.cn" })).Refuses(422, "reasons-wanted");
        Assert.Contains(says, asked["title"].GetString()!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task what_the_secrecy_review_withholds_is_not_published_without_a_reason()
    {
        var unit = await FrozenAsync();
        (await StepAsync(unit, 1, "secrecy-review", new { by = "王保密", outcome = "withheld" })).Is(200);
        var asked = (await StepAsync(unit, 1, "publish", new { on = "2024-03-20", url = "https://example.cn" })).Refuses(422, "reasons-wanted");
        Assert.Contains("不予公开", asked["title"].GetString()!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task after_signing_another_edition_takes_a_reason_and_an_approval_of_its_own()
    {
        var unit = await FrozenAsync();
        (await StepAsync(unit, 1, "sign", new { by = "赵主任", reason = "急件" })).Is(200);
        (await ledger.FreezeAsync(unit, 2023)).Refuses(422, "reasons-wanted");
        var second = (await ledger.PostAsync($"/api/units/{unit}/reports/2023/editions", new { reason = "补录一件" })).Is(201);
        Assert.Equal((2, 1, "frozen"), (second["number"].GetInt32(), second["supplements"].GetInt32(), second.Json.Text("stage")));
        Assert.False(second.Json.TryGetProperty("signer", out _));
        var asked = (await StepAsync(unit, 2, "submit", new { on = "2024-02-27", to = new[] { "测试县人民政府" } })).Refuses(422, "reasons-wanted");
        Assert.Contains("还没有签发", asked["title"].GetString()!, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("sign", """{"by":"赵"}""", "by")]
    [InlineData("secrecy-review", """{"by":"王保密"}""", "outcome")]
    [InlineData("number", """{"documentNumber":"3号"}""", "documentNumber")]
    [InlineData("submit", """{"on":"2024-02-27","to":[]}""", "to")]
    [InlineData("submit", """{"on":"2124-02-27","to":["测试县人民政府"]}""", "on")]
    [InlineData("publish", """{"on":"2024-03-20","url":"javascript:alert(1)"}""", "url")]
    public async Task what_is_wrong_is_named(string step, string body, string path)
    {
        var unit = await FrozenAsync();
        (await ledger.PostAsync($"/api/units/{unit}/reports/2023/editions/1/{step}", body)).RefusesField(path);
        (await ledger.PostAsync($"/api/units/{unit}/reports/2023/editions/9/{step}", Right(step))).Refuses(404, "unknown-edition");
    }

    [Fact]
    public async Task last_years_figures_stay_what_its_edition_says_whatever_comes_in_later()
    {
        var unit = await FrozenAsync();
        await ledger.LogAsync(unit, "legal-service", new { occurredOn = "2023-06-01", service = "consultation", adviser = "法律顾问A律师", lateReason = "补录" });
        await ledger.LogServiceAsync(unit, "2024-03-01");
        var report = (await ledger.GetAsync($"/api/units/{unit}/reports/2024")).Is(200);
        var row = report["figures"].EnumerateArray().Single(f => f.GetProperty("figure").Text("code") == "legal-service");
        Assert.Equal((1, 1), (row.GetProperty("figure").Decimal("value"), row.GetProperty("lastYear").Decimal("value")));
        Assert.Equal(2, await ledger.ValueAsync(unit, 2023, "legal-service"));
    }

    [Fact]
    public async Task the_changes_since_an_edition_are_told_with_their_cause()
    {
        var unit = await FrozenAsync();
        await ledger.LogAsync(unit, "legal-service", new { occurredOn = "2023-06-01", service = "negotiation", adviser = "法律顾问A律师", lateReason = "年底漏记" });
        var compared = (await ledger.GetAsync($"/api/units/{unit}/reports/2023/changes?earlier=1")).Is(200);
        var change = compared["changes"].EnumerateArray().Single(c => c.Text("code") == "legal-service" && c.Text("part") is null);
        Assert.Equal(("1", "2"), (change.Text("before"), change.Text("after")));
        var step = Assert.Single(change.GetProperty("steps").EnumerateArray());
        Assert.Equal(("logged", "年底漏记"), (step.Text("cause"), step.Text("reason")));
        (await ledger.PostAsync($"/api/units/{unit}/reports/2023/editions", new { })).Is(201);
        Assert.NotEmpty((await ledger.GetAsync($"/api/units/{unit}/reports/2023/changes?earlier=1&later=2")).Is(200)["changes"].EnumerateArray());
        (await ledger.GetAsync($"/api/units/{unit}/reports/2023/changes?earlier=2&later=1")).Refuses(404, "unknown-edition");
        (await ledger.GetAsync($"/api/units/{unit}/reports/2023/changes")).RefusesField("earlier");
    }

    [Fact]
    public async Task only_the_head_signs()
    {
        var unit = await FrozenAsync();
        var recorder = await Everybody.TokenAsync(ledger.Store, new Grant(Role.Recorder, unit));
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/units/{unit}/reports/2023/editions/1/sign") { Content = new StringContent("""{"by":"赵主任"}""", System.Text.Encoding.UTF8, "application/json") };
        request.Headers.Authorization = new("Bearer", recorder);
        using var client = ledger.Host.Server.CreateClient();
        (await Answer.OfAsync(await client.SendAsync(request, TestContext.Current.CancellationToken))).Refuses(403, "role");
    }

    private static object Right(string step) => step switch
    {
        "secrecy-review" => new { by = "王保密", outcome = "may-publish" },
        "number" => new { documentNumber = "测招商〔2024〕3号" },
        "submit" => new { on = "2024-02-27", to = new[] { "测试县人民政府" } },
        "publish" => new { on = "2024-03-20", url = "https://example.cn" },
        _ => new { by = "赵主任" },
    };

    private Task<Answer> StepAsync(string unit, int edition, string step, object body) =>
        ledger.PostAsync($"/api/units/{unit}/reports/2023/editions/{edition}/{step}", body);

    /// <summary>A unit with one entry of 2023 and its zeros confirmed, frozen: nothing is left to be looked at.</summary>
    private async Task<string> FrozenAsync()
    {
        var unit = await ledger.NewUnitAsync();
        await ledger.LogServiceAsync(unit);
        foreach (var figure in (string[])["disclosure-requests", "reconsiderations", "litigations"])
            (await ledger.ConfirmNilAsync(unit, 2023, figure)).Is(200);
        (await ledger.FreezeAsync(unit, 2023)).Is(201);
        return unit;
    }
}
