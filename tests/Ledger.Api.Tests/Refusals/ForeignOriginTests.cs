using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Ledger.Api.Access;
using Ledger.Api.Pages;
using Ledger.Api.Tests.Access;
using Ledger.Api.Tests.Counties;
using Ledger.Api.Tests.Matters;
using Ledger.Domain;

namespace Ledger.Api.Tests.Refusals;

/// <summary>A page elsewhere that uses a visitor's cookie changes nothing, whatever route it tries.</summary>
public sealed class ForeignOriginTests(OwnLedger ledger) : IClassFixture<OwnLedger>
{
    private const string Outreach = "发生日期*,标题,场所,发放资料（份）,到达村（社区、单位）,参加人员,备注\r\n2023-05-03,五月宣传,乡村,300,李庄村,群众 60\r\n";

    /// <summary>How browsers, old and new, say that a request is none of our pages'; and one that says nothing at all.</summary>
    private static readonly (string Name, string Value)[][] Foreign =
    [
        [("Origin", "https://evil.example")],
        [("Origin", "null")],
        [("Origin", "http://127.0.0.1:1")],
        [("Origin", "http://127.0.0.1.evil.example")],
        [("Sec-Fetch-Site", "cross-site")],
        [("Sec-Fetch-Site", "same-site")],
        [("Origin", "https://evil.example"), ("Sec-Fetch-Site", "same-origin")],
        [],
    ];

    private string _cookie = "";
    private string _key = "";
    private string _recovery = "";

    private sealed record Wish(string Route, string Url, Func<HttpContent?> Body);

    [Fact]
    public async Task nothing_is_changed_from_elsewhere_and_everything_from_our_own_pages()
    {
        var wishes = await WishesAsync();
        Assert.Equal(
            AccessTable.Routes.Keys.Where(k => !k.StartsWith("GET ", StringComparison.Ordinal)).Order(StringComparer.Ordinal),
            wishes.Select(w => w.Route).Distinct().Order(StringComparer.Ordinal));

        var before = await StateAsync();
        foreach (var wish in wishes)
        {
            foreach (var marks in Foreign)
            {
                // Signing in needs no session; a program that says nothing of where it runs may.
                if (wish.Route == "POST /api/session" && marks.Length == 0)
                    continue;
                var refused = await SendAsync(wish, marks);
                Assert.True(refused is { Status: 403 } && refused.Text.Contains("urn:ledger:problem:origin", StringComparison.Ordinal), $"{wish.Route} {string.Join(' ', marks)} → {refused.Status} {refused.Text}");
                Assert.False(refused.Response.Headers.Contains("Set-Cookie"), wish.Route);
            }
        }

        Assert.Equal(before, await StateAsync());

        // None of them was refused for anything else: from our own pages each is done.
        foreach (var wish in wishes)
        {
            var done = await SendAsync(wish, ("Sec-Fetch-Site", "same-origin"));
            Assert.True(done.Status is >= 200 and < 300, $"{wish.Route} → {done.Status} {done.Text}");
            if (wish.Route == "POST /api/session/totp")
                _key = done.Json.Text("key")!;
            if (wish.Route == "POST /api/session/totp/enable")
                _recovery = done["recovery"][0].GetString()!;
        }

        Assert.NotEqual(before, await StateAsync());
    }

    [Fact]
    public async Task no_page_elsewhere_may_read_an_answer()
    {
        using var client = new HttpClient { BaseAddress = ledger.Client.BaseAddress };
        foreach (var (method, url) in new[] { ("GET", "/api/session"), ("OPTIONS", "/api/units"), ("OPTIONS", "/api/session") })
        {
            using var request = new HttpRequestMessage(new HttpMethod(method), url);
            request.Headers.Add("Origin", "https://evil.example");
            request.Headers.Add("Access-Control-Request-Method", "POST");
            using var answer = await client.SendAsync(request);
            Assert.DoesNotContain(answer.Headers, h => h.Key.StartsWith("Access-Control-", StringComparison.OrdinalIgnoreCase));
        }
    }

    /// <summary>Every route that changes something, asked for in a way that succeeds, in an order in which all of them do.</summary>
    private async Task<List<Wish>> WishesAsync()
    {
        var unit = await ledger.NewUnitAsync();
        var user = await People.AccountAsync(ledger.Store, [.. Enum.GetValues<Role>().Select(r => new Grant(r))]);
        var other = await People.AccountAsync(ledger.Store);
        await using (var session = ledger.Store.LightweightSession())
        {
            var account = (await session.LoadAsync<Account>(other))!;
            account.TotpOn = true;
            session.Update(account);
            await session.SaveChangesAsync();
        }

        using var door = new Browser(ledger.Client.BaseAddress!);
        (await door.SignInAsync(user, People.Password)).Is(200);
        _cookie = door.Cookie!;
        var token = (await ledger.PostAsync("/api/tokens", new { name = "试用", role = "viewer", unit })).Is(201)["id"].GetString();
        var entries = new List<Guid>();
        for (var i = 1; i <= 5; i++)
            entries.Add(await ledger.LogServiceAsync(unit, $"2023-03-0{i}"));
        var (one, same) = (await ledger.LogServiceAsync(unit, "2023-03-06"), await ledger.LogServiceAsync(unit, "2023-03-06"));
        var hint = (await ledger.GetAsync($"/api/units/{unit}/hints/2023")).Is(200)["hints"][0].Text("key");
        var (county, units) = await ledger.NewCountyAsync(2);
        var joint = await ledger.LogAsync(units[0], "law-outreach", CountyVerbs.Joint([(units[1], "co-host")]));
        var feed = (await ledger.PostAsync($"/api/units/{unit}/feeds", new { name = "办公室" })).Is(201)["id"].ToString();
        var rules = new List<Guid>();
        foreach (var fromYear in new[] { 2095, 2096 })
            rules.Add((await ledger.PostAsync("/api/counting-rules", new { figure = "meetings", fromYear, participants = true, reason = "统一口径" })).Is(201)["id"].GetGuid());
        var erasures = new List<Guid>();
        foreach (var name in new[] { "法律顾问A", "法律顾问B" })
            erasures.Add((await ledger.PostAsync($"/api/units/{unit}/erasures", new { name, reason = "本人申请" })).Is(201)["id"].GetGuid());
        const string edition = "/reports/2023/editions/1";
        const string late = "按程序补记";
        var matter = await ledger.OpenAsync(unit, "shortcoming", MatterVerbs.Found);
        var at = $"/api/units/{unit}";
        var table = Encoding.UTF8.GetBytes(Outreach);
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(table));
        return
        [
            Json("POST /api/session", "/api/session", () => new { user, password = People.Password }),
            Json("POST /api/units", "/api/units", () => new { code = "another-unit", name = "另一单位", addressees = new[] { "测试县人民政府" } }),
            Json("POST /api/counties", "/api/counties", () => new { code = "another-county", name = "另一县" }),
            Json("POST /api/units/{unit}/county", $"{at}/county", () => new { county, kind = "department" }),
            Json("POST /api/units/{unit}/joint/{id}/decline", $"/api/units/{units[1]}/joint/{joint}/decline", () => new { reason = "本单位没有派人" }),
            Json("POST /api/units/{unit}/joint/{id}/accept", $"/api/units/{units[1]}/joint/{joint}/accept", () => new { reason = "核实后确有参加" }),
            Json("POST /api/counting-rules", "/api/counting-rules", () => new { figure = "meetings", fromYear = 2097, participants = true, reason = "统一口径" }),
            Json("POST /api/counting-rules/{id}/approve", $"/api/counting-rules/{rules[0]}/approve", () => new { }),
            Json("POST /api/counting-rules/{id}/reject", $"/api/counting-rules/{rules[1]}/reject", () => new { reason = "理由不充分" }),
            Json("POST /api/units/{unit}/erasures", $"{at}/erasures", () => new { name = "王法言", reason = "本人申请" }),
            Json("POST /api/units/{unit}/erasures/{id}/carry-out", $"{at}/erasures/{erasures[0]}/carry-out", () => new { }),
            Json("POST /api/units/{unit}/erasures/{id}/reject", $"{at}/erasures/{erasures[1]}/reject", () => new { reason = "依法应当保留" }),
            Json("POST /api/units/{unit}/hints/{year}/dismiss", $"{at}/hints/2023/dismiss", () => new { key = hint, reason = "确是两件事" }),
            Json("POST /api/units/{unit}/entries/{id}/merge", $"{at}/entries/{same}/merge", () => new { version = 1, into = one, reason = "重复登记" }),
            Json("POST /api/units/{unit}/entries/{id}/part", $"{at}/entries/{same}/part", () => new { version = 2, reason = "是两次服务" }),
            Json("POST /api/units/{unit}/feeds", $"{at}/feeds", () => new { name = "手机" }),
            Json("DELETE /api/units/{unit}/feeds/{id}", $"{at}/feeds/{feed}", null),
            Json("PUT /api/units/{unit}/webhook", $"{at}/webhook", () => new { url = "https://1.1.1.1/hook", secret = "0123456789abcdef0123456789abcdef" }),
            Json("DELETE /api/units/{unit}/webhook", $"{at}/webhook", null),
            Json("POST /api/units/{unit}/entries/{kind}/check", $"{at}/entries/legal-service/check", () => LedgerVerbs.Service()),
            Json("POST /api/units/{unit}/entries/{kind}", $"{at}/entries/legal-service", () => LedgerVerbs.Service()),
            Json("POST /api/units/{unit}/entries/{id}/correct", $"{at}/entries/{entries[0]}/correct", () => new { version = 1, reason = "登记有误", activity = LedgerVerbs.Service("2023-04-01") }),
            Json("POST /api/units/{unit}/entries/{id}/void", $"{at}/entries/{entries[1]}/void", () => new { version = 1, reason = "重复登记" }),
            new("POST /api/units/{unit}/entries/{id}/evidence", $"{at}/entries/{entries[2]}/evidence", () => File("签到表"u8.ToArray(), "签到.txt")),
            Json("POST /api/units/{unit}/entries/{id}/confirm", $"{at}/entries/{entries[3]}/confirm", () => new { version = 1 }),
            Json("POST /api/units/{unit}/entries/{id}/return", $"{at}/entries/{entries[4]}/return", () => new { version = 1, reason = "内容不全" }),
            Json("POST /api/units/{unit}/matters/{kind}", $"{at}/matters/shortcoming", () => MatterVerbs.Found),
            Json("POST /api/units/{unit}/matters/{id}/{step}", $"{at}/matters/{matter}/progress", () => new { version = 1, occurredOn = "2023-07-05", progress = "有进展", reasons = new Dictionary<string, string> { ["without-measure"] = "措施另行登记" } }),
            Json("POST /api/units/{unit}/matters/{id}/reverse", $"{at}/matters/{matter}/reverse", () => new { version = 2, taken = 2, reason = "登记有误" }),
            new("POST /api/units/{unit}/matters/{id}/evidence/{slot}", $"{at}/matters/{matter}/evidence/finding", () => File("来源"u8.ToArray(), "来源.txt")),
            new("POST /api/units/{unit}/import/{kind}", $"{at}/import/law-outreach", () => File(table, "表.csv")),
            new($"POST {PageRoutes.Unit}/import", $"/{unit}/import?kind=law-outreach", () => File(table, "表.csv")),
            new("POST /api/units/{unit}/import/{kind}/{sha256}", $"{at}/import/law-outreach/{sha256}", () => File(table, "表.csv")),
            Json("POST /api/units/{unit}/years/{year}/nil", $"{at}/years/2023/nil", () => new { figure = "litigations", confirmedBy = "审核员乙", reason = "全年没有发生" }),
            Json("PUT /api/units/{unit}/reports/{year}/prose/{key}", $"{at}/reports/2023/prose/preamble", () => new { text = "开头" }),
            Json("POST /api/units/{unit}/reports/{year}/editions", $"{at}/reports/2023/editions", () => new { }),
            Json("POST /api/units/{unit}/inspections/{year}", $"{at}/inspections/2023", () => new { size = 50 }),
            Json("POST /api/units/{unit}/inspections/{year}/{number}/results", $"{at}/inspections/2023/1/results", () => new { entry = entries[2], result = "found", checkedBy = "张三" }),
            Json("PUT /api/units/{unit}/reports/{year}/order", $"{at}/reports/2023/order", () => new { order = "regulation" }),
            Json("POST /api/units/{unit}/reports/{year}/prose/{key}/lock", $"{at}/reports/2023/prose/preamble/lock", () => new { by = "赵主任" }),
            Json("POST /api/units/{unit}/reports/{year}/prose/{key}/unlock", $"{at}/reports/2023/prose/preamble/unlock", () => new { reason = "上级要求补充" }),
            Json("POST /api/units/{unit}/reports/{year}/editions/{number}/office-review", $"{at}{edition}/office-review", () => new { by = "李核稿", reason = late }),
            Json("POST /api/units/{unit}/reports/{year}/editions/{number}/secrecy-review", $"{at}{edition}/secrecy-review", () => new { by = "王保密", outcome = "may-publish", reason = late }),
            Json("POST /api/units/{unit}/reports/{year}/editions/{number}/sign", $"{at}{edition}/sign", () => new { by = "赵主任", reason = late }),
            Json("POST /api/units/{unit}/reports/{year}/editions/{number}/number", $"{at}{edition}/number", () => new { documentNumber = "测招商〔2024〕3号", reason = late }),
            Json("POST /api/units/{unit}/reports/{year}/editions/{number}/submit", $"{at}{edition}/submit", () => new { on = "2024-02-27", to = new[] { "测试县人民政府" }, reason = late }),
            Json("POST /api/units/{unit}/reports/{year}/editions/{number}/publish", $"{at}{edition}/publish", () => new { on = "2024-03-20", url = "https://www.example.gov.cn/report", reason = late }),
            Json("POST /api/units/{unit}/years/{year}/reopen", $"{at}/years/2023/reopen", () => new { reason = "补充登记" }),
            Json("POST /api/accounts", "/api/accounts", () => new { user = "someone-new", name = "李四" }),
            Json("POST /api/accounts/{user}/grant", $"/api/accounts/{other}/grant", () => new { role = "viewer", unit }),
            Json("POST /api/accounts/{user}/revoke", $"/api/accounts/{other}/revoke", () => new { role = "viewer", unit }),
            Json("POST /api/accounts/{user}/disable", $"/api/accounts/{other}/disable", null),
            Json("POST /api/accounts/{user}/enable", $"/api/accounts/{other}/enable", null),
            Json("POST /api/accounts/{user}/password", $"/api/accounts/{other}/password", null),
            Json("POST /api/accounts/{user}/totp/disable", $"/api/accounts/{other}/totp/disable", null),
            Json("POST /api/tokens", "/api/tokens", () => new { name = "接口", role = "viewer", unit }),
            Json("DELETE /api/tokens/{id}", $"/api/tokens/{token}", null),
            new($"POST {EndSessions.OneRoute}", EndSessions.OneAt("some session"), Proof),
            new($"POST {EndSessions.OthersRoute}", EndSessions.OthersRoute, Proof),
            Json("POST /api/session/totp", "/api/session/totp", () => new { password = People.Password }),
            Json("POST /api/session/totp/enable", "/api/session/totp/enable", () => new { code = _key.Length > 0 ? People.CodeOf(_key, 0) : "000000" }),
            Json("POST /api/session/totp/disable", "/api/session/totp/disable", () => new { code = _recovery }),
            Json("PUT /api/session/password", "/api/session/password", () => new { current = People.Password, @new = "another long sentence" }),
            Json("DELETE /api/session", "/api/session", null),
        ];
    }

    private static Wish Json(string route, string url, Func<object>? body) =>
        new(route, url, () => body is null ? null : new StringContent(JsonSerializer.Serialize(body(), LedgerJson.Options), Encoding.UTF8, "application/json"));

    private static FormUrlEncodedContent Proof() => new([new("password", People.Password)]);

    private static MultipartFormDataContent File(byte[] bytes, string name)
    {
        var content = new ByteArrayContent(bytes);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        return new() { { content, "file", name } };
    }

    private async Task<Answer> SendAsync(Wish wish, params (string Name, string Value)[] headers)
    {
        using var client = new HttpClient(new SocketsHttpHandler { UseCookies = false }) { BaseAddress = ledger.Client.BaseAddress };
        using var request = new HttpRequestMessage(new HttpMethod(wish.Route.Split(' ')[0]), wish.Url) { Content = wish.Body() };
        request.Headers.Add("Cookie", _cookie);
        foreach (var (name, value) in headers)
            request.Headers.Add(name, value);
        var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);
        if (answer.Headers.TryGetValues("Set-Cookie", out var set) && set.FirstOrDefault(c => c.StartsWith(SessionCookie.Name + "=", StringComparison.Ordinal)) is { } cookie)
            _cookie = cookie.Split(';')[0];
        return await Answer.OfAsync(answer);
    }

    /// <summary>Events, accounts, tokens and units as they stand.</summary>
    private async Task<string?> StateAsync() => await ledger.ScalarAsync<string>(
        """
        select concat_ws(' ',
            (select count(*) from ledger.mt_events),
            (select md5(string_agg(data::text, '' order by id)) from ledger.mt_doc_account),
            (select md5(string_agg(data::text, '' order by id)) from ledger.mt_doc_apitoken),
            (select count(*) from ledger.mt_doc_unit))
        """);
}
