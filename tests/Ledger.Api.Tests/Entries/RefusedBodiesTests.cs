namespace Ledger.Api.Tests.Entries;

/// <summary>Bodies that are no activity at all: always a 400 that says why, never a 500.</summary>
public sealed class RefusedBodiesTests(LedgerFixture ledger)
{
    public static TheoryData<string> NoJson => ["", " ", "{", """{"occurredOn":"2023-03-01",}""", "occurredOn=2023-03-01", "{} {}", "\u0000", "'x'", Deep];

    private static string Deep => string.Concat(Enumerable.Repeat("[", 100)) + string.Concat(Enumerable.Repeat("]", 100));

    [Theory]
    [MemberData(nameof(NoJson))]
    public async Task what_is_no_json_is_refused_with_the_place(string body)
    {
        var unit = await ledger.NewUnitAsync();
        var id = await ledger.LogServiceAsync(unit);
        foreach (var url in new[] { "entries/legal-service", $"entries/{id}/correct", $"entries/{id}/void" })
        {
            var answer = await ledger.PostAsync($"/api/units/{unit}/{url}", body);
            Assert.Contains("不是有效的 JSON（第", answer.Refuses(400, "not-json")["title"].GetString()!, StringComparison.Ordinal);
            answer = await ledger.PostAsync($"/api/units/{unit}/{url}", body, language: "en");
            Assert.Contains("not valid JSON (line", answer.Refuses(400, "not-json")["title"].GetString()!, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("\"legal-service\"")]
    [InlineData("7")]
    public async Task json_that_is_no_object_is_refused(string body)
    {
        var unit = await ledger.NewUnitAsync();
        var id = await ledger.LogServiceAsync(unit);
        foreach (var url in new[] { "entries/legal-service", $"entries/{id}/correct", $"entries/{id}/void" })
            (await ledger.PostAsync($"/api/units/{unit}/{url}", body)).RefusesField("");
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("""{"version":"one","reason":"内容属实"}""")]
    [InlineData("""{"version":1,"reason":"\ud800"}""")]
    [InlineData("""{"version":1,"reason":"空\u0000字"}""")]
    public async Task a_review_that_is_none_is_refused_as_a_problem(string body)
    {
        var unit = await ledger.NewUnitAsync();
        var id = await ledger.LogServiceAsync(unit);
        foreach (var verb in new[] { "confirm", "return" })
        {
            var answer = (await ledger.ReviewAsync(unit, id, verb, body)).Is(400);
            Assert.Equal("application/problem+json", answer.MediaType);
        }
    }

    [Theory]
    [InlineData("""{"occurredOn":"2023-03-01","service":"consultation","adviser":"\ud800"}""")]
    [InlineData("""{"occurredOn":"2023-03-01","service":"\udc00","adviser":"某律师"}""")]
    [InlineData("""{"occurredOn":"\ud800","service":"consultation","adviser":"某律师"}""")]
    [InlineData("""{"occurredOn":"2023-03-01","service":"consultation","adviser":"某律师","\ud800":1}""")]
    [InlineData("""{"occurredOn":"2023-03-01","service":"consultation","adviser":"某律师","laws":["\ud800"]}""")]
    public async Task half_a_character_is_no_text(string activity)
    {
        var unit = await ledger.NewUnitAsync();
        var id = await ledger.LogServiceAsync(unit);
        (await ledger.PostAsync($"/api/units/{unit}/entries/legal-service", activity)).Refuses(400, "not-text");
        (await ledger.PostAsync($"/api/units/{unit}/entries/{id}/correct", $$"""{"version":1,"reason":"登记有误","activity":{{activity}}}""")).Refuses(400, "not-text");
        (await ledger.PostAsync($"/api/units/{unit}/entries/{id}/void", """{"version":1,"reason":"半\ud800字"}""")).Refuses(400, "not-text");
    }

    [Fact]
    public async Task bytes_that_are_no_utf8_are_refused()
    {
        var unit = await ledger.NewUnitAsync();
        byte[] gbk = [.. """{"occurredOn":"2023-03-01","service":"consultation","adviser":" """u8, 0xD6, 0xD0, .. "\"}"u8];
        using var body = new ByteArrayContent(gbk);
        body.Headers.ContentType = new("application/json");
        (await ledger.PostAsync($"/api/units/{unit}/entries/legal-service", body)).Is(400);
    }

    [Theory]
    [InlineData("""{"reason":"登记有误"}""", "version")]
    [InlineData("""{"version":null,"reason":"登记有误"}""", "version")]
    [InlineData("""{"version":0,"reason":"登记有误"}""", "version")]
    [InlineData("""{"version":1.5,"reason":"登记有误"}""", "version")]
    [InlineData("""{"version":"1","reason":"登记有误"}""", "version")]
    [InlineData("""{"version":1}""", "reason")]
    [InlineData("""{"version":1,"reason":"  错  "}""", "reason")]
    [InlineData("""{"version":1,"reason":"空\u0000字"}""", "reason")]
    [InlineData("""{"version":1,"reason":"登记有误","reasonCode":"mood"}""", "reasonCode")]
    [InlineData("""{"version":1,"reason":"登记有误","reasonCode":7}""", "reasonCode")]
    [InlineData("""{"version":1,"reason":"登记有误","colour":"red"}""", "colour")]
    public async Task a_change_without_version_or_reason_is_refused(string body, string path)
    {
        var unit = await ledger.NewUnitAsync();
        var id = await ledger.LogServiceAsync(unit);
        (await ledger.PostAsync($"/api/units/{unit}/entries/{id}/void", body)).RefusesField(path);
        var withActivity = body[..^1] + """,  "activity":{"occurredOn":"2023-03-02","service":"consultation","adviser":"某律师"}}""";
        (await ledger.PostAsync($"/api/units/{unit}/entries/{id}/correct", withActivity)).RefusesField(path);
        Assert.Equal(1, (await ledger.EntryAsync(unit, id)).GetProperty("version").GetInt32());
    }

    [Fact]
    public async Task a_correction_without_the_activity_is_refused()
    {
        var unit = await ledger.NewUnitAsync();
        var id = await ledger.LogServiceAsync(unit);
        (await ledger.PostAsync($"/api/units/{unit}/entries/{id}/correct", new { version = 1, reason = "登记有误" })).RefusesField("activity");
    }
}
