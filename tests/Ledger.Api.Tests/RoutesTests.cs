namespace Ledger.Api.Tests;

/// <summary>What is not there is answered with 404 and says what is missing; what cannot be done is 405.</summary>
public sealed class RoutesTests(LedgerFixture ledger)
{
    private static readonly Guid Nobody = Guid.CreateVersion7();

    public static TheoryData<string, string> OfAUnit => new()
    {
        { "GET", "entries" },
        { "GET", "entries.xlsx" },
        { "GET", "entries.csv" },
        { "GET", "figures/2023.xlsx" },
        { "GET", "figures/2023.csv" },
        { "GET", "figures/2023/legal-service/entries.xlsx" },
        { "GET", "figures/2023/legal-service/entries.csv" },
        { "GET", "import/legal-service.xlsx" },
        { "POST", "import/legal-service" },
        { "POST", "import/legal-service/00" },
        { "GET", "entries/{id}" },
        { "POST", "entries/legal-service" },
        { "POST", "entries/legal-service/check" },
        { "POST", "entries/{id}/correct" },
        { "POST", "entries/{id}/void" },
        { "POST", "entries/{id}/confirm" },
        { "POST", "entries/{id}/return" },
        { "POST", "entries/{id}/evidence" },
        { "GET", "entries/{id}/evidence/00" },
        { "GET", "matters" },
        { "POST", "matters/contract" },
        { "GET", "matters/{id}" },
        { "POST", "matters/{id}/signed" },
        { "POST", "matters/{id}/reverse" },
        { "POST", "matters/{id}/evidence/draft" },
        { "GET", "matters/{id}/evidence/00" },
        { "GET", "figures/2023" },
        { "GET", "figures/2023/legal-service" },
        { "GET", "figures/2023/legal-service/entries" },
        { "GET", "reports/2023" },
        { "GET", "reports/2023.pdf" },
        { "GET", "reports/2023.docx" },
        { "GET", "reports/2023.html" },
        { "GET", "reports/2023/editions" },
        { "POST", "reports/2023/editions" },
        { "PUT", "reports/2023/prose/preamble" },
        { "GET", "reports/2023/prose/preamble" },
        { "POST", "reports/2023/prose/preamble/lock" },
        { "POST", "reports/2023/prose/preamble/unlock" },
        { "GET", "reports/2023/changes" },
        { "GET", "reports/2023/review" },
        { "GET", "reports/2023/gaps" },
        { "GET", "reports/2023/templates" },
        { "GET", "reports/2023/order" },
        { "PUT", "reports/2023/order" },
        { "POST", "reports/2023/editions/1/office-review" },
        { "POST", "reports/2023/editions/1/secrecy-review" },
        { "POST", "reports/2023/editions/1/sign" },
        { "POST", "reports/2023/editions/1/number" },
        { "POST", "reports/2023/editions/1/submit" },
        { "POST", "reports/2023/editions/1/publish" },
        { "GET", "inspection/2023.zip" },
        { "GET", "inspection/2023.pdf" },
        { "POST", "years/2023/nil" },
        { "POST", "years/2023/reopen" },
        { "GET", "years/2023" },
        { "GET", "deadlines" },
        { "GET", "calendar.ics" },
        { "GET", "sheets/2023-6.pdf" },
        { "GET", "sheets/2023-6.docx" },
        { "GET", "feeds" },
        { "POST", "feeds" },
        { "DELETE", "feeds/0123456789ab" },
        { "GET", "webhook" },
        { "PUT", "webhook" },
        { "DELETE", "webhook" },
    };

    [Theory]
    [MemberData(nameof(OfAUnit))]
    public async Task a_unit_that_does_not_exist_is_unknown_everywhere(string method, string route)
    {
        var answer = await SendAsync(method, "no-such-unit", route);
        answer.Refuses(404, "unknown-unit");
        Assert.Contains("no-such-unit", answer["title"].GetString()!, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("GET", "entries/{id}")]
    [InlineData("POST", "entries/{id}/correct")]
    [InlineData("POST", "entries/{id}/void")]
    [InlineData("POST", "entries/{id}/confirm")]
    [InlineData("POST", "entries/{id}/return")]
    [InlineData("POST", "entries/{id}/evidence")]
    [InlineData("GET", "entries/{id}/evidence/00")]
    public async Task an_entry_that_does_not_exist_is_unknown(string method, string route)
    {
        var unit = await ledger.NewUnitAsync();
        (await SendAsync(method, unit, route)).Refuses(404, "unknown-entry");
    }

    [Theory]
    [InlineData("GET", "matters/{id}")]
    [InlineData("POST", "matters/{id}/signed")]
    [InlineData("POST", "matters/{id}/reverse")]
    [InlineData("POST", "matters/{id}/evidence/draft")]
    [InlineData("GET", "matters/{id}/evidence/00")]
    public async Task a_matter_that_does_not_exist_is_unknown(string method, string route)
    {
        var unit = await ledger.NewUnitAsync();
        (await SendAsync(method, unit, route)).Refuses(404, "unknown-matter");
    }

    [Fact]
    public async Task a_kind_of_matter_or_a_step_that_does_not_exist_is_unknown()
    {
        var unit = await ledger.NewUnitAsync();
        (await ledger.PostAsync($"/api/units/{unit}/matters/banquet", new { })).Refuses(404, "unknown-matter-kind");
    }

    [Fact]
    public async Task a_kind_that_does_not_exist_is_unknown()
    {
        var unit = await ledger.NewUnitAsync();
        (await ledger.PostAsync($"/api/units/{unit}/entries/banquet", LedgerVerbs.Service())).Refuses(404, "unknown-kind");
    }

    [Theory]
    [InlineData("figures/2023/banquets")]
    [InlineData("figures/2023/banquets/entries")]
    [InlineData("figures/2023/other-work:")]
    [InlineData("figures/2023/other-work:（次）")]
    public async Task a_figure_that_does_not_exist_is_unknown(string route)
    {
        var unit = await ledger.NewUnitAsync();
        (await ledger.GetAsync($"/api/units/{unit}/{route}")).Refuses(404, "unknown-figure");
    }

    [Theory]
    [InlineData("/api/nothing")]
    [InlineData("/api/units/u1/entries/not-an-id")]
    [InlineData("/api/units/u1/figures/last-year")]
    [InlineData("/api/units/u1/reports/last-year")]
    public async Task nothing_stands_at_an_address_that_is_none(string url)
    {
        var answer = await ledger.GetAsync(url);
        answer.Refuses(404, "not-found");
        Assert.Equal("没有这个地址", answer["title"].GetString());
    }

    [Theory]
    [InlineData("DELETE", "/api/units/u1/entries")]
    [InlineData("PUT", "/api/units/u1/figures/2023")]
    [InlineData("DELETE", "/api/units/u1/entries/0199a000-0000-7000-8000-000000000000")]
    public async Task a_method_the_address_does_not_take_is_405(string method, string url)
    {
        var answer = await ledger.SendAsync(new HttpMethod(method), url, null, language: "en");
        answer.Refuses(405, "method");
        Assert.Equal("This address does not take that method", answer["title"].GetString());
    }

    [Theory]
    [InlineData("POST", "years/2023/nil", "null")]
    [InlineData("POST", "years/2023/nil", "")]
    [InlineData("POST", "years/2023/nil", "[]")]
    [InlineData("POST", "years/2023/reopen", "null")]
    [InlineData("POST", "years/2023/reopen", "")]
    [InlineData("POST", "years/2023/reopen", """{"reason":"空\u0000字"}""")]
    [InlineData("POST", "reports/2023/editions", "[]")]
    [InlineData("POST", "reports/2023/editions", """{"issuedOn":"yesterday"}""")]
    [InlineData("PUT", "reports/2023/prose/preamble", "")]
    [InlineData("PUT", "reports/2023/prose/preamble", "7")]
    public async Task a_body_that_is_none_is_refused_as_a_problem(string method, string route, string body)
    {
        var unit = await ledger.NewUnitAsync();
        var answer = (await ledger.SendAsync(new HttpMethod(method), $"/api/units/{unit}/{route}", body)).Is(400);
        Assert.Equal("application/problem+json", answer.MediaType);
    }

    [Fact]
    public async Task the_catalogue_lists_every_kind_with_fields_and_figures()
    {
        var answer = (await ledger.GetAsync("/api/kinds")).Is(200);
        var study = answer.Json.EnumerateArray().Single(k => k.Text("code") == "law-study");
        Assert.Equal("学法活动", study.Text("name"));
        Assert.Contains(study.GetProperty("fields").EnumerateArray(), f => f.Text("name") == "occurredOn" && f.GetProperty("required").GetBoolean());
        Assert.Contains(study.GetProperty("figures").EnumerateArray(), f => f.Text("code") == "law-study-attendance-rate" && f.Text("unit") == "%");
        Assert.Equal(Domain.Kinds.Catalogue.Kinds.Count, answer.Json.GetArrayLength());
    }

    /// <summary>A request that would be right if only what it names were there.</summary>
    private Task<Answer> SendAsync(string method, string unit, string route)
    {
        object? body = (method, route) switch
        {
            ("GET", _) => null,
            (_, "entries/legal-service") => LedgerVerbs.Service(),
            (_, "entries/{id}/correct") => new { version = 1, reason = "登记有误", activity = LedgerVerbs.Service() },
            (_, "entries/{id}/void" or "entries/{id}/confirm" or "entries/{id}/return") => new { version = 1, reason = "登记有误" },
            (_, "matters/{id}/signed") => new { version = 1, occurredOn = "2023-03-01" },
            (_, "matters/{id}/reverse") => new { version = 1, taken = 1, reason = "登记有误" },
            (_, "entries/{id}/evidence" or "matters/{id}/evidence/draft") => new MultipartFormDataContent { { new ByteArrayContent("签到表"u8.ToArray()), "file", "a.txt" } },
            (_, "years/2023/nil") => new { figure = "litigations", confirmedBy = "审核员乙", reason = "全年没有" },
            (_, "reports/2023/prose/preamble") => new { text = "二〇二三年" },
            _ => new { reason = "更正" },
        };
        return ledger.SendAsync(new HttpMethod(method), $"/api/units/{unit}/{route.Replace("{id}", Nobody.ToString(), StringComparison.Ordinal)}", body);
    }
}
