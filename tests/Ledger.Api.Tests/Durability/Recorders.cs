using System.Collections.Concurrent;
using System.Net.Http.Json;
using System.Text.Json;

namespace Ledger.Api.Tests.Durability;

/// <summary>
/// People at work while things break: they log, correct and void, each request under its own key until it is acknowledged,
/// and note what was. Anything but an acknowledgement, a 503 that says so, or a broken connection is noted as odd.
/// </summary>
internal sealed class Recorders(HttpClient client, string unit, int seed)
{
    private readonly ConcurrentDictionary<string, (Guid Id, HttpRequestText Sent)> _keys = new();
    private int _refused;

    /// <summary>Each entry and how many events of it were acknowledged.</summary>
    public ConcurrentDictionary<Guid, int> Entries { get; } = new();

    /// <summary>Answers that nobody should get, and when.</summary>
    public ConcurrentQueue<string> Odd { get; } = new();

    public int Acknowledged => _keys.Count;

    /// <summary>How often somebody was told, in order, that the store is away.</summary>
    public int Refused => _refused;

    /// <summary>One person: a thing after the other until stopped, the last one to its end.</summary>
    public async Task WorkAsync(string name, CancellationToken stop)
    {
#pragma warning disable CA5394 // the seed is printed, so that a failure can be looked at again
        var random = new Random(HashCode.Combine(seed, string.GetHashCode(name, StringComparison.Ordinal)));
        var mine = new List<Guid>();
        for (var n = 0; !stop.IsCancellationRequested; n++)
        {
            var key = random.Next(2) == 0 ? $"{name}-{n}" : Guid.CreateVersion7().ToString();
            var entry = mine.Count > 0 && random.Next(10) < 3 ? mine[random.Next(mine.Count)] : (Guid?)null;
            var day = $"{random.Next(2022, 2024)}-{random.Next(1, 13):00}-{random.Next(1, 29):00}";
            if (entry is null)
                mine.Add(await LogAsync(key, day));
            else if (random.Next(3) > 0)
                await ChangeAsync(key, entry.Value, "correct", new { version = Entries[entry.Value], reason = "登记有误", activity = LedgerVerbs.Service(day) }, 2);
            else
                await VoidAsync(key, mine, entry.Value);
        }
#pragma warning restore CA5394
    }

    /// <summary>Something new, acknowledged: the proof that the ledger is back.</summary>
    public Task<Guid> LogOneAsync() => LogAsync(Guid.CreateVersion7().ToString(), "2023-07-01");

    /// <summary>Sends again what was acknowledged long ago, as a phone does that never heard the answer.</summary>
    public async Task RepeatAsync(int count)
    {
        foreach (var (key, (id, sent)) in _keys.Take(count).ToList())
            Assert.Equal(id, await SendAsync(key, sent));
    }

    private async Task<Guid> LogAsync(string key, string day)
    {
        var id = await SendAsync(key, new($"/api/units/{unit}/entries/legal-service", LedgerVerbs.Service(day)));
        Assert.True(Entries.TryAdd(id, 1), $"{id} was given to two entries");
        return id;
    }

    private async Task ChangeAsync(string key, Guid entry, string verb, object body, int events)
    {
        Assert.Equal(entry, await SendAsync(key, new($"/api/units/{unit}/entries/{entry}/{verb}", body)));
        Entries[entry] += events;
    }

    private async Task VoidAsync(string key, List<Guid> mine, Guid entry)
    {
        await ChangeAsync(key, entry, "void", new { version = Entries[entry], reason = "重复登记" }, 1);
        mine.Remove(entry);
    }

    private async Task<Guid> SendAsync(string key, HttpRequestText sent)
    {
        while (true)
        {
            if (await TrySendAsync(key, sent) is { } id)
            {
                _keys[key] = (id, sent);
                return id;
            }

            await Task.Delay(50, CancellationToken.None);
        }
    }

    private async Task<Guid?> TrySendAsync(string key, HttpRequestText sent)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, sent.Path) { Headers = { { "Idempotency-Key", key } }, Content = JsonContent.Create(sent.Body) };
        try
        {
            using var response = await client.SendAsync(request);
            var text = await response.Content.ReadAsStringAsync();
            if (response.IsSuccessStatusCode)
                return JsonElement.Parse(text).GetProperty("id").GetGuid();
            if ((int)response.StatusCode == 503 && text.Contains("urn:ledger:problem:", StringComparison.Ordinal))
                Interlocked.Increment(ref _refused);
            else
                Note($"{sent.Path}: {(int)response.StatusCode} {text}");
            return null;
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException or JsonException or IOException)
        {
            return null;
        }
    }

    /// <summary>The first few are enough; who is refused for good would go on for ever.</summary>
    private void Note(string what)
    {
        Odd.Enqueue(what);
        Assert.True(Odd.Count < 20, "odd answers: " + string.Join('\n', Odd));
    }

    /// <summary>What was sent, so that it can be sent again letter by letter.</summary>
    private sealed record HttpRequestText(string Path, object Body);
}
