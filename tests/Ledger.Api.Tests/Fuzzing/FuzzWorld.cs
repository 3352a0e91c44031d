using System.Globalization;
using Ledger.Api.Access;
using Codes = Ledger.Domain.Kinds.Codes;

namespace Ledger.Api.Tests.Fuzzing;

/// <summary>
/// Where a story plays: three units of its own, the first two of one county, each with a word that stands in everything
/// written in it and nowhere else, and a token for every role.
/// </summary>
internal sealed class FuzzWorld(OwnLedger ledger)
{
    private static readonly Role[] OfUnits = [Role.Recorder, Role.Reviewer, Role.Head, Role.Viewer];
    private static readonly HttpClient Client = new(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false, UseProxy = false, RequestHeaderEncodingSelector = (_, _) => System.Text.Encoding.UTF8 });
    private static int _stories;
    private readonly Dictionary<string, string> _names = [];
    private readonly Dictionary<string, string> _bearers = [];
    private readonly Dictionary<int, Got> _answers = [];
    private (long Event, long Kept) _before;

    /// <summary>Whether the first two units did something together, so that each may show the other's words.</summary>
    private bool _shared;

    public const int Units = 3;
    public static IEnumerable<string> Senders => [.. Enumerable.Range(0, Units).SelectMany(u => OfUnits.Select(r => $"{Codes.Of(r)}{u}")), "county-reader", "system-admin", "security-admin", "audit-admin", "nobody", "stranger"];

    /// <summary>The unit that a sender is of; null for those of none.</summary>
    public static int? UnitOf(string sender) => char.IsDigit(sender[^1]) ? sender[^1] - '0' : null;

    public static string RoleOf(string sender) => sender.TrimEnd('0', '1', '2');

    public static async Task<FuzzWorld> OpenAsync(OwnLedger ledger)
    {
        var world = new FuzzWorld(ledger);
        var story = Interlocked.Increment(ref _stories);
        world._names["n"] = story.ToString(CultureInfo.InvariantCulture);
        world._names["c"] = $"fuzz-county{story}";
        world._names["at"] = ledger.Client.BaseAddress!.GetLeftPart(UriPartial.Authority);
        (await ledger.PostAsync("/api/counties", new { code = world._names["c"], name = $"测试县{story}" })).Is(201);
        for (var u = 0; u < Units; u++)
        {
            world._names[$"u{u}"] = $"fuzz{story}-{u}";
            world._names[$"m{u}"] = $"zq{story:x5}{(char)('p' + u)}kx";
            (await ledger.PostAsync("/api/units", new { code = world._names[$"u{u}"], name = $"测试单位{story}之{u}", county = u < 2 ? world._names["c"] : null, kind = u < 2 ? "department" : null, enforcement = u != 1 })).Is(201);
        }

        await world.IssueAsync();
        world._before = await world.CountAsync();
        return world;
    }

    private async Task IssueAsync()
    {
        await using var session = ledger.Store.LightweightSession();
        foreach (var sender in Senders.Where(s => s is not ("nobody" or "stranger")))
        {
            var role = Enum.GetValues<Role>().Single(r => Codes.Of(r) == RoleOf(sender));
            var (token, bearer) = ApiToken.Create("模糊测试", [new Grant(role, UnitOf(sender) is { } u ? _names[$"u{u}"] : role == Role.CountyReader ? _names["c"] : null)], "tests", TimeProvider.System.GetUtcNow(), null);
            session.Insert(token);
            _bearers[sender] = bearer;
        }

        await session.SaveChangesAsync();
        _bearers["stranger"] = "ledger_0123456789ab_" + new string('x', 43);
    }

    /// <summary>What a name in a step stands for; an id that nothing has where the step it is of was not answered so.</summary>
    public string Name(string name)
    {
        if (_names.TryGetValue(name, out var known))
            return known;
        var path = name.Split('.');
        return int.TryParse(path[0], NumberStyles.None, CultureInfo.InvariantCulture, out var step)
            ? FuzzStep.Member(_answers.GetValueOrDefault(step)?.Json, path.Skip(1)) ?? "0199a000-0000-7000-8000-000000000000"
            : name;
    }

    public bool Succeeded(int step) => _answers.GetValueOrDefault(step) is { Refused: false };

    /// <summary>Words that nothing shown to this sender may contain.</summary>
    public IEnumerable<(string Unit, string Marker)> Foreign(string sender) => Enumerable.Range(0, Units)
        .Where(u => UnitOf(sender) is { } own ? u != own && !(_shared && u + own == 1) : sender != "county-reader" || u == 2)
        .Select(u => (_names[$"u{u}"], _names[$"m{u}"]));

    /// <summary>A unit of the story in which a request of another unit's left an event; null if none.</summary>
    public string? Elsewhere(FuzzStep step, Got got)
    {
        if (_shared || got.Refused || got.Units.Count == 0 || !step.Operation.OfUnit)
            return null;
        return got.Units.FirstOrDefault(w => Enumerable.Range(0, Units).Any(u => _names[$"u{u}"] == w && UnitOf(step.Sender) != u && UnitOf(step.Sender) is not null));
    }

    public async Task<Got> SendAsync(FuzzStep step)
    {
        using var request = step.Request(Name, _bearers.GetValueOrDefault(step.Sender));
        using var response = await Client.SendAsync(request, TestContext.Current.CancellationToken);
        var bytes = await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        var after = await CountAsync();
        var units = after.Event == _before.Event ? [] : await WroteAsync(_before.Event);
        var got = new Got(
            (int)response.StatusCode, response.Content.Headers.ContentType?.MediaType, response.Headers.Location?.OriginalString, bytes, units, after.Event - _before.Event, after.Kept - _before.Kept);
        _before = after;
        _answers[step.Number] = got;
        _shared |= step.Body is not null && System.Text.Encoding.Latin1.GetString(step.Body).Contains("jointUnits", StringComparison.Ordinal);
        return got;
    }

    private async Task<(long Event, long Kept)> CountAsync() => (
        await ledger.ScalarAsync<long>("select coalesce(max(seq_id), 0) from ledger.mt_events"),
        await ledger.ScalarAsync<long>("select (select count(*) from ledger.mt_doc_apitoken) + (select count(*) from ledger.mt_doc_account) + (select count(*) from ledger.mt_doc_unit) + (select count(*) from ledger.mt_doc_county) + (select count(*) from ledger.mt_doc_webhook)"));

    private async Task<IReadOnlyList<string>> WroteAsync(long after) =>
        await ledger.ScalarAsync<string[]>("select array_agg(distinct tenant_id) from ledger.mt_events where seq_id > $1", after) ?? [];
}
