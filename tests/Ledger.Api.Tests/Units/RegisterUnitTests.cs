namespace Ledger.Api.Tests.Units;

public sealed class RegisterUnitTests(LedgerFixture ledger)
{
    [Fact]
    public async Task a_new_unit_is_answered_with_where_it_is_and_listed()
    {
        var answer = (await ledger.PostAsync("/api/units", new { code = "justice-bureau", name = "某县司法局", enforcement = true })).Is(201);
        Assert.Equal("/api/units/justice-bureau", answer.Location);
        Assert.Equal("justice-bureau", answer["code"].GetString());
        var listed = (await ledger.GetAsync("/api/units")).Is(200).Json.EnumerateArray().Single(u => u.Text("code") == "justice-bureau");
        Assert.Equal("某县司法局", listed.Text("shortName"));
        Assert.True(listed.GetProperty("enforcement").GetBoolean());
        Assert.False(listed.GetProperty("sample").GetBoolean());
        Assert.Equal(0, listed.GetProperty("addressees").GetArrayLength());
    }

    [Theory]
    [InlineData("""{"name":"某局"}""", "code")]
    [InlineData("""{"code":"X1","name":"某局"}""", "code")]
    [InlineData("""{"code":"1x","name":"某局"}""", "code")]
    [InlineData("""{"code":"a/b","name":"某局"}""", "code")]
    [InlineData("""{"code":"ok-1"}""", "name")]
    [InlineData("""{"code":"ok-1","name":"局"}""", "name")]
    [InlineData("""{"code":"ok-1","name":"某\u0000局"}""", "name")]
    [InlineData("""{"code":"ok-1","name":"某局","shortName":"局"}""", "shortName")]
    [InlineData("""{"code":"ok-1","name":"某局","addressees":["县"]}""", "addressees")]
    [InlineData("""{"code":"ok-1","name":"某局","addressees":[null]}""", "addressees")]
    public async Task what_is_no_unit_is_refused_with_the_field(string body, string path) =>
        (await ledger.PostAsync("/api/units", body)).RefusesField(path);

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("""{"code":1,"name":"某局"}""")]
    [InlineData("""{"code":"ok-1","name":"\ud800"}""")]
    public async Task what_is_no_request_is_refused_as_a_problem(string body)
    {
        var answer = (await ledger.PostAsync("/api/units", body)).Is(400);
        Assert.Equal("application/problem+json", answer.MediaType);
    }

    [Fact]
    public async Task a_code_that_is_taken_is_refused_whoever_comes_second()
    {
        var twelve = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => ledger.PostAsync("/api/units", new { code = "taken", name = "某县某局" })));
        Assert.Single(twelve, a => a.Status == 201);
        Assert.All(twelve.Where(a => a.Status != 201), a => a.Refuses(409, "unit-exists"));
        (await ledger.PostAsync("/api/units", new { code = "taken", name = "另一个局" })).Refuses(409, "unit-exists");
    }
}
