using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Ledger.Api.Access;

namespace Ledger.Api.Tests.Erasures;

/// <summary>The head asks, the security administrator carries out; names are hidden in files of whoever only looks.</summary>
public sealed class ErasureRequestTests(OwnLedger ledger) : IClassFixture<OwnLedger>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task one_asks_and_another_carries_out_and_both_are_in_the_audit_log()
    {
        var unit = await ledger.NewUnitAsync();
        await ledger.LogAsync(unit, "legal-service", new { occurredOn = "2023-03-01", service = "consultation", adviser = "钱守约" });
        var at = $"/api/units/{unit}/erasures";
        var (head, recorder, security) = (await TokenAsync(new Grant(Role.Head, unit)), await TokenAsync(new Grant(Role.Recorder, unit)), await TokenAsync(new Grant(Role.SecurityAdmin)));
        (await AsAsync(recorder, HttpMethod.Post, at, new { name = "钱守约", reason = "本人申请" })).Is(403);
        (await AsAsync(head, HttpMethod.Post, at, new { name = "钱", reason = "本人申请" })).RefusesField("name");
        (await AsAsync(head, HttpMethod.Post, at, new { name = "钱守约", reason = "钱守约本人申请" })).RefusesField("reason");
        (await AsAsync(head, HttpMethod.Post, at, new { name = "钱守约" })).RefusesField("reason");
        var id = (await AsAsync(head, HttpMethod.Post, at, new { name = "钱守约", reason = "本人申请" })).Is(201)["id"].GetGuid();
        (await AsAsync(head, HttpMethod.Post, $"{at}/{id}/carry-out", new { })).Is(403);
        Assert.Equal("钱守约", (await AsAsync(security, HttpMethod.Get, at, null)).Is(200).Json[0].Text("name"));

        var erased = (await AsAsync(security, HttpMethod.Post, $"{at}/{id}/carry-out", new { })).Is(200);
        Assert.Equal(1, erased["members"].GetInt32());
        (await AsAsync(security, HttpMethod.Post, $"{at}/{id}/carry-out", new { })).Refuses(404, "unknown-erasure");
        Assert.Equal(0, (await AsAsync(head, HttpMethod.Get, at, null)).Is(200).Json.GetArrayLength());
        Assert.Equal(["erasure-asked", "personal-erased"], (await ledger.GetAsync($"/api/audit?of={unit}&size=100")).Is(200)["items"].EnumerateArray().Select(r => r.Text("kind")!).Where(k => k.Contains("era", StringComparison.Ordinal)).Order());
    }

    [Fact]
    public async Task whoever_holds_both_roles_still_needs_somebody_else()
    {
        var unit = await ledger.NewUnitAsync();
        await ledger.LogServiceAsync(unit);
        var at = $"/api/units/{unit}/erasures";
        var id = (await ledger.PostAsync(at, new { name = "法律顾问A", reason = "本人申请" })).Is(201)["id"].GetGuid();
        (await ledger.PostAsync($"{at}/{id}/carry-out", new { })).Refuses(403, "same-person");
        (await ledger.PostAsync($"{at}/{id}/reject", new { reason = "依法应当保留" })).Refuses(403, "same-person");
        var security = await TokenAsync(new Grant(Role.SecurityAdmin));
        (await AsAsync(security, HttpMethod.Post, $"{at}/{id}/reject", new { })).RefusesField("reason");
        (await AsAsync(security, HttpMethod.Post, $"{at}/{id}/reject", new { reason = "依法应当保留" })).Is(204);
        var nobody = (await ledger.PostAsync(at, new { name = "没有此人", reason = "本人申请" })).Is(201)["id"].GetGuid();
        (await AsAsync(security, HttpMethod.Post, $"{at}/{nobody}/carry-out", new { })).Refuses(409, "nothing-to-erase");
    }

    [Fact]
    public async Task a_viewers_table_hides_names_and_anybodys_does_on_request()
    {
        var unit = await ledger.NewUnitAsync();
        foreach (var adviser in new[] { "明理律师事务所钱守约律师", "钱守信", "钱守约" })
            await ledger.LogAsync(unit, "legal-service", new { occurredOn = "2023-03-01", service = "consultation", adviser, summary = $"{adviser}提出意见" });
        var viewer = await TokenAsync(new Grant(Role.Viewer, unit));
        foreach (var (bearer, query, hidden) in new[] { (viewer, "", true), (viewer, "?masked=false", true), (await TokenAsync(new Grant(Role.Recorder, unit)), "", false), (await TokenAsync(new Grant(Role.Recorder, unit)), "?masked=true", true) })
        {
            var text = (await AsAsync(bearer, HttpMethod.Get, $"/api/units/{unit}/entries.csv{query}", null)).Is(200).Text;
            Assert.Equal(!hidden, text.Contains("钱守", StringComparison.Ordinal));
            Assert.Equal(hidden, text.Contains("明理律师事务所钱**律师", StringComparison.Ordinal) && text.Contains("钱**2提出意见", StringComparison.Ordinal));
        }

        (await AsAsync(viewer, HttpMethod.Get, $"/api/units/{unit}/entries.csv?masked=perhaps", null)).RefusesField("masked");
    }

    private Task<string> TokenAsync(Grant grant) => Everybody.TokenAsync(ledger.Store, grant);

    private async Task<Answer> AsAsync(string bearer, HttpMethod method, string url, object? body)
    {
        using var request = new HttpRequestMessage(method, url);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", bearer);
        request.Content = body is null ? null : new StringContent(JsonSerializer.Serialize(body), Encoding.UTF8, "application/json");
        using var client = new HttpClient { BaseAddress = ledger.Client.BaseAddress };
        return await Answer.OfAsync(await client.SendAsync(request, Ct));
    }
}
