using Ledger.Api.Access;
using Ledger.Api.Pages;
using Ledger.Api.Tests.Access;

namespace Ledger.Api.Tests.Refusals;

/// <summary>With a session as with a token: a unit of others does not exist, its entries and files least of all.</summary>
public sealed class OtherUnitsTests(OwnLedger ledger) : IClassFixture<OwnLedger>
{
    [Fact]
    public async Task an_account_finds_nothing_of_a_unit_of_others_on_any_route()
    {
        var (own, other) = (await ledger.NewUnitAsync(), await ledger.NewUnitAsync());
        var theirs = await ledger.LogServiceAsync(other);
        using var file = new MultipartFormDataContent { { new ByteArrayContent("签到表"u8.ToArray()), "file", "签到.txt" } };
        var kept = (await ledger.PostAsync($"/api/units/{other}/entries/{theirs}/evidence", file)).Is(201)["sha256"].GetString()!;
        var events = await ledger.ScalarAsync<long>("select count(*) from ledger.mt_events where tenant_id = $1", other);
        foreach (var roles in new[] { [Role.Recorder, Role.Reviewer, Role.Head, Role.Viewer], (Role[])[Role.Viewer] })
        {
            var user = await People.AccountAsync(ledger.Store, [.. roles.Select(r => new Grant(r, own))]);
            using var browser = new Browser(ledger.Client.BaseAddress!);
            (await browser.SignInAsync(user, People.Password)).Is(200);
            foreach (var (method, route) in AccessTable.Routes.Keys.Where(k => k.Contains("{unit", StringComparison.Ordinal)).Select(k => (k.Split(' ')[0], k[(k.IndexOf(' ', StringComparison.Ordinal) + 1)..])))
            {
                (await browser.SendAsync(method, Filled(route, other, theirs, kept), method == "GET" ? null : new { })).Refuses(404, "unknown-unit");
                // Under their own unit's address what is another's is not there either.
                var crossed = await browser.SendAsync(method, Filled(route, own, theirs, kept), method == "GET" ? null : new { version = 2, reason = "越权尝试" });
                if (route.Contains("{id", StringComparison.Ordinal))
                    Assert.True(crossed.Status is 403 or 404 or 400 or 415, $"{method} {route} → {crossed.Status} {crossed.Text}");
            }

            foreach (var query in (string[])["/api/kinds?unit=", "/?unit="])
                Assert.DoesNotContain($"测试单位{other}", (await browser.GetAsync(query + other)).Text, StringComparison.Ordinal);
            Assert.DoesNotContain($"测试单位{other}", (await browser.GetAsync("/", ("Accept", "text/html"))).Text, StringComparison.Ordinal);
        }

        Assert.Equal(events, await ledger.ScalarAsync<long>("select count(*) from ledger.mt_events where tenant_id = $1", other));
    }

    private static string Filled(string route, string unit, Guid id, string sha256) => route
        .Replace(PageRoutes.Unit, "/{unit}", StringComparison.Ordinal).Replace("{id:guid}", "{id}", StringComparison.Ordinal)
        .Replace("{unit}", unit, StringComparison.Ordinal).Replace("{id}", id.ToString(), StringComparison.Ordinal)
        .Replace("{year}", "2023", StringComparison.Ordinal).Replace("{code}", "legal-service", StringComparison.Ordinal)
        .Replace("{kind}", "legal-service", StringComparison.Ordinal).Replace("{sha256}", sha256, StringComparison.Ordinal).Replace("{key}", "preamble", StringComparison.Ordinal)
        .Replace("{taken:int}", "1", StringComparison.Ordinal).Replace("{number:int}", "1", StringComparison.Ordinal).Replace("{number}", "1", StringComparison.Ordinal).Replace("{month}", "6", StringComparison.Ordinal).Replace("{step}", "signed", StringComparison.Ordinal).Replace("{slot}", "draft", StringComparison.Ordinal);
}
