using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Ledger.Api.Access;
using Ledger.Api.Tests.Counties;
using Ledger.Domain.Rules;

namespace Ledger.Api.Tests.Rules;

/// <summary>A counting rule changes when two people say so, for years that have not begun.</summary>
[Collection(Alone.Name)]
public sealed class RuleChangeTests(LedgerFixture ledger) : IAsyncLifetime
{
    private string _one = "";
    private string _other = "";

    public async ValueTask InitializeAsync()
    {
        ledger.Clock.Now = DateTimeOffset.Parse("2031-06-01T10:00:00+08:00", null);
        (_one, _other) = (await Everybody.TokenAsync(ledger.Store, new Grant(Role.CountyReader)), await Everybody.TokenAsync(ledger.Store, new Grant(Role.CountyReader)));
    }

    public async ValueTask DisposeAsync()
    {
        ledger.Clock.Now = null;
        // Other tests count by the rules of the catalogue.
        await using var session = ledger.Store.LightweightSession();
        session.Delete<RuleBook>(RuleBook.Only);
        await session.SaveChangesAsync();
    }

    [Fact]
    public async Task one_proposes_another_approves_and_from_its_year_on_all_evaluators_count_by_it()
    {
        var unit = await ledger.NewUnitAsync();
        var id = (await AsAsync(_one, "/api/counting-rules", new { figure = "legal-service", fromYear = 2032, participants = true, only = new[] { "legal-opinion", "consultation" }, reason = "上级统一口径" })).Is(201)["id"].GetGuid();
        (await AsAsync(_one, $"/api/counting-rules/{id}/approve", new { })).Refuses(403, "same-person");
        (await AsAsync(_one, $"/api/counting-rules/{id}/reject", new { reason = "自己否决自己" })).Refuses(403, "same-person");
        (await AsAsync(_other, $"/api/counting-rules/{id}/approve", new { })).Is(200);
        (await AsAsync(_other, $"/api/counting-rules/{id}/approve", new { })).Refuses(409, "rule-decided");

        ledger.Clock.Now = DateTimeOffset.Parse("2032-06-01T10:00:00+08:00", null);
        foreach (var year in new[] { 2031, 2032 })
        {
            await ledger.LogAsync(unit, "legal-service", LedgerVerbs.Service($"{year}-03-01"));
            await ledger.LogAsync(unit, "legal-service", LedgerVerbs.Service($"{year}-03-02", "negotiation"));
            await ledger.LogAsync(unit, "legal-service", new { occurredOn = $"{year}-03-03", service = "consultation", adviser = "某律师", role = "participant" });
        }

        var (before, after) = (await ledger.FigureAsync(unit, 2031, "legal-service"), await ledger.FigureAsync(unit, 2032, "legal-service"));
        Assert.Equal((2, 1), (before.Decimal("value"), before.GetProperty("rule").Decimal("version")));
        Assert.Equal((2, 2), (after.Decimal("value"), after.GetProperty("rule").Decimal("version")));
        Assert.Equal(2, after.GetProperty("breakdown").GetProperty("service").GetProperty("consultation").GetDecimal());
        Assert.False(after.GetProperty("breakdown").TryGetProperty("role", out _));
        await ledger.AgreeAsync([unit]);
    }

    [Fact]
    public async Task what_cannot_be_changed_as_data_or_in_time_is_refused()
    {
        (await ProposeAsync(new { figure = "nothing", fromYear = 2032, participants = true, reason = "统一口径" })).RefusesField("figure");
        (await ProposeAsync(new { figure = "legal-service", fromYear = 2031, participants = true, reason = "统一口径" })).RefusesField("fromYear");
        (await ProposeAsync(new { figure = "legal-service", fromYear = 2032, participants = false, reason = "统一口径" })).RefusesField("participants");
        (await ProposeAsync(new { figure = "legal-service", fromYear = 2032, participants = false, only = new[] { "walks" }, reason = "统一口径" })).RefusesField("only[0]");
        (await ProposeAsync(new { figure = "law-study-attendance", fromYear = 2032, participants = false, only = new[] { "lecture" }, reason = "统一口径" })).RefusesField("only");
        (await ProposeAsync(new { figure = "legal-service", fromYear = 2032, participants = true, reason = "" })).RefusesField("reason");

        // Nobody approves a rule for a year that began meanwhile, nor two for one year.
        var late = (await ProposeAsync(new { figure = "meetings", fromYear = 2032, participants = true, reason = "统一口径" })).Is(201)["id"].GetGuid();
        var (first, second) = ((await ProposeAsync(new { figure = "meetings", fromYear = 2034, participants = true, reason = "统一口径" })).Is(201)["id"].GetGuid(), (await ProposeAsync(new { figure = "meetings", fromYear = 2034, participants = true, reason = "统一口径" })).Is(201)["id"].GetGuid());
        ledger.Clock.Now = DateTimeOffset.Parse("2032-01-01T00:00:00+08:00", null);
        (await AsAsync(_other, $"/api/counting-rules/{late}/approve", new { })).Refuses(409, "year-begun");
        (await AsAsync(_other, $"/api/counting-rules/{first}/approve", new { })).Is(200);
        (await AsAsync(_other, $"/api/counting-rules/{second}/approve", new { })).Refuses(409, "rule-there");
        (await AsAsync(_other, $"/api/counting-rules/{second}/reject", new { reason = "已有一项" })).Is(200);
    }

    private Task<Answer> ProposeAsync(object rule) => AsAsync(_one, "/api/counting-rules", rule);

    private async Task<Answer> AsAsync(string bearer, string url, object body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, url) { Content = new StringContent(JsonSerializer.Serialize(body), Encoding.UTF8, "application/json") };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", bearer);
        using var client = ledger.Host.Server.CreateClient();
        return await Answer.OfAsync(await client.SendAsync(request, TestContext.Current.CancellationToken));
    }
}
