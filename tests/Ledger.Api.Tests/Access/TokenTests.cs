using System.Net.Http.Headers;
using Ledger.Api.Access;

namespace Ledger.Api.Tests.Access;

/// <summary>Tokens: shown once, kept as a hash, bound, and refused as soon as they are revoked or too old.</summary>
public sealed class TokenTests(LedgerFixture ledger)
{
    [Fact]
    public async Task a_token_is_bound_to_its_unit_and_role_and_can_be_revoked()
    {
        var unit = await ledger.NewUnitAsync();
        var issued = (await ledger.PostAsync("/api/tokens", new { name = "OA 上报", role = "recorder", unit })).Is(201);
        var token = issued.Json.Text("token")!;
        using var program = ledger.Host.Server.CreateClient();
        program.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);

        Assert.Equal(201, await PostAsync());
        Assert.Equal(403, (int)(await program.PostAsync(new Uri($"/api/units/{unit}/years/2023/reopen", UriKind.Relative), null)).StatusCode);
        var listed = (await ledger.GetAsync("/api/tokens")).Is(200);
        Assert.DoesNotContain(token, listed.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("hash", listed.Text, StringComparison.OrdinalIgnoreCase);
        await using (var look = ledger.Database.CreateCommand("select count(*) from ledger.mt_doc_apitoken where data::text like '%' || $1 || '%'"))
        {
            look.Parameters.Add(new() { Value = token[^43..] });
            Assert.Equal(0L, await look.ExecuteScalarAsync());
        }

        (await ledger.SendAsync(HttpMethod.Delete, $"/api/tokens/{issued.Json.Text("id")}", null)).Is(204);
        Assert.Equal(401, await PostAsync());

        async Task<int> PostAsync()
        {
            using var answer = await program.PostAsync(
                new Uri($"/api/units/{unit}/entries/legal-service", UriKind.Relative), new StringContent("""{"occurredOn":"2023-03-01","service":"consultation","adviser":"法律顾问A律师"}""", null, "application/json"));
            return (int)answer.StatusCode;
        }
    }

    [Fact]
    public async Task only_roles_of_business_are_given_to_programs()
    {
        var unit = await ledger.NewUnitAsync();
        (await ledger.PostAsync("/api/tokens", new { name = "钥匙", role = "security-admin" })).RefusesField("role");
        (await ledger.PostAsync("/api/tokens", new { name = "钥匙", role = "recorder" })).RefusesField("unit");
        (await ledger.PostAsync("/api/tokens", new { name = "钥匙", role = "county-reader", unit })).RefusesField("unit");
        (await ledger.PostAsync("/api/tokens", new { name = "钥匙", role = "viewer", unit, days = 0 })).RefusesField("days");
        (await ledger.PostAsync("/api/tokens", new { name = "县级汇总", role = "county-reader" })).Is(201);
    }

    [Fact]
    public void a_token_opens_until_its_last_moment_and_only_as_it_was_issued()
    {
        var now = TimeProvider.System.GetUtcNow();
        var (token, bearer) = ApiToken.Create("钥匙", [new Grant(Role.Viewer, "u1")], "tests", now, now.AddDays(1));
        Assert.Equal(token.Id, ApiToken.IdOf(bearer));
        Assert.True(token.Opens(bearer, now));
        Assert.False(token.Opens(bearer, now.AddDays(1)));
        Assert.False(token.Opens(bearer[..^1] + "!", now));
        Assert.False((token with { RevokedAt = now }).Opens(bearer, now));
        Assert.Null(ApiToken.IdOf(bearer + "x"));
    }
}
