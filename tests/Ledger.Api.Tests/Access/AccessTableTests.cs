using System.Net.Http.Headers;
using Ledger.Api.Access;
using Ledger.Api.Pages;
using Ledger.Domain.Kinds;
using Ledger.Domain.Matters;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Role = Ledger.Api.Access.Role;

namespace Ledger.Api.Tests.Access;

/// <summary>Every route of the described API, asked by every role: open where the table says so, closed everywhere else.</summary>
public sealed class AccessTableTests(LedgerFixture ledger)
{
    /// <summary>Everything the document names, once a kind.</summary>
    private async Task<IReadOnlyList<(string Method, string Route)>> RoutesAsync()
    {
        var paths = (await ledger.GetAsync("/openapi/v1.json")).Is(200)["paths"];
        var kinds = Catalogue.Kinds.Select(k => $"/api/units/{{unit}}/entries/{k.Code}").ToHashSet();
        var matters = MatterCatalogue.Kinds.Select(m => $"/api/units/{{unit}}/matters/{m.Code}").ToHashSet();
        return [.. paths.EnumerateObject()
            .SelectMany(p => p.Value.EnumerateObject().Select(o => (
                Method: o.Name.ToUpperInvariant(),
                Route: kinds.Contains(p.Name) ? "/api/units/{unit}/entries/{kind}" : matters.Contains(p.Name) ? "/api/units/{unit}/matters/{kind}" : p.Name)))
            .Distinct()];
    }

    /// <summary>Beside the API the pages, which the document leaves out.</summary>
    private async Task<IReadOnlyList<(string Method, string Route)>> AllAsync() =>
        [.. (await RoutesAsync()).Union(AccessTable.Routes.Keys.Select(k => (k.Split(' ', 2)[0], k.Split(' ', 2)[1])))];

    [Fact]
    public async Task the_table_names_the_routes_of_the_description_and_no_others()
    {
        var described = (await RoutesAsync()).Select(r => $"{r.Method} {r.Route}").Append("GET /openapi/v1.json");
        Assert.Equal(AccessTable.Routes.Keys.Where(k => k.Contains(" /api/") || k.Contains(" /health/") || k.Contains(" /openapi/")).Order(StringComparer.Ordinal), described.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void no_endpoint_stands_outside_the_table()
    {
        var endpoints = ledger.Host.Services.GetServices<EndpointDataSource>().SelectMany(s => s.Endpoints).OfType<RouteEndpoint>();
        var open = endpoints.SelectMany(e => e.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods.Select(m => $"{m} {e.RoutePattern.RawText}")).ToList();
        Assert.NotEmpty(open);
        Assert.Empty(open.Except(AccessTable.Routes.Keys));
    }

    [Fact]
    public async Task each_role_reaches_what_the_table_opens_to_it_and_nothing_else()
    {
        var unit = await ledger.NewUnitAsync();
        foreach (var role in Enum.GetValues<Role>())
        {
            var ofUnit = role is Role.Recorder or Role.Reviewer or Role.Head or Role.Viewer;
            var bearer = await Everybody.TokenAsync(ledger.Store, new Grant(role, ofUnit ? unit : null));
            foreach (var (method, route) in await AllAsync())
            {
                var access = AccessTable.Routes[$"{method} {route}"];
                var answer = await SendAsync(method, route, unit, bearer);
                var why = $"{Codes.Of(role)}: {method} {route} → {answer.Status} {answer.Text}";
                if (access.Door is AccessTable.Door.Public or AccessTable.Door.Known || access.Roles.Contains(role))
                    Assert.False(Refused(answer), why);
                else if (access.Door == AccessTable.Door.Own)
                    answer.Refuses(401, "sign-in");
                else
                    Assert.True(answer.Status == (ofUnit && route.Contains("{county", StringComparison.Ordinal) ? 404 : 403), why);
            }
        }
    }

    [Theory]
    [InlineData("?annexes=entries")]
    [InlineData("?annexes=figures&annexes=entries")]
    [InlineData("?ANNEXES=entries&profile=formal")]
    public async Task the_county_reads_reports_without_the_single_entries(string query)
    {
        var unit = await ledger.NewUnitAsync();
        var county = await Everybody.TokenAsync(ledger.Store, new Grant(Role.CountyReader));
        var viewer = await Everybody.TokenAsync(ledger.Store, new Grant(Role.Viewer, unit));
        foreach (var ending in (string[])[".html", ".docx", ".pdf"])
        {
            var url = $"/api/units/{unit}/reports/2023{ending}";
            var refused = await SendAsync("GET", url + query, unit, county);
            refused.Refuses(403, "role");
            Assert.Equal("您的角色看指标和报告，不看逐条登记，不能附登记索引", refused["title"].GetString());
            (await SendAsync("GET", url, unit, county)).Is(200);
            // Two values at once are nothing to print for anybody, but no matter of the role.
            (await SendAsync("GET", url + query, unit, viewer)).Is(query.Contains("figures", StringComparison.Ordinal) ? 400 : 200);
        }
    }

    [Fact]
    public async Task a_unit_of_others_is_unknown_on_every_route()
    {
        var (own, other) = (await ledger.NewUnitAsync(), await ledger.NewUnitAsync());
        foreach (var role in new[] { Role.Recorder, Role.Reviewer, Role.Head, Role.Viewer })
        {
            var bearer = await Everybody.TokenAsync(ledger.Store, new Grant(role, own));
            foreach (var (method, route) in (await AllAsync()).Where(r => r.Route.Contains("{unit", StringComparison.Ordinal)))
                (await SendAsync(method, route, other, bearer)).Refuses(404, "unknown-unit");
            (await SendAsync("GET", $"/api/kinds?unit={other}", other, bearer)).Refuses(404, "unknown-unit");
            var units = (await SendAsync("GET", "/api/units", own, bearer)).Is(200).Json;
            Assert.Equal(own, Assert.Single(units.EnumerateArray()).Text("code"));
        }

        Assert.Empty((await ledger.EntriesAsync(other)).Ids());
    }

    [Fact]
    public async Task without_a_credential_or_with_a_wrong_one_everything_but_the_public_is_closed()
    {
        var unit = await ledger.NewUnitAsync();
        var real = await Everybody.TokenAsync(ledger.Store, new Grant(Role.Viewer, unit));
        string?[] wrong = [null, "Bearer", "Bearer nothing", "Basic YTpi", $"Bearer {real[..^1]}{(real[^1] == 'x' ? 'y' : 'x')}"];
        foreach (var (method, route) in await AllAsync())
        {
            foreach (var sent in AccessTable.Routes[$"{method} {route}"].Door == AccessTable.Door.Public ? [] : wrong)
                (await SendAsync(method, route, unit, sent, whole: true)).Refuses(401, "sign-in");
        }
    }

    [Theory]
    [InlineData("GET", "/api/nothing")]
    [InlineData("GET", "/")]
    [InlineData("DELETE", "/api/units")]
    [InlineData("POST", "/health/live")]
    [InlineData("GET", "/api/units/x/../../api/accounts")]
    public async Task what_is_not_there_is_closed_to_strangers_too(string method, string url)
    {
        (await SendAsync(method, url, "", null, whole: true)).Refuses(401, "sign-in");
    }

    [Fact]
    public async Task the_description_says_how_to_sign_in_and_who_may()
    {
        var document = (await ledger.GetAsync("/openapi/v1.json")).Json;
        Assert.Equal("bearer", document.GetProperty("components").GetProperty("securitySchemes").GetProperty("token").Text("scheme"));
        var log = document.GetProperty("paths").GetProperty("/api/units/{unit}/entries/law-study").GetProperty("post");
        Assert.Equal(2, log.GetProperty("security").GetArrayLength());
        Assert.Contains("recorder", log.Text("description")!, StringComparison.Ordinal);
        Assert.True(log.GetProperty("responses").TryGetProperty("401", out _) && log.GetProperty("responses").TryGetProperty("403", out _));
    }

    private static bool Refused(Answer answer) =>
        answer.Status is 401 or 403 || (answer.Status == 404 && answer.Text.Contains("unknown-unit", StringComparison.Ordinal));

    /// <summary>A request of this form; whether it would be right otherwise does not matter here.</summary>
    private async Task<Answer> SendAsync(string method, string route, string unit, string? credential, bool whole = false)
    {
        var url = route.Replace(PageRoutes.Unit, "/{unit}", StringComparison.Ordinal).Replace(PageRoutes.County, "/in_county/no-county", StringComparison.Ordinal).Replace("{id:guid}", "{id}", StringComparison.Ordinal).Replace("{unit}", unit, StringComparison.Ordinal).Replace("{id}", Guid.Empty.ToString(), StringComparison.Ordinal)
            .Replace("{year}", "2023", StringComparison.Ordinal).Replace("{month}", "6", StringComparison.Ordinal).Replace("{code}", "legal-service", StringComparison.Ordinal).Replace("{kind}", "legal-service", StringComparison.Ordinal)
            .Replace("{sha256}", "00", StringComparison.Ordinal).Replace("{key}", "preamble", StringComparison.Ordinal).Replace("{number}", "1", StringComparison.Ordinal).Replace("{taken:int}", "1", StringComparison.Ordinal).Replace("{number:int}", "1", StringComparison.Ordinal)
            .Replace("{step}", "signed", StringComparison.Ordinal).Replace("{slot}", "draft", StringComparison.Ordinal).Replace("{user}", "nobody", StringComparison.Ordinal);
        using var request = new HttpRequestMessage(new HttpMethod(method), url);
        if (method != "GET")
            request.Content = new StringContent("{}", System.Text.Encoding.UTF8, "application/json");
        using var client = ledger.Host.Server.CreateClient();
        if (credential is not null && whole)
            request.Headers.TryAddWithoutValidation("Authorization", credential);
        else if (credential is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", credential);
        return await Answer.OfAsync(await client.SendAsync(request));
    }
}
