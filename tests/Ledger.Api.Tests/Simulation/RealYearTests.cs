using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Nodes;
using Ledger.Api.Access;
using Ledger.Api.Tests.Durability;
using Ledger.Domain;
using Ledger.Domain.Entries;
using Ledger.Domain.Figures;
using Ledger.Domain.Kinds;
using Ledger.Domain.Rules;
using Ledger.Domain.Years;
using Marten;
using Role = Ledger.Api.Access.Role;

namespace Ledger.Api.Tests.Simulation;

/// <summary>
/// The same year against the real thing: what stood in the end in the simulated store is sent to the service over HTTP, at
/// the same moments, some of it twice, with restarts and a server that is killed. Both come to the same books.
/// </summary>
[Collection(Alone.Name)]
public sealed class RealYearTests(OwnLedger ledger) : IClassFixture<OwnLedger>
{
    private const int Units = 3;
    private readonly Dictionary<Guid, Guid> _ids = [];
    private readonly Dictionary<string, string> _editions = [];
    private string _other = "";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task the_service_comes_to_the_books_of_the_simulation_through_restarts_and_a_killed_server()
    {
        var simulation = new Simulation(seed: 7, Units);
        await simulation.RunAsync();
        // The simulated projection works behind the log, and the year ended before it did.
        simulation.Books.Project(simulation.Store.Events.Count, crash: false);
        var written = simulation.Store.Written;
        ledger.Clock.Now = written[0].At;
        _other = await Everybody.TokenAsync(ledger.Store, new Grant(Role.CountyReader));
        await RegisterAsync(simulation);
        for (var i = 0; i < written.Count; i++)
        {
            ledger.Clock.Now = written[i].At;
            if (i == written.Count / 3)
                await ledger.RestartAsync();
            if (i == 2 * written.Count / 3)
                PostgresProcesses.Kill(ledger.Root);
            await SendAsync(written[i].Commit, twice: i % 10 == 0);
        }

        await AgreeAsync(simulation);
        foreach (var (address, before) in _editions)
            Assert.Equal(before, (await ledger.GetAsync(address)).Is(200).Text);
    }

    private async Task RegisterAsync(Simulation simulation)
    {
        (await ledger.PostAsync("/api/counties", new { code = "s-county", name = "模拟县" })).Is(201);
        foreach (var unit in simulation.Units)
            (await ledger.PostAsync("/api/units", new { code = unit.Id, name = unit.Name, enforcement = unit.Enforcement, county = unit.County, kind = unit.County is null ? null : "department" })).Is(201);
    }

    private async Task SendAsync(Commit commit, bool twice)
    {
        var entry = $"/api/units/{commit.Unit}/entries/{_ids.GetValueOrDefault(commit.Stream)}";
        var year = $"/api/units/{commit.Unit}/years";
        switch (commit.Events[0])
        {
            case Activity logged:
                _ids[commit.Stream] = (await KeyedAsync($"/api/units/{commit.Unit}/entries/{Catalogue.KindOf(logged).Code}", Json(logged), commit.Key, 201, twice))["id"].GetGuid();
                break;
            case EntryReversed reversed when commit.Events is [_, Activity corrected]:
                await KeyedAsync($"{entry}/correct", new { version = commit.Expected, reason = reversed.Reason, activity = Json(corrected) }, commit.Key, 200, twice);
                break;
            case EntryReversed reversed:
                await KeyedAsync($"{entry}/void", new { version = commit.Expected, reason = reversed.Reason }, commit.Key, 200, twice);
                break;
            case EntryMerged merged:
                (await PatientAsync($"{entry}/merge", new { version = commit.Expected, into = _ids[merged.Into], reason = merged.Reason })).Is(200);
                break;
            case EntryParted parted:
                (await PatientAsync($"{entry}/part", new { version = commit.Expected, reason = parted.Reason })).Is(200);
                break;
            case JointDeclined declined:
                (await PatientAsync($"/api/units/{declined.Activity.JointUnits![0].Unit}/joint/{_ids[commit.Stream]}/decline", new { reason = declined.Reason })).Is(200);
                break;
            case JointAccepted accepted:
                (await PatientAsync($"/api/units/{accepted.Activity.JointUnits![^1].Unit}/joint/{_ids[commit.Stream]}/accept", new { reason = accepted.Reason })).Is(200);
                break;
            case NilReturnConfirmed nil:
                (await PatientAsync($"{year}/{nil.Year}/nil", new { figure = nil.Figure, confirmedBy = nil.ConfirmedBy, reason = nil.Reason, withdraw = false })).Is(200);
                break;
            case NilReturnWithdrawn nil:
                (await PatientAsync($"{year}/{nil.Year}/nil", new { figure = nil.Figure, reason = nil.Reason, withdraw = true })).Is(200);
                break;
            case YearFrozen frozen:
                (await PatientAsync($"/api/units/{commit.Unit}/reports/{frozen.Year}/editions", new { })).Is(201);
                var address = $"/api/units/{commit.Unit}/reports/{frozen.Year}?edition={frozen.Edition}";
                _editions[address] = (await ledger.GetAsync(address)).Is(200).Text;
                break;
            case YearReopened reopened:
                (await PatientAsync($"{year}/{reopened.Year}/reopen", new { reason = reopened.Reason })).Is(200);
                break;
            case RuleProposed proposed:
                _ids[commit.Stream] = (await PatientAsync("/api/counting-rules", new { figure = proposed.Figure, fromYear = proposed.FromYear, participants = true, reason = proposed.Reason })).Is(201)["id"].GetGuid();
                break;
            case var decided:
                await DecideAsync(commit.Stream, decided);
                break;
        }
    }

    private async Task DecideAsync(Guid rule, object decided)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/counting-rules/{_ids[rule]}/{(decided is RuleApproved ? "approve" : "reject")}")
        {
            Headers = { Authorization = new AuthenticationHeaderValue("Bearer", _other) },
            Content = new StringContent("{\"reason\":\"模拟办理\"}", System.Text.Encoding.UTF8, "application/json"),
        };
        using var answer = await ledger.Client.SendAsync(request, Ct);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync(Ct));
    }

    private async Task<Answer> KeyedAsync(string url, object body, string key, int status, bool twice)
    {
        var answer = (await PatientAsync(url, body, key)).Is(status);
        if (twice)
            Assert.Equal(answer.Text, (await PatientAsync(url, body, key)).Is(status).Text);
        return answer;
    }

    /// <summary>Sends again what was answered with 503.</summary>
    private async Task<Answer> PatientAsync(string url, object body, string? key = null)
    {
        for (var tries = 0; ; tries++)
        {
            var answer = await ledger.PostAsync(url, body, key);
            if (answer.Status != 503 || tries == 300)
                return answer;
            await Task.Delay(100, Ct);
        }
    }

    private async Task AgreeAsync(Simulation simulation)
    {
        var counted = await Verification.RunAsync(ledger.Store, ledger.Database, null, null, null, Ct);
        Assert.True(counted.Agrees, string.Join('\n', counted.Differences.Select(d => $"{d.Unit} {d.Year} {d.Cell}: {d.Projection} {d.Sql} {d.Offline}")));
        await using var session = ledger.Store.QuerySession();
        var books = (await session.Query<YearBook>().Where(b => b.AnyTenant()).ToListAsync(Ct)).ToDictionary(b => (b.Unit!, int.Parse(b.Id, null)));
        Assert.Equal(simulation.Books.All.Select(b => b.Key).Order(), books.Keys.Order());
        Assert.Empty(simulation.Books.All.SelectMany(b => Differences(b.Key, [.. SimulatedBooks.Text(b.Value)], [.. SimulatedBooks.Text(books[b.Key])])));
    }

    private static IEnumerable<string> Differences((string Unit, int Year) of, string[] simulated, string[] real) =>
    [
        .. simulated.Except(real).Select(t => $"{of.Unit} {of.Year} simulated: {t}"),
        .. real.Except(simulated).Select(t => $"{of.Unit} {of.Year} real: {t}"),
    ];

    private static JsonNode Json(Activity activity) => JsonSerializer.SerializeToNode(activity, activity.GetType(), LedgerJson.Options)!;
}
