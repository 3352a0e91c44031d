using System.Net;
using System.Net.Http.Headers;

namespace Ledger.Bench.Processes;

/// <summary>The load generator's requests: connections kept open, one a client, no proxy, no cookies.</summary>
internal static class Requests
{
    private static readonly MediaTypeHeaderValue Json = new("application/json");

    public static HttpClient Client(this WebProcess web, int clients) => new(new SocketsHttpHandler
    {
        MaxConnectionsPerServer = clients,
        PooledConnectionLifetime = Timeout.InfiniteTimeSpan,
        UseCookies = false,
        UseProxy = false,
        AllowAutoRedirect = false,
    })
    {
        BaseAddress = web.Address,
        Timeout = TimeSpan.FromSeconds(30),
        DefaultRequestHeaders = { Authorization = web.Bearer is null ? null : new AuthenticationHeaderValue("Bearer", web.Bearer) },
    };

    /// <summary>Logs under a key of its own; anything but 201 is an error.</summary>
    public static async Task PostAsync(this HttpClient http, string path, byte[] body, CancellationToken ct)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new ByteArrayContent(body) { Headers = { ContentType = Json } } };
        request.Headers.Add("Idempotency-Key", Guid.CreateVersion7().ToString());
        using var answer = await http.SendAsync(request, ct);
        if (answer.StatusCode != HttpStatusCode.Created)
            throw new InvalidOperationException($"POST {path} was answered {(int)answer.StatusCode}: {await answer.Content.ReadAsStringAsync(ct)}");
    }

    public static async Task<byte[]> GetOkAsync(this HttpClient http, string path, CancellationToken ct)
    {
        using var answer = await http.GetAsync(path, ct);
        return answer.StatusCode == HttpStatusCode.OK
            ? await answer.Content.ReadAsByteArrayAsync(ct)
            : throw new InvalidOperationException($"GET {path} was answered {(int)answer.StatusCode}: {await answer.Content.ReadAsStringAsync(ct)}");
    }
}
