using System.Net.Http.Headers;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Ledger.Api.Access;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace Ledger.Api.Tests.Access;

/// <summary>One sees where one is signed in, and ends what one does not know.</summary>
public sealed class OpenSessionTests(OwnLedger ledger) : IClassFixture<OwnLedger>
{
    private const string Desk = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36";
    private const string Phone = "Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 Mobile Safari/537.36 MicroMessenger/8.0.60";

    private async Task<string> UserAsync() => await People.AccountAsync(ledger.Store, new Grant(Role.AuditAdmin));

    private async Task<Browser> SignedInAsync(string user, string device = Desk)
    {
        var browser = new Browser(ledger.Client.BaseAddress!);
        (await browser.SendAsync("POST", "/api/session", new { user, password = People.Password }, ("User-Agent", device))).Is(200);
        return browser;
    }

    private static async Task<IReadOnlyList<IElement>> RowsAsync(Browser browser)
    {
        var page = await new HtmlParser().ParseDocumentAsync((await browser.GetAsync("/my_account", ("Accept", "text/html"))).Is(200).Text);
        return [.. page.QuerySelectorAll("#sessions li")];
    }

    private static async Task<string> EndingAsync(Browser browser, string device) =>
        (await RowsAsync(browser)).Single(r => r.TextContent.Contains(device, StringComparison.Ordinal)).QuerySelector("button")!.GetAttribute("formaction")!;

    private static async Task EndAsync(Browser browser, string at, string password = People.Password, string leadsTo = "/my_account#sessions")
    {
        using var form = new FormUrlEncodedContent([new("password", password)]);
        var answer = await browser.SendAsync("POST", at, form);
        Assert.Equal((302, leadsTo), (answer.Status, answer.Location));
    }

    private static async Task<bool> IsInAsync(Browser browser) => (await browser.GetAsync("/api/audit")).Status == 200;

    private static async Task<string> WhoIsInAsync(params Browser[] browsers)
    {
        var all = new List<string>();
        foreach (var browser in browsers)
            all.Add(await IsInAsync(browser) ? "in" : "out");
        return string.Join(' ', all);
    }

    [Fact]
    public async Task the_list_shows_both_of_two_sessions_and_which_is_this_one()
    {
        var user = await UserAsync();
        using var desk = await SignedInAsync(user);
        using var phone = await SignedInAsync(user, Phone);

        var rows = await RowsAsync(phone);
        Assert.Equal(["微信，安卓", "Chrome，Windows"], rows.Select(r => r.QuerySelector("strong")!.TextContent));
        Assert.Equal([true, false], rows.Select(r => r.TextContent.Contains("本次登录", StringComparison.Ordinal)));
        Assert.Equal([false, true], rows.Select(r => r.QuerySelector("button") is not null));
        Assert.Equal("Chrome，Windows", (await RowsAsync(desk))[0].QuerySelector("strong")!.TextContent);
        foreach (var id in (await ledger.ScalarAsync<string>("select string_agg(k, ' ') from ledger.mt_doc_account, jsonb_object_keys(data -> 'open') k where id = $1", user))!.Split(' '))
            Assert.DoesNotContain(id, (await desk.GetAsync("/my_account", ("Accept", "text/html"))).Text, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task ending_one_puts_just_that_one_out()
    {
        var user = await UserAsync();
        using var desk = await SignedInAsync(user);
        using var other = await SignedInAsync(user);
        using var phone = await SignedInAsync(user, Phone);
        var at = await EndingAsync(desk, "微信");
        desk.Origin = "https://evil.example";
        (await desk.SendAsync("POST", at)).Refuses(403, "origin");
        desk.Origin = other.Origin;
        await EndAsync(desk, at, "wrong", "/my_account?failed=proof#sessions");
        Assert.True(await IsInAsync(phone));

        await EndAsync(desk, at);
        // Pressed twice it is as if pressed once.
        await EndAsync(desk, at);
        Assert.Equal("in in out", await WhoIsInAsync(desk, other, phone));
        Assert.Equal(2, (await RowsAsync(desk)).Count);
        Assert.Equal($"{user} WeChat, Android", await ledger.ScalarAsync<string>("select string_agg(subject, ';') from audit.log where who = $1 and kind = 'session-ended'", user));
    }

    [Fact]
    public async Task nobody_ends_the_session_of_somebody_else()
    {
        var (mine, theirs) = (await UserAsync(), await UserAsync());
        using var desk = await SignedInAsync(mine);
        using var phone = await SignedInAsync(mine, Phone);
        using var stranger = await SignedInAsync(theirs);
        await EndAsync(stranger, await EndingAsync(desk, "微信"));
        await EndAsync(stranger, "/my_account/other_sessions/end");
        Assert.Equal("in in in", await WhoIsInAsync(desk, phone, stranger));
        Assert.Null(await ledger.ScalarAsync<string>("select subject from audit.log where who = $1 and kind = 'session-ended'", theirs));
    }

    [Fact]
    public async Task all_others_end_at_once_and_this_one_stays()
    {
        var user = await UserAsync();
        using var desk = await SignedInAsync(user);
        using var other = await SignedInAsync(user);
        using var phone = await SignedInAsync(user, Phone);
        await EndAsync(desk, "/my_account/other_sessions/end");
        Assert.Equal("in out out", await WhoIsInAsync(desk, other, phone));
        Assert.Single(await RowsAsync(desk));
        Assert.Equal(2L, await ledger.ScalarAsync<long>("select count(*) from audit.log where who = $1 and kind = 'session-ended'", user));
    }

    [Fact]
    public async Task signing_in_anew_ends_the_session_one_came_with()
    {
        var user = await UserAsync();
        using var desk = await SignedInAsync(user);
        var copy = desk.Cookie;
        (await desk.SignInAsync(user, People.Password)).Is(200);
        Assert.Single(await RowsAsync(desk));
        desk.Cookie = copy;
        Assert.False(await IsInAsync(desk));
    }

    [Theory]
    [InlineData("application/x-www-form-urlencoded", "password=%")]
    [InlineData("multipart/form-data; boundary=x", "no part")]
    [InlineData("application/json", "{}")]
    public async Task a_body_that_is_no_form_ends_nothing(string type, string body)
    {
        var user = await UserAsync();
        using var desk = await SignedInAsync(user);
        using var phone = await SignedInAsync(user, Phone);
        using var content = new StringContent(body, null, MediaTypeHeaderValue.Parse(type));
        Assert.Equal("/my_account?failed=proof#sessions", (await desk.SendAsync("POST", "/my_account/other_sessions/end", content)).Location);
        Assert.True(await IsInAsync(phone));
    }

    [Fact]
    public async Task what_is_used_stays_in_the_list_and_what_is_idle_or_signed_out_leaves_it()
    {
        var user = await UserAsync();
        var began = TimeProvider.System.GetUtcNow();
        try
        {
            ledger.Clock.Now = began;
            using var desk = await SignedInAsync(user);
            using var phone = await SignedInAsync(user, Phone);
            using var other = await SignedInAsync(user);
            (await other.SendAsync("DELETE", "/api/session")).Is(204);
            Assert.Equal(2, (await RowsAsync(desk)).Count);
            for (var minutes = 14; minutes <= 56; minutes += 14)
            {
                ledger.Clock.Now = began.AddMinutes(minutes);
                Assert.True(await IsInAsync(desk));
            }

            var row = Assert.Single(await RowsAsync(desk));
            var seen = Domain.ChinaCalendar.InChina(began.AddMinutes(56));
            Assert.Contains(FormattableString.Invariant($"最近使用 {seen:HH:mm}"), row.TextContent, StringComparison.Ordinal);
            Assert.False(await IsInAsync(phone));
        }
        finally
        {
            ledger.Clock.Now = null;
        }
    }

    [Fact]
    public async Task a_session_that_was_never_noted_is_from_its_next_request_on()
    {
        var user = await UserAsync();
        using var desk = await SignedInAsync(user);
        // As before this was kept.
        await ledger.ScalarAsync<string>("update ledger.mt_doc_account set data = data - 'open' where id = $1", user);
        await ledger.App.Services.GetRequiredService<Accounts>().WithAsync(user, (_, account) => Task.FromResult(account!.Open.Count));
        Assert.Contains("本次登录", Assert.Single(await RowsAsync(desk)).TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task of_many_who_sign_in_at_once_none_is_refused_and_all_are_listed()
    {
        var user = await UserAsync();
        var browsers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => SignedInAsync(user)));
        Assert.Equal(6, (await RowsAsync(browsers[0])).Count);
        foreach (var browser in browsers)
            browser.Dispose();
    }

    [Fact]
    public async Task what_another_node_noted_in_between_is_kept()
    {
        var user = await UserAsync();
        await using var here = ledger.App.Services.CreateAsyncScope();
        await using var there = ledger.App.Services.CreateAsyncScope();
        var managers = new[] { here, there }.Select(s => s.ServiceProvider.GetRequiredService<UserManager<Account>>()).ToList();
        // Both have read it before either writes.
        var read = new[] { (await managers[0].FindByIdAsync(user))!, (await managers[1].FindByIdAsync(user))! };
        var now = TimeProvider.System.GetUtcNow();
        for (var i = 0; i < 2; i++)
        {
            var id = $"session {i}";
            Assert.True(await OpenSessions.SaveAsync(managers[i], read[i], a =>
            {
                OpenSessions.Put(a, id, new(now, now, Device.Of(null)), now);
                return true;
            }));
        }

        Assert.Equal(["session 0", "session 1"], (await managers[0].FindByIdAsync(user))!.Open.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void of_more_than_go_on_at_a_time_the_one_that_was_idle_longest_ends()
    {
        var account = new Account { Id = "a", Name = "张三" };
        var now = TimeProvider.System.GetUtcNow();
        for (var i = 0; i <= OpenSessions.Most; i++)
            OpenSessions.Put(account, $"{i}", new(now, now.AddSeconds(i == 7 ? -1 : i), Device.Of(null)), now);
        Assert.Equal(OpenSessions.Most, account.Open.Count);
        Assert.Equal("7", Assert.Single(account.Ended.Keys));
    }
}
