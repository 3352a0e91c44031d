using Ledger.Api.Access;

namespace Ledger.Api.Tests.Access;

/// <summary>What every answer tells browsers, whoever asked for it.</summary>
public sealed class HeadersTests(LedgerFixture ledger)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static TheoryData<string> Addresses => ["/api/units", "/api/nothing", "/health/live", "/openapi/v1.json", "/sign_in", "/nothing"];

    [Theory, MemberData(nameof(Addresses))]
    public async Task every_answer_keeps_browsers_from_guessing_and_framing(string address)
    {
        using var answer = await ledger.Client.GetAsync(address, Ct);
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        Assert.Contains("frame-ancestors 'self'", Assert.Single(answer.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
        Assert.True(address.StartsWith("/health", StringComparison.Ordinal) || address.StartsWith("/openapi", StringComparison.Ordinal) || answer.Headers.CacheControl?.NoStore == true, address);
    }

    [Theory, MemberData(nameof(Addresses))]
    public async Task what_is_asked_for_over_https_is_asked_for_over_https_for_a_year(string address)
    {
        using var secure = ledger.Host.Server.CreateClient();
        using var answer = await secure.GetAsync(new Uri($"https://localhost{address}"), Ct);
        Assert.Equal("max-age=31536000; includeSubDomains", Assert.Single(answer.Headers.GetValues("Strict-Transport-Security")));
        using var plain = await ledger.Client.GetAsync(address, Ct);
        Assert.False(plain.Headers.Contains("Strict-Transport-Security"));
    }

    [Theory, MemberData(nameof(Addresses))]
    public async Task trace_is_not_answered(string address)
    {
        using var request = new HttpRequestMessage(HttpMethod.Trace, address);
        request.Headers.Add("X-Secret", "wiederholt");
        using var answer = await ledger.Client.SendAsync(request, Ct);
        Assert.InRange((int)answer.StatusCode, 400, 499);
        Assert.DoesNotContain("wiederholt", await answer.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Ab3-58293", false)]
    [InlineData("Ab3-582937", true)]
    [InlineData("aaaaaaaaaaaaaaaaaaaaaaaa", false)]
    [InlineData("ein langer satz aus kleinen buchstaben und leerzeichen, laenger als vierundsechzig zeichen", true)]
    [InlineData("一二三四五六七八九十甲乙丙丁戊己", true)]
    public void a_password_is_long_and_may_be_very_long(string password, bool taken) =>
        Assert.Equal(taken, Passwords.Check("password", password, "zhangsan") is null);
}
