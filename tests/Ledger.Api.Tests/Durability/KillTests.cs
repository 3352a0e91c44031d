using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace Ledger.Api.Tests.Durability;

/// <summary>
/// Kills the service, PostgreSQL, or both in the middle of logging. The client notes what was acknowledged, retries the
/// rest under the same keys, and then everything must be there, once.
/// </summary>
public sealed class KillTests : IAsyncLifetime
{
    private const int Clients = 4;
    private readonly string _folder = Path.Combine(Path.GetTempPath(), "lk" + Guid.CreateVersion7().ToString("N")[20..]);
    private readonly ConcurrentDictionary<string, Guid> _acknowledged = new();
    private ServiceProcess _service = null!;

    public async ValueTask InitializeAsync()
    {
        _service = new ServiceProcess(_folder);
        await _service.StartAsync();
        using var made = await _service.Client.PostAsJsonAsync("/api/units", new { code = "kill", name = "测试单位" });
        Assert.Equal(HttpStatusCode.Created, made.StatusCode);
    }

    [Fact]
    public async Task nothing_acknowledged_is_lost_or_doubled_when_the_service_the_database_or_both_are_killed()
    {
        var random = new Random(20231204);
        for (var round = 0; round < 6; round++)
        {
            using var stop = new CancellationTokenSource();
            var clients = Enumerable.Range(0, Clients).Select(c => LogAsync($"{round}-{c}", stop.Token)).ToList();
            await Task.Delay(random.Next(200, 1200), TestContext.Current.CancellationToken);
            if (round % 3 is 1 or 2)
                _service.KillPostgres();
            if (round % 3 is 0 or 2)
            {
                _service.Kill();
                await _service.EndedAsync();
                await _service.StartAsync();
            }

            await _service.ReadyAsync();
            await Task.Delay(300, TestContext.Current.CancellationToken);
            await stop.CancelAsync();
            await Task.WhenAll(clients);
        }

        var stored = await StoredAsync();
        Assert.NotEmpty(_acknowledged);
        Assert.Empty(_acknowledged.Values.Except(stored));
        Assert.Equal(_acknowledged.Count, stored.Count);
        var figure = await _service.Client.GetFromJsonAsync<JsonElement>("/api/units/kill/figures/2023/legal-service");
        Assert.Equal(stored.Count, figure.GetProperty("figure").GetProperty("value").GetInt32());
    }

    /// <summary>One client: an entry after the other, each under its own key until it is acknowledged.</summary>
    private async Task LogAsync(string client, CancellationToken stop)
    {
        for (var n = 0; !stop.IsCancellationRequested; n++)
        {
            var key = $"{client}-{n}";
            while (!_acknowledged.ContainsKey(key))
            {
                if (await TryLogAsync(key) is { } id)
                    _acknowledged[key] = id;
                else
                    await Task.Delay(50, CancellationToken.None);
            }
        }
    }

    private async Task<Guid?> TryLogAsync(string key)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/units/kill/entries/legal-service")
        {
            Headers = { { "Idempotency-Key", key } },
            Content = JsonContent.Create(new { occurredOn = "2023-06-01", service = "consultation", adviser = "法律顾问A律师" }),
        };
        try
        {
            using var answer = await _service.Client.SendAsync(request);
            return answer.StatusCode == HttpStatusCode.Created
                ? (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetGuid()
                : null;
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException or JsonException or IOException)
        {
            return null;
        }
    }

    private async Task<HashSet<Guid>> StoredAsync()
    {
        var ids = new HashSet<Guid>();
        for (var page = 1; ; page++)
        {
            var list = await _service.Client.GetFromJsonAsync<JsonElement>($"/api/units/kill/entries?size=500&page={page}");
            foreach (var item in list.GetProperty("items").EnumerateArray())
                Assert.True(ids.Add(item.GetProperty("id").GetGuid()));
            if (ids.Count >= list.GetProperty("total").GetInt32())
                return ids;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _service.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
