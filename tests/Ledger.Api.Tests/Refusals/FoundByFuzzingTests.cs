using System.Text;

namespace Ledger.Api.Tests.Refusals;

/// <summary>What the fuzzers found, each as the shortest request that showed it.</summary>
public sealed class FoundByFuzzingTests(LedgerFixture ledger)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task a_field_that_stands_twice_is_refused_wherever_it_is_read()
    {
        var unit = await ledger.NewUnitAsync();
        var id = await ledger.LogServiceAsync(unit);
        (await ledger.PostAsync($"/api/units/{unit}/entries/legal-service", """{"occurredOn":"2023-03-01","occurredOn":"2023-04-01","service":"consultation","adviser":"某律师"}""")).RefusesField("occurredOn");
        (await ledger.PostAsync($"/api/units/{unit}/entries/{id}/void", """{"version":1,"reason":"登记有误","reason":"另一原因"}""")).RefusesField("reason");
        (await ledger.PostAsync($"/api/units/{unit}/entries/{id}/confirm", """{"version":1,"version":2}""")).Is(400);
        Assert.Equal("recorded", (await ledger.EntryAsync(unit, id)).Text("status"));
    }

    [Fact]
    public async Task a_member_is_known_by_its_exact_name_alone()
    {
        var unit = await ledger.NewUnitAsync();
        var id = await ledger.LogServiceAsync(unit);
        (await ledger.PostAsync($"/api/units/{unit}/entries/{id}/confirm", """{"VERSION":1}""")).RefusesField("version");
        (await ledger.PostAsync($"/api/units/{unit}/entries/{id}/confirm", """{"version":1}""")).Is(200);
    }

    [Fact]
    public async Task reasons_that_cannot_be_read_are_said_even_where_none_is_needed()
    {
        var unit = await ledger.NewUnitAsync();
        var opened = (await ledger.PostAsync($"/api/units/{unit}/matters/shortcoming", Matters.MatterVerbs.Found)).Is(201);
        (await ledger.PostAsync($"/api/units/{unit}/matters/{opened["id"].GetGuid()}/reverse", """{"version":1,"taken":1,"reason":"登记有误","reasons":"x"}""")).RefusesField("reasons");
    }

    [Fact]
    public async Task an_answer_in_no_type_that_is_asked_for_is_refused_in_words()
    {
        var unit = await ledger.NewUnitAsync();
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/units/{unit}/entries/{Guid.CreateVersion7()}/confirm") { Content = new StringContent("""{"version":1}""", Encoding.UTF8, "application/json") };
        request.Headers.Add("Accept", "application/xml");
        request.Headers.Authorization = ledger.Client.DefaultRequestHeaders.Authorization;
        (await Answer.OfAsync(await ledger.Client.SendAsync(request, Ct))).Refuses(406, "not-acceptable");
    }

    [Fact]
    public async Task the_document_says_of_every_text_that_it_is_one()
    {
        var document = (await ledger.GetAsync("/openapi/v1.json")).Is(200);
        var schemas = document["components"].GetProperty("schemas");
        Assert.Equal("string", schemas.GetProperty("UnitView").GetProperty("properties").GetProperty("name").Text("type"));
        Assert.Contains("reason", schemas.GetProperty("ConfirmNil").GetProperty("required").EnumerateArray().Select(r => r.GetString()));
        Assert.True(document["paths"].GetProperty("/api/units/{unit}/entries/{kind}/check").GetProperty("post").TryGetProperty("requestBody", out _));
    }

    [Fact]
    public async Task the_document_says_every_type_that_evidence_may_be_handed_over_as()
    {
        var unit = await ledger.NewUnitAsync();
        var id = await ledger.LogServiceAsync(unit);
        using var pdf = new ByteArrayContent([.. "%PDF-1.7\n"u8]);
        using var form = new MultipartFormDataContent { { pdf, "file", "意见书.pdf" } };
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/units/{unit}/entries/{id}/evidence") { Content = form };
        request.Headers.Authorization = ledger.Client.DefaultRequestHeaders.Authorization;
        var attached = (await Answer.OfAsync(await ledger.Client.SendAsync(request, Ct))).Is(201);
        using var handed = await ledger.Client.GetAsync($"/api/units/{unit}/entries/{id}/evidence/{attached["sha256"].GetString()}", Ct);
        var described = (await ledger.GetAsync("/openapi/v1.json")).Is(200)["paths"].GetProperty("/api/units/{unit}/entries/{id}/evidence/{sha256}").GetProperty("get").GetProperty("responses").GetProperty("200").GetProperty("content");
        Assert.True(described.TryGetProperty(handed.Content.Headers.ContentType!.MediaType!, out _));
    }

    [Fact]
    public async Task a_unit_that_there_is_not_is_a_refusal_that_the_document_names()
    {
        (await ledger.GetAsync("/api/units/%ff%fe")).Refuses(404, "unknown-unit");
        var described = (await ledger.GetAsync("/openapi/v1.json")).Is(200)["paths"].GetProperty("/api/units/{unit}").GetProperty("get").GetProperty("responses");
        Assert.True(described.TryGetProperty("404", out _));
    }

    [Fact]
    public async Task a_number_that_would_be_rounded_is_refused()
    {
        var unit = await ledger.NewUnitAsync();
        foreach (var hours in (string[])["-1e-400", "1e0", "2.5000000000000000000000000000000000001"])
            (await ledger.PostAsync($"/api/units/{unit}/entries/legal-service", $$"""{"occurredOn":"2023-03-01","service":"consultation","adviser":"某律师","hours":{{hours}}}""")).RefusesField("hours");
        (await ledger.PostAsync($"/api/units/{unit}/entries/legal-service", """{"occurredOn":"2023-03-01","service":"consultation","adviser":"某律师","hours":2.50}""")).Is(201);
    }

    [Fact]
    public async Task the_document_says_of_every_change_that_its_body_may_be_too_large()
    {
        var paths = (await ledger.GetAsync("/openapi/v1.json")).Is(200)["paths"];
        var silent = paths.EnumerateObject().SelectMany(p => p.Value.EnumerateObject(), (p, method) => (p.Name, Method: method.Name, Answers: method.Value.GetProperty("responses")))
            .Where(o => o.Method is not ("get" or "parameters") && !o.Answers.TryGetProperty("413", out _)).Select(o => $"{o.Method} {o.Name}");
        Assert.Empty(silent);
    }

    [Fact]
    public async Task what_may_be_left_out_of_a_county_or_unit_is_not_required_by_the_document()
    {
        var schemas = (await ledger.GetAsync("/openapi/v1.json")).Is(200)["components"].GetProperty("schemas");
        foreach (var name in (string[])["RegisterCounty", "RegisterUnit"])
            Assert.DoesNotContain("sample", schemas.GetProperty(name).GetProperty("required").EnumerateArray().Select(r => r.GetString()));
        (await ledger.PostAsync("/api/counties", new { code = "left-out", name = "甲县" })).Is(201);
    }
}
