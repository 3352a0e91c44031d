using System.Text;
using System.Text.Json.Nodes;
using Ledger.Api.Setup;
using Ledger.Api.Tests.Pages;
using Ledger.Domain.Kinds;
using Microsoft.Playwright;

namespace Ledger.Api.Tests.Refusals;

/// <summary>Scripts in everything people can write, and a browser that opens every page they come to stand on.</summary>
public sealed class NoScriptRunsTests(PagesInBrowser browser) : IAsyncLifetime
{
    /// <summary>What each payload would leave behind if it ran.</summary>
    private const string Marker = "ranHere";

    /// <summary>Longest first: a field takes the first that it has room for.</summary>
    private static readonly string[] Payloads =
    [
        $"\"'></textarea></title></script><img src=x onerror={Marker}=1><script>{Marker}=1</script>{{{{7*7}}}}<svg onload={Marker}=1>",
        $"\"'><img src=x onerror={Marker}=1>", $"<svg onload={Marker}=1>", "\"'<b>&",
    ];

    private const string Look = $$"""
        () => [
          typeof window.{{Marker}} !== "undefined" ? "a script ran" : "",
          ...[...document.querySelectorAll("[onerror], [onload], img[src=x], script:not([src]), svg[onload], a[href^='javascript' i], iframe[srcdoc], base")].map(e => e.outerHTML),
        ].filter(Boolean)
        """;

    private readonly List<string> _naked = [];
    private string _unit = "";

    public async ValueTask InitializeAsync() => await browser.StartAsync();

    [Fact]
    public async Task no_page_report_preview_or_export_runs_what_people_wrote()
    {
        var ledger = browser.Ledger;
        _unit = await HostileUnitAsync();
        var entries = new List<Guid>();
        foreach (var kind in Catalogue.Kinds)
            entries.Add(await LogAsync(kind));
        var first = entries[0];
        (await ledger.ReviewAsync(_unit, first, "return", new { version = 1, reason = Payloads[0] })).Is(200);
        (await ledger.VoidAsync(_unit, entries[1], 1, Payloads[0])).Is(200);
        foreach (var (name, text) in new[] { ($"{Payloads[2]}.txt", $"{Payloads[1]} 学法"), ("a'&;=()onerror.pdf", "%PDF-1.4 学法") })
        {
            using var form = new MultipartFormDataContent { { new ByteArrayContent(Encoding.UTF8.GetBytes(text)), "file", name } };
            (await ledger.PostAsync($"/api/units/{_unit}/entries/{first}/evidence", form)).Is(201);
        }

        (await ledger.PostAsync($"/api/units/{_unit}/years/2023/nil", new { figure = "litigations", confirmedBy = Payloads[1], reason = Payloads[0] })).Is(200);
        foreach (var block in (await ledger.GetAsync($"/api/units/{_unit}/reports/2023")).Is(200)["prose"].EnumerateArray().Select(p => p.Text("key")).ToList())
            await ledger.SendAsync(HttpMethod.Put, $"/api/units/{_unit}/reports/2023/prose/{block}", new { text = $"{Payloads[1]} [看]({"javascript:"}{Marker}=1) ![x](x\" onerror=\"{Marker}=1)" });

        await using var tab = await browser.OpenAsync($"/{_unit}?year=2023");
        tab.Page.Dialog += (_, dialog) => _naked.Add($"dialog: {dialog.Message}");
        tab.Page.Response += (_, answer) => _ = CheckAsync(answer);
        var hostile = Uri.EscapeDataString(Payloads[0]);
        string[] paths =
        [
            "?year=2023", "/entries?year=2023", "/entries?year=2023&view=calendar", $"/entries?q={hostile}", $"/entries?from={hostile}&to={hostile}&kind={hostile}", $"/entries?year={hostile}",
            "/entries?year=2023&figure=legal-service", $"/entries?figure={hostile}", "/figures?year=2023", $"/figures?year=2023&asOf={hostile}", "/report?year=2023", "/report?year=2023&view=pdf",
            "/report?year=2023&view=editions", $"/report?edition={hostile}", "/verification", "/waiting", "/import", "/import?kind=law-outreach", $"/import?kind={hostile}", $"/log?s={hostile}",
            $"/log?s={Uri.EscapeDataString("5月3日在李庄开展普法宣传，发放资料300份" + Payloads[2])}", $"/log/{hostile}", "/log/law-outreach", $"/{hostile}",
            .. entries.SelectMany(e => (string[])[$"/entries/{e}", $"/entries/{e}/correct"]),
        ];
        var failures = new List<string>();
        foreach (var path in (string[])["/", $"/sign_in?to={hostile}", "/sign_in?to=javascript:alert(1)", .. paths.Select(p => $"/{_unit}{p}")])
            failures.AddRange(await OpenAsync(tab.Page, path));

        // Where text comes to stand by script: a refusal beside its field, a table that was looked at.
        await tab.Page.GotoAsync($"/{_unit}/import?kind=law-outreach");
        await tab.Page.GetByLabel("表格文件").SetInputFilesAsync(new FilePayload { Name = $"{Payloads[2]}.csv", MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes($"发生日期*,标题,场所,发放资料（份）,备注\r\n{Payloads[1]},{Payloads[1]},{Payloads[1]},{Payloads[1]},{Payloads[1]}\r\n") });
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "预览" }).ClickAsync();
        await Assertions.Expect(tab.Page.Locator("main")).ToContainTextAsync("onerror");
        failures.AddRange(await tab.Page.EvaluateAsync<string[]>(Look));

        foreach (var ending in (string[])["reports/2023.html", "reports/2023.html?annexes=entries"])
        {
            Assert.Contains("ranHere", await (await tab.Page.GotoAsync($"/api/units/{_unit}/{ending}"))!.TextAsync(), StringComparison.Ordinal);
            failures.AddRange(await tab.Page.EvaluateAsync<string[]>(Look));
        }

        Assert.Empty(failures);
        Assert.Empty(_naked);
        // A blocked script would have been complained about; there was none to block.
        Assert.DoesNotContain(tab.Complaints, c => c.Contains("Content Security Policy", StringComparison.OrdinalIgnoreCase));

        foreach (var file in (string[])["entries.xlsx", "entries.csv", "figures/2023.xlsx", "figures/2023.csv"])
        {
            using var answer = await ledger.Client.GetAsync(new Uri($"/api/units/{_unit}/{file}?year=2023", UriKind.Relative));
            Assert.Equal((200, "attachment", "nosniff"), ((int)answer.StatusCode, answer.Content.Headers.ContentDisposition?.DispositionType, answer.Headers.GetValues("X-Content-Type-Options").Single()));
            Assert.NotEqual("text/html", answer.Content.Headers.ContentType!.MediaType);
        }
    }

    /// <summary>HTML without a policy is a page that nothing holds.</summary>
    private async Task CheckAsync(IResponse answer)
    {
        if ((answer.Headers.GetValueOrDefault("content-type") ?? "").Contains("html", StringComparison.OrdinalIgnoreCase)
            && await answer.HeaderValueAsync("content-security-policy") is not { Length: > 0 })
            _naked.Add(answer.Url);
    }

    private static async Task<IEnumerable<string>> OpenAsync(IPage page, string path)
    {
        var answer = await page.GotoAsync(path);
        // Opened as far as it can be: what is folded away is loaded as well.
        await page.EvaluateAsync("() => document.querySelectorAll('details').forEach(d => { d.open = true; })");
        var found = (await page.EvaluateAsync<string[]>(Look)).ToList();
        foreach (var frame in page.Frames.Where(f => f != page.MainFrame))
            found.AddRange(await frame.EvaluateAsync<string[]>(Look));
        if (answer!.Status >= 500)
            found.Add($"answered {answer.Status}");
        return found.Select(f => $"{(path.Length > 80 ? path[..80] : path)}: {f}");
    }

    private async Task<string> HostileUnitAsync()
    {
        foreach (var payload in Payloads)
        {
            var code = $"hostile-{Payloads.IndexOf(payload)}";
            if ((await browser.Ledger.PostAsync("/api/units", new { code, name = payload, shortName = payload, addressees = new[] { payload }, enforcement = true })).Status == 201)
                return code;
        }

        throw new InvalidOperationException("No unit takes any of them");
    }

    /// <summary>The kind's example with the longest payload that each text has room for.</summary>
    private async Task<Guid> LogAsync(KindDefinition kind)
    {
        var activity = OpenApiExamples.Of(kind);
        foreach (var field in FieldDefinition.AllOf(typeof(Activity)).Where(f => f.Type is FieldType.Text && !activity.ContainsKey(f.Name)))
            activity[field.Name] = "文字";
        for (var length = 0; length <= Payloads.Length; length++)
        {
            var sent = activity.DeepClone().AsObject();
            foreach (var text in Texts(sent, ""))
                text.Set(_rooms.TryGetValue(text.Path, out var room) && room < Payloads.Length ? Payloads[room] : room >= Payloads.Length && _rooms.ContainsKey(text.Path) ? null : Payloads[0]);
            var answer = await browser.Ledger.PostAsync($"/api/units/{_unit}/entries/{kind.Code}", sent.ToJsonString());
            if (answer.Status == 201)
            {
                _rooms.Clear();
                Assert.Contains("onload", sent.ToJsonString(), StringComparison.Ordinal);
                return answer["id"].GetGuid();
            }

            answer.Refuses(400, "invalid");
            foreach (var (path, _) in answer.Errors)
                _rooms[path] = _rooms.GetValueOrDefault(path) + 1;
        }

        throw new InvalidOperationException($"{kind.Code} takes none of them");
    }

    private readonly Dictionary<string, int> _rooms = [];

    /// <summary>Every text of an activity, and how another is put in its place; null leaves it as it is.</summary>
    private static IEnumerable<(string Path, Action<string?> Set)> Texts(JsonNode at, string path)
    {
        if (at is JsonObject members)
        {
            foreach (var (name, value) in members.ToList())
            {
                var here = path.Length == 0 ? name : $"{path}.{name}";
                if (value is JsonValue leaf && leaf.GetValueKind() == System.Text.Json.JsonValueKind.String)
                    yield return (here, text => { if (text is not null) members[name] = text; });
                else if (value is not null)
                {
                    foreach (var inner in Texts(value, here))
                        yield return inner;
                }
            }
        }
        else if (at is JsonArray items)
        {
            for (var i = 0; i < items.Count; i++)
            {
                var index = i;
                if (items[i] is JsonValue leaf && leaf.GetValueKind() == System.Text.Json.JsonValueKind.String)
                    yield return ($"{path}[{i}]", text => { if (text is not null) items[index] = text; });
                else if (items[i] is { } item)
                {
                    foreach (var inner in Texts(item, $"{path}[{i}]"))
                        yield return inner;
                }
            }
        }
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
