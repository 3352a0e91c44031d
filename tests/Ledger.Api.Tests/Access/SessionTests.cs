using Ledger.Api.Access;

namespace Ledger.Api.Tests.Access;

/// <summary>People sign in, stay for a while, and are gone when they should be.</summary>
public sealed class SessionTests(OwnLedger ledger) : IClassFixture<OwnLedger>
{
    private const string Password = People.Password;

    private Browser Open() => new(ledger.Client.BaseAddress!);

    private Task<string> AccountAsync(params Grant[] grants) => People.AccountAsync(ledger.Store, grants);

    [Fact]
    public async Task who_signs_in_is_named_by_what_they_log()
    {
        var unit = await ledger.NewUnitAsync();
        var user = await AccountAsync(new Grant(Role.Recorder, unit), new Grant(Role.Viewer, unit));
        using var browser = Open();

        var me = (await browser.SignInAsync(user, Password)).Is(200);
        Assert.Equal(["recorder", "viewer"], me["roles"].EnumerateArray().Select(r => r.Text("role")));
        Assert.Contains("httponly", browser.SetCookie!, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", browser.SetCookie!, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("expires", browser.SetCookie!, StringComparison.OrdinalIgnoreCase);
        var id = (await browser.SendAsync("POST", $"/api/units/{unit}/entries/legal-service", LedgerVerbs.Service())).Is(201)["id"].GetGuid();

        var author = await ledger.ScalarAsync<string>("select user_name from ledger.mt_events where stream_id = $1", id);
        Assert.Equal($"张三（{user}）", author);
        (await browser.GetAsync($"/api/units/{unit}/entries/{id}")).Is(200);
    }

    [Fact]
    public async Task a_token_is_named_by_what_it_logs()
    {
        var unit = await ledger.NewUnitAsync();
        var id = await ledger.LogServiceAsync(unit);
        Assert.Matches("^测试（令牌 [0-9a-f]{12}）$", await ledger.ScalarAsync<string>("select user_name from ledger.mt_events where stream_id = $1", id));
    }

    [Fact]
    public async Task a_wrong_name_and_a_wrong_password_are_answered_alike()
    {
        var user = await AccountAsync();
        using var browser = Open();
        var (name, password) = (await browser.SignInAsync("nobody-here", Password), await browser.SignInAsync(user, "wrong"));
        name.Refuses(401, "sign-in-failed");
        password.Refuses(401, "sign-in-failed");
        Assert.Equal(name["title"].GetString(), password["title"].GetString());
        Assert.Null(browser.Cookie);
    }

    [Fact]
    public async Task five_failures_lock_the_account_however_many_come_at_once()
    {
        var user = await AccountAsync();
        using var browser = Open();
        var answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(i => browser.SignInAsync(user, $"wrong {i}")));
        Assert.Equal(4, answers.Count(a => a.Status == 401));
        Assert.Equal(8, answers.Count(a => a.Status == 429));
        (await browser.SignInAsync(user, Password)).Refuses(429, "locked");

        var admin = await AccountAsync(new Grant(Role.SystemAdmin));
        (await browser.SignInAsync(admin, Password)).Is(200);
        (await browser.SendAsync("POST", $"/api/accounts/{user}/enable")).Is(200);
        (await browser.SignInAsync(user, Password)).Is(200);
    }

    [Fact]
    public async Task a_session_that_is_signed_out_is_over_even_for_a_copy_of_its_cookie()
    {
        var user = await AccountAsync(new Grant(Role.AuditAdmin));
        using var browser = Open();
        await browser.SignInAsync(user, Password);
        var copy = browser.Cookie;
        (await browser.GetAsync("/api/audit")).Is(200);
        (await browser.SendAsync("DELETE", "/api/session")).Is(204);
        browser.Cookie = copy;
        (await browser.GetAsync("/api/audit")).Refuses(401, "sign-in");
    }

    [Fact]
    public async Task a_changed_password_ends_every_other_session()
    {
        var user = await AccountAsync(new Grant(Role.AuditAdmin));
        using var desk = Open();
        using var phone = Open();
        await desk.SignInAsync(user, Password);
        await phone.SignInAsync(user, Password);

        (await desk.SendAsync("PUT", "/api/session/password", new { current = "wrong", @new = "another long sentence" })).RefusesField("current");
        (await desk.SendAsync("PUT", "/api/session/password", new { current = Password, @new = "short" })).RefusesField("new");
        (await desk.SendAsync("PUT", "/api/session/password", new { current = Password, @new = "another long sentence" })).Is(204);

        (await phone.GetAsync("/api/audit")).Refuses(401, "sign-in");
        (await desk.GetAsync("/api/audit")).Is(200);
        (await phone.SignInAsync(user, Password)).Refuses(401, "sign-in-failed");
        (await phone.SignInAsync(user, "another long sentence")).Is(200);
    }

    [Fact]
    public async Task half_an_hour_without_a_request_ends_a_session_and_a_request_prolongs_it()
    {
        var user = await AccountAsync(new Grant(Role.AuditAdmin));
        using var browser = Open();
        var began = TimeProvider.System.GetUtcNow();
        try
        {
            ledger.Clock.Now = began;
            await browser.SignInAsync(user, Password);
            foreach (var minutes in (int[])[20, 40, 60])
            {
                ledger.Clock.Now = began.AddMinutes(minutes);
                (await browser.GetAsync("/api/audit")).Is(200);
            }

            ledger.Clock.Now = began.AddMinutes(91);
            (await browser.GetAsync("/api/audit")).Refuses(401, "sign-in");

            await browser.SignInAsync(user, Password);
            for (var minutes = 91; minutes < 91 + 12 * 60; minutes += 20)
            {
                ledger.Clock.Now = began.AddMinutes(minutes);
                (await browser.GetAsync("/api/audit")).Is(200);
            }

            ledger.Clock.Now = began.AddMinutes(92 + 12 * 60);
            (await browser.GetAsync("/api/audit")).Refuses(401, "sign-in");
        }
        finally
        {
            ledger.Clock.Now = null;
        }
    }

    [Fact]
    public async Task a_write_with_the_cookie_comes_from_our_own_pages()
    {
        var unit = await ledger.NewUnitAsync();
        var user = await AccountAsync(new Grant(Role.Recorder, unit));
        using var browser = Open();
        await browser.SignInAsync(user, Password);
        var url = $"/api/units/{unit}/entries/legal-service";
        var ours = browser.Origin;
        foreach (var foreign in (string?[])["https://evil.example", "null", $"{ours}.evil.example", null])
        {
            browser.Origin = foreign;
            (await browser.SendAsync("POST", url, LedgerVerbs.Service())).Refuses(403, "origin");
        }

        browser.Origin = "https://evil.example";
        (await browser.SignInAsync(user, Password)).Refuses(403, "origin");
        browser.Origin = null;
        (await browser.SendAsync("POST", url, LedgerVerbs.Service(), ("Sec-Fetch-Site", "cross-site"))).Refuses(403, "origin");
        (await browser.SendAsync("POST", url, LedgerVerbs.Service(), ("Sec-Fetch-Site", "same-origin"))).Is(201);
        browser.Origin = ours;
        (await browser.SendAsync("POST", url, LedgerVerbs.Service())).Is(201);
    }

    [Fact]
    public async Task a_page_sends_to_the_sign_in_and_back_to_itself_alone()
    {
        var unit = await ledger.NewUnitAsync();
        using var browser = Open();
        var sent = await browser.GetAsync($"/{unit}/entries?year=2023", ("Accept", "text/html"));
        Assert.Equal((302, $"/sign_in?to=%2F{unit}%2Fentries%3Fyear%3D2023"), (sent.Status, sent.Location));
        Assert.Contains($"data-done=\"/{unit}/entries?year=2023\"", (await browser.GetAsync(sent.Location!, ("Accept", "text/html"))).Is(200).Text, StringComparison.Ordinal);
        foreach (var foreign in (string[])["//evil.example", "/%5Cevil.example", "https://evil.example", "javascript:alert(1)"])
            Assert.Contains("data-done=\"/\"", (await browser.GetAsync($"/sign_in?to={foreign}", ("Accept", "text/html"))).Is(200).Text, StringComparison.Ordinal);

        var user = await AccountAsync(new Grant(Role.Viewer, unit));
        await browser.SignInAsync(user, Password);
        (await browser.GetAsync($"/{unit}/entries?year=2023", ("Accept", "text/html"))).Is(200);
        (await browser.GetAsync("/my_account", ("Accept", "text/html"))).Is(200);
        (await browser.GetAsync($"/{unit}/log", ("Accept", "text/html"))).Is(403);
    }

    [Fact]
    public async Task whoever_has_the_password_alone_cannot_guess_codes_without_end()
    {
        var user = await AccountAsync();
        using var browser = Open();
        await browser.SignInAsync(user, Password);
        var key = (await browser.SendAsync("POST", "/api/session/totp", new { password = Password })).Is(200).Json.Text("key")!;
        (await browser.SendAsync("POST", "/api/session/totp/enable", new { code = People.CodeOf(key, 0) })).Is(200);
        using var thief = Open();
        for (var i = 0; i < 4; i++)
            (await thief.SignInAsync(user, Password, "000000")).Refuses(401, "sign-in-failed");
        // The password alone asks for a code, and forgives nothing.
        (await thief.SignInAsync(user, Password)).Refuses(401, "code-needed");
        (await thief.SignInAsync(user, Password, "000000")).Refuses(429, "locked");
    }

    [Fact]
    public async Task a_reset_leaves_one_time_codes_on_and_switching_them_off_is_an_act_of_its_own()
    {
        var (user, admin) = (await AccountAsync(new Grant(Role.AuditAdmin)), await AccountAsync(new Grant(Role.SystemAdmin)));
        using var browser = Open();
        using var office = Open();
        await browser.SignInAsync(user, Password);
        await office.SignInAsync(admin, Password);
        var key = (await browser.SendAsync("POST", "/api/session/totp", new { password = Password })).Is(200).Json.Text("key")!;
        (await browser.SendAsync("POST", "/api/session/totp/enable", new { code = People.CodeOf(key, 0) })).Is(200);
        var issued = (await office.SendAsync("POST", $"/api/accounts/{user}/password")).Is(200).Json.Text("password")!;
        (await browser.SignInAsync(user, issued)).Refuses(401, "code-needed");
        (await browser.SignInAsync(user, issued, People.CodeOf(key, 1))).Is(200);

        Assert.False((await office.SendAsync("POST", $"/api/accounts/{user}/totp/disable")).Is(200)["totp"].GetBoolean());
        (await browser.GetAsync("/api/session")).Refuses(401, "sign-in");
        (await browser.SignInAsync(user, issued)).Is(200);
        (await office.SendAsync("POST", $"/api/accounts/{user}/totp/disable")).RefusesField("user");
        Assert.Equal("password-reset totp-off", await ledger.ScalarAsync<string>("select string_agg(kind, ' ' order by id) from audit.log where who = $1 and subject = $2", admin, user));
    }

    [Fact]
    public async Task a_one_time_code_is_asked_for_and_opens_once()
    {
        var user = await AccountAsync(new Grant(Role.AuditAdmin));
        using var browser = Open();
        await browser.SignInAsync(user, Password);
        (await browser.SendAsync("POST", "/api/session/totp", new { password = "wrong" })).RefusesField("password");
        var key = (await browser.SendAsync("POST", "/api/session/totp", new { password = Password })).Is(200).Json.Text("key")!;
        (await browser.SendAsync("POST", "/api/session/totp/enable", new { code = "000000" })).RefusesField("code");
        var recovery = (await browser.SendAsync("POST", "/api/session/totp/enable", new { code = People.CodeOf(key, 0) })).Is(200)["recovery"].EnumerateArray().Select(c => c.GetString()!).ToList();
        (await browser.GetAsync("/api/session")).Is(200);

        using var other = Open();
        (await other.SignInAsync(user, Password)).Refuses(401, "code-needed");
        (await other.SignInAsync(user, "wrong")).Refuses(401, "sign-in-failed");
        (await other.SignInAsync(user, Password, People.CodeOf(key, 0))).Refuses(401, "sign-in-failed");
        (await other.SignInAsync(user, Password, People.CodeOf(key, 1))).Is(200);
        Assert.Null(await ledger.ScalarAsync<string>("select id from ledger.mt_doc_account where data::text like '%' || $1 || '%'", key));

        (await other.SignInAsync(user, Password, "123")).Refuses(401, "sign-in-failed");
        // Used up, also after another one was used.
        (await other.SignInAsync(user, Password, People.CodeOf(key, 0))).Refuses(401, "sign-in-failed");

        Assert.Equal(10, recovery.Distinct().Count());
        foreach (var code in recovery)
            Assert.Null(await ledger.ScalarAsync<string>("select id from ledger.mt_doc_account where data::text like '%' || $1 || '%' or data::text like '%' || replace($1, '-', '') || '%'", code));
        (await other.SignInAsync(user, Password, recovery[0])).Is(200);
        (await other.SignInAsync(user, Password, recovery[0])).Refuses(401, "sign-in-failed");
        (await other.SignInAsync(user, Password, recovery[1].Replace("-", "", StringComparison.Ordinal).ToUpperInvariant())).Is(200);

        (await other.SendAsync("POST", "/api/session/totp/disable", new { code = "000000" })).RefusesField("code");
        (await other.SendAsync("POST", "/api/session/totp/disable", new { code = recovery[0] })).RefusesField("code");
        (await other.SendAsync("POST", "/api/session/totp/disable", new { code = recovery[2] })).Is(204);
        (await browser.SignInAsync(user, Password)).Is(200);
    }
}
