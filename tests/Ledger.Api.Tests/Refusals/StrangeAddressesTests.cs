using System.Net.Http.Headers;
using System.Text;
using Ledger.Api.Access;
using Ledger.Api.Pages;

namespace Ledger.Api.Tests.Refusals;

/// <summary>Whatever stands in an address, a query or a body: it is refused or not found, leads to no other file, and breaks nothing.</summary>
public sealed class StrangeAddressesTests(OwnLedger ledger) : IClassFixture<OwnLedger>
{
    private static readonly string[] Strange =
    [
        "..", "../../../../etc/passwd", "..%2f..%2f..%2f..%2fetc%2fpasswd", "%2e%2e%2f%2e%2e%2fetc%2fpasswd", "..%5c..%5cwindows%5cwin.ini", "%252e%252e%252fetc%252fpasswd",
        "....//....//etc/passwd", "%c0%ae%c0%ae%c0%afetc", "/etc/passwd", "%2fetc%2fpasswd", "~", "%00", "a%00b", "passwd%00.pdf", "%ed%a0%80", "%ff%fe", "%0d%0aSet-Cookie:%20a=b",
        "CON", "NUL.txt", "aux.xlsx", "'%20or%201=1--", "%22%3e%3cscript%3e", "$%7bjndi%7d", "-1", "99999999999999999999", "0x10", "NaN", "%E2%80%AE", "%20", "*", "a%3bb",
    ];

    private static readonly string[] StrangeInQueries =
        ["../../../../etc/passwd", "%00", "a%00b", "%ed%a0%80", "%0d%0aa:%20b", "99999999999999999999", "-1", "%22%3e%3cscript%3e", "%E2%80%AE"];

    private static readonly string[] Queries =
        ["unit", "year", "edition", "profile", "annexes", "asOf", "view", "kind", "figure", "q", "from", "to", "status", "open", "late", "page", "size", "s", "lang", "who", "what", "of", "since", "until", "before"];

    private static readonly (string Part, string Usual)[] Parts =
    [
        ("{unit}", ""), ("{id}", "0196c0de-0000-7000-8000-000000000000"), ("{sha256}", new string('a', 64)), ("{year}", "2023"), ("{code}", "legal-service"), ("{kind}", "legal-service"),
        ("{key}", "preamble"), ("{user}", "nobody"), ("{step}", "signed"), ("{slot}", "draft"), ("{taken:int}", "1"),
    ];

    [Fact]
    public async Task nothing_strange_in_an_address_breaks_a_route_or_leaves_the_ledger()
    {
        var unit = await ledger.NewUnitAsync();
        var broken = new List<string>();
        foreach (var (method, route) in Routes())
        {
            foreach (var (part, _) in Parts.Where(p => route.Contains(p.Part, StringComparison.Ordinal)))
            {
                foreach (var strange in Strange)
                    await TryAsync(broken, method, Filled(route, unit, part, strange), Body(method, "{}"));
            }
        }

        Assert.Empty(broken);
    }

    [Fact]
    public async Task nothing_strange_in_a_query_breaks_a_route_or_leaves_the_ledger()
    {
        var unit = await ledger.NewUnitAsync();
        var broken = new List<string>();
        foreach (var (_, route) in Routes().Where(r => r.Method == "GET" && !r.Route.EndsWith(".pdf", StringComparison.Ordinal) && !r.Route.EndsWith(".docx", StringComparison.Ordinal)))
        {
            foreach (var (turn, strange) in StrangeInQueries.Index())
            {
                // One at a time, as the first that is refused hides the others; of the pairs each route has every third,
                // neighbours different ones: all of them together are the fuzzer's.
                foreach (var (_, query) in Queries.Index().Where(q => (q.Index + turn + route.Length) % 3 == 0))
                    await TryAsync(broken, "GET", $"{Filled(route, unit, "", "")}?{query}={strange}", null);
            }
        }

        Assert.Empty(broken);
    }

    [Fact]
    public async Task nothing_strange_in_a_body_breaks_a_route()
    {
        var unit = await ledger.NewUnitAsync();
        var broken = new List<string>();
        string[] values = ["\"\\u0000\"", "\"a\\u0000b\"", "\"\\ud800\"", "\"../../etc/passwd\"", "null", "[]", "{}", "[null]", "1e400", "-1", "true", $"\"{new string('长', 20_000)}\""];
        string[] names = ["user", "password", "code", "name", "shortName", "addressees", "current", "new", "role", "unit", "days", "reason", "version", "figure", "confirmedBy", "text", "activity", "occurredOn", "title", "service", "adviser", "withdraw"];
        foreach (var (method, route) in Routes().Where(r => r.Method != "GET"))
        {
            var url = Filled(route, unit, "", "");
            foreach (var (turn, value) in values.Index())
            {
                await TryAsync(broken, method, url, Body(method, value));
                await TryAsync(broken, method, url, Body(method, $"{{{string.Join(',', names.Select(n => $"\"{n}\":{value}"))}}}"));
                // What is checked first hides the rest; freezing reads no field and takes its time.
                foreach (var (_, name) in (route.EndsWith("/editions", StringComparison.Ordinal) ? [] : names).Index().Where(n => (n.Index + turn + route.Length) % 3 == 0))
                    await TryAsync(broken, method, url, Body(method, $"{{{string.Join(',', Usual(names.Except([name])).Append($"\"{name}\":{value}"))}}}"));
            }

            foreach (var text in (string[])["", "{", "[[[[", new string('[', 5000), "\0", "{\"user\":\"a\",\"user\":\"b\"}"])
                await TryAsync(broken, method, url, Body(method, text));
        }

        Assert.Empty(broken);
    }

    [Theory]
    [InlineData("../../etc/passwd", "passwd.txt")]
    [InlineData("..%2f..%2fetc%2fpasswd", "%2f..%2fetc%2fpasswd.txt")]
    [InlineData("..\\..\\windows\\win.ini", "win.ini.txt")]
    [InlineData("a\0b.txt", "ab.txt")]
    [InlineData("CON", "_CON.txt")]
    [InlineData("con.txt", "_con.txt")]
    [InlineData("LPT1.2023.txt", "_LPT1.2023.txt")]
    [InlineData("CONIN$.txt", "_CONIN$.txt")]
    [InlineData("COM¹.txt", "_COM¹.txt")]
    [InlineData("console.txt", "console.txt")]
    [InlineData("x.txt\r\nSet-Cookie: a=b", "x.txtSet-Cookie a=b.txt")]
    [InlineData("签到\u202Etxt.exe", "签到txt.exe.txt")]
    public async Task a_file_is_kept_under_a_harmless_name_wherever_it_says_it_comes_from(string sent, string kept)
    {
        var unit = await ledger.NewUnitAsync();
        var id = await ledger.LogServiceAsync(unit);
        var boundary = "b0undary";
        // As the standard lets any byte through; clients of good faith would refuse to send most of these.
        var body = Encoding.UTF8.GetBytes($"--{boundary}\r\nContent-Disposition: form-data; name=\"file\"; filename*=UTF-8''{Uri.EscapeDataString(sent)}\r\n\r\n签到表 {sent.Length}\r\n--{boundary}--\r\n");
        using var content = new ByteArrayContent(body);
        content.Headers.ContentType = MediaTypeHeaderValue.Parse($"multipart/form-data; boundary={boundary}");
        var answer = (await ledger.PostAsync($"/api/units/{unit}/entries/{id}/evidence", content)).Is(201);
        Assert.Equal(kept, answer["fileName"].GetString());
        var got = (await ledger.GetAsync(answer.Location!)).Is(200).Response;
        Assert.Equal("attachment", got.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Equal(kept, got.Content.Headers.ContentDisposition.FileNameStar);
        Assert.False(got.Headers.Contains("Set-Cookie"));
    }

    private static IEnumerable<(string Method, string Route)> Routes() => AccessTable.Routes.Keys
        .Select(k => (k.Split(' ')[0], k[(k.IndexOf(' ', StringComparison.Ordinal) + 1)..].Replace(PageRoutes.Unit, "/{unit}", StringComparison.Ordinal).Replace("{id:guid}", "{id}", StringComparison.Ordinal)));

    private static string Filled(string route, string unit, string part, string strange)
    {
        if (part.Length > 0)
            route = route.Replace(part, strange, StringComparison.Ordinal);
        foreach (var (other, usual) in Parts)
            route = route.Replace(other, other == "{unit}" ? unit : usual, StringComparison.Ordinal);
        return route;
    }

    private static IEnumerable<string> Usual(IEnumerable<string> names) => names.Select(n => n switch
    {
        "user" => "\"somebody\"",
        "password" or "current" => "\"wrong\"",
        "new" => "\"another long sentence\"",
        "code" => "\"strange-unit\"",
        "name" or "shortName" => "\"名称\"",
        "addressees" => "[\"县政府\"]",
        "role" => "\"viewer\"",
        "unit" => "\"u1\"",
        "days" => "7",
        "version" => "1",
        "figure" => "\"litigations\"",
        "withdraw" => "false",
        "activity" => "{}",
        "occurredOn" => "\"2023-03-01\"",
        "service" => "\"consultation\"",
        _ => "\"说明\"",
    } is var value ? $"\"{n}\":{value}" : "");

    private static StringContent? Body(string method, string text) => method == "GET" ? null : new StringContent(text, Encoding.UTF8, "application/json");

    private async Task TryAsync(List<string> broken, string method, string url, HttpContent? body)
    {
        // As it stands: .NET would tidy dots and slashes away before they are sent.
        var raw = new Uri(ledger.Client.BaseAddress!.GetLeftPart(UriPartial.Authority) + url, new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true });
        using var request = new HttpRequestMessage(new HttpMethod(method), raw) { Content = body };
        using var answer = await ledger.Client.SendAsync(request, TestContext.Current.CancellationToken);
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        if ((int)answer.StatusCode >= 500 || text.Contains("root:", StringComparison.Ordinal) || answer.Headers.Contains("a")
            || (answer.Headers.Location is { } to && !IsOurs(to.OriginalString)))
            broken.Add($"{method} {(url.Length > 200 ? url[..200] : url)} {(body is null ? "" : Short(await body.ReadAsStringAsync()))} → {(int)answer.StatusCode} {Short(text)}");
    }

    [Fact]
    public async Task a_text_that_cannot_be_stored_spoils_nobody_elses_connection()
    {
        var unit = await ledger.NewUnitAsync();
        for (var i = 0; i < 10; i++)
        {
            Assert.InRange((await ledger.PostAsync("/api/session", "{\"user\":\"a\\u0000b\",\"password\":\"wrong password\"}")).Status, 400, 429);
            (await ledger.GetAsync($"/api/units/{unit}/entries?q=a%00b")).RefusesField("q");
            (await ledger.GetAsync("/api/kinds?unit=%00")).RefusesField("unit");
            await ledger.LogServiceAsync(unit);
        }
    }

    private static bool IsOurs(string location) => location is ['/', ..] && location is not ['/', '/' or '\\', ..];

    private static string Short(string text) => text.Length > 160 ? text[..160] : text;
}
