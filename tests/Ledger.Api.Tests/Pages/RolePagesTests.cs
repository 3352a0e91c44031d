using Ledger.Api.Access;
using Ledger.Api.Tests.Access;
using Microsoft.Playwright;
using Role = Ledger.Api.Access.Role;

namespace Ledger.Api.Tests.Pages;

/// <summary>Each role in a browser: it is shown what it may do, all of it, and nothing that would be refused.</summary>
public sealed class RolePagesTests(PagesInBrowser browser) : IAsyncLifetime
{
    private const string Log = "log", Correct = "correct", Void = "void", Evidence = "evidence", Confirm = "confirm", Return = "return";
    private const string Office = "office-review", Secrecy = "secrecy-review", Sign = "sign", Number = "number", Submit = "submit", Publish = "publish", Order = "order";
    private const string Nil = "nil", Freeze = "editions", Reopen = "reopen", Prose = "prose", Entries = "entries", Index = "annexes=entries";

    /// <summary>What each role is offered on the pages of a unit, said here once more on purpose.</summary>
    public static TheoryData<Role, string[]> Offers => new()
    {
        { Role.Recorder, [Log, Correct, Void, Evidence, Prose, Number, Submit, Publish, Entries, Index] },
        { Role.Reviewer, [Confirm, Return, Nil, Prose, Order, Office, Secrecy, Number, Submit, Publish, Entries, Index] },
        { Role.Head, [Nil, Freeze, Reopen, Prose, Order, Office, Secrecy, Sign, Number, Submit, Publish, Entries, Index] },
        { Role.Viewer, [Entries, Index] },
        { Role.CountyReader, [] },
    };

    private string _unit = "";
    private Guid _entry;

    public async ValueTask InitializeAsync()
    {
        await browser.StartAsync();
        _unit = await browser.Ledger.NewUnitAsync();
        _entry = await browser.Ledger.LogServiceAsync(_unit);
        (await browser.Ledger.FreezeAsync(_unit, 2023)).Is(201);
    }

    [Theory]
    [MemberData(nameof(Offers))]
    public async Task a_role_is_shown_what_it_may_do_and_nothing_else(Role role, string[] offers)
    {
        var user = await People.AccountAsync(browser.Ledger.Store, new Grant(role, role == Role.CountyReader ? null : _unit));
        await using var tab = await browser.SignedInAsync(user, "/");
        // Where the service takes them is open to them.
        Assert.EndsWith(role == Role.CountyReader ? "/" : $"/{_unit}", tab.Page.Url, StringComparison.Ordinal);
        await AssertOffersAsync(tab.Page, role != Role.CountyReader, offers);
        Assert.Contains("张三", await tab.Page.Locator(".who").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Contains(role switch { Role.Recorder => "填报员", Role.Reviewer => "审核员", Role.Head => "单位主要负责人", Role.Viewer => "只读", _ => "依法治县办" }, await tab.Page.Locator(".who").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Empty(tab.Complaints);
    }

    [Fact]
    public async Task a_guest_reads_samples_and_is_told_how_to_do_more()
    {
        await People.AccountAsync(browser.Ledger.Store);
        var sample = Reports.SampleYear.Unit;
        await using var tab = await browser.OpenAsync($"/{sample}?year=2023", bearer: "");
        await Assertions.Expect(tab.Page.Locator(".who")).ToContainTextAsync("虚构的样例数据，只能查看。登录后按您的角色办理");
        var entry = (await browser.Ledger.EntriesAsync(sample, "year=2023&size=1")).Ids()[0];
        (_unit, _entry) = (sample, entry);
        await AssertOffersAsync(tab.Page, readsEntries: true, [Entries, Index]);
        await tab.Page.GotoAsync($"/{sample}/figures?year=2023");
        await tab.Page.Locator(".who").GetByRole(AriaRole.Link, new() { Name = "登录" }).ClickAsync();
        var user = await People.AccountAsync(browser.Ledger.Store, new Grant(Role.Viewer, sample));
        await tab.Page.GetByLabel("用户名").FillAsync(user);
        await tab.Page.GetByLabel("口令", new() { Exact = true }).FillAsync(People.Password);
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "登录" }).ClickAsync();
        await tab.Page.WaitForURLAsync($"**/{sample}/figures?year=2023");
    }

    [Fact]
    public async Task administrators_and_accounts_without_a_role_are_told_why_there_is_nothing_to_see()
    {
        var none = await People.AccountAsync(browser.Ledger.Store);
        await using (var tab = await browser.SignedInAsync(none, "/"))
            await Assertions.Expect(tab.Page.Locator("main")).ToContainTextAsync("您的账号还没有角色");
        var admin = await People.AccountAsync(browser.Ledger.Store, new Grant(Role.AuditAdmin));
        await using var office = await browser.SignedInAsync(admin, "/");
        await Assertions.Expect(office.Page.Locator("main")).ToContainTextAsync("管理员账号不经手业务数据");
    }

    /// <summary>Everything offered on all pages: what it is, and that none of it is refused.</summary>
    private async Task AssertOffersAsync(IPage page, bool readsEntries, string[] offers)
    {
        var found = new HashSet<string>();
        string[] paths = [.. readsEntries ? (string[])["?year=2023", "/entries?year=2023", "/entries?year=2023&figure=legal-service", $"/entries/{_entry}"] : [], "/figures?year=2023", "/report?year=2023", "/report?year=2023&view=editions", "/verification"];
        foreach (var path in paths)
        {
            var answer = await page.GotoAsync($"/{_unit}{path}");
            Assert.True(answer!.Ok, $"{path}: {answer.Status}");
            var forms = await page.EvaluateAsync<string[]>("[...document.querySelectorAll('form[data-api]')].map(f => (f.dataset.method ?? 'POST') + ' ' + f.dataset.api)");
            foreach (var form in forms.Except(["DELETE /api/session"]).Distinct())
            {
                found.Add(form.Contains("/prose/", StringComparison.Ordinal) ? Prose : form.Split('/')[^1]);
                // An empty wish: refused for what it lacks, not for who sends it. A word is not asked for at freezing.
                if (!form.EndsWith(Freeze, StringComparison.Ordinal))
                    Assert.DoesNotContain(await SendAsync(page, form.Split(' ')[0], form.Split(' ')[1]), (int[])[401, 403]);
            }

            var links = await page.EvaluateAsync<string[]>($"[...document.querySelectorAll('main a[href^=\"/\"], nav a[href^=\"/\"], form[method=get]')].map(a => a.getAttribute('href') ?? a.getAttribute('action'))");
            foreach (var link in links.Where(l => l.Contains(_unit, StringComparison.Ordinal)).Select(l => l.Split('#')[0]).Distinct())
            {
                if (link.Contains("annexes=entries", StringComparison.Ordinal))
                    found.Add(Index);
                else if (link.StartsWith($"/{_unit}/log", StringComparison.Ordinal))
                    found.Add(Log);
                else if (link.EndsWith("/correct", StringComparison.Ordinal))
                    found.Add(Correct);
                else if (link.Contains("/entries", StringComparison.Ordinal))
                    found.Add(Entries);
                // Files take their time to set; one of each kind is enough.
                if (!link.Contains("profile=", StringComparison.Ordinal) && !link.Contains("/log/", StringComparison.Ordinal) && found.Add(link.Split('?')[0] + (link.Contains("annexes", StringComparison.Ordinal) ? "+" : "")))
                    Assert.DoesNotContain(await SendAsync(page, "GET", link), (int[])[401, 403, 404]);
            }
        }

        Assert.Equal(string.Join(' ', offers.Order(StringComparer.Ordinal)), string.Join(' ', found.Where(f => f[0] != '/').Order(StringComparer.Ordinal)));
    }

    private static Task<int> SendAsync(IPage page, string method, string url) => page.EvaluateAsync<int>(
        "([method, url]) => fetch(url, { method, redirect: 'manual', headers: { 'Content-Type': 'application/json' }, body: method === 'GET' ? undefined : '{}' }).then(a => a.status)", new[] { method, url });

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
