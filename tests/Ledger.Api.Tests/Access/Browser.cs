using System.Net;
using System.Text;
using System.Text.Json;
using Ledger.Domain;

namespace Ledger.Api.Tests.Access;

/// <summary>Somebody at a browser: keeps cookies, and says where a request comes from.</summary>
internal sealed class Browser(Uri at) : IDisposable
{
    private readonly HttpClient _client = new(new SocketsHttpHandler { UseCookies = false, UseProxy = false, AllowAutoRedirect = false }) { BaseAddress = at };

    /// <summary>The session's cookie, to look at, to copy and to bring back.</summary>
    public string? Cookie { get; set; }

    public string? SetCookie { get; private set; }
    public string? Origin { get; set; } = at.GetLeftPart(UriPartial.Authority);

    public async Task<Answer> SendAsync(string method, string url, object? body = null, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), url);
        if (body is HttpContent content)
            request.Content = content;
        else if (body is not null)
            request.Content = new StringContent(JsonSerializer.Serialize(body, LedgerJson.Options), Encoding.UTF8, "application/json");
        if (Cookie is not null)
            request.Headers.Add("Cookie", Cookie);
        if (Origin is not null && method != "GET")
            request.Headers.Add("Origin", Origin);
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        var answer = await _client.SendAsync(request, TestContext.Current.CancellationToken);
        if (answer.Headers.TryGetValues("Set-Cookie", out var set) && set.FirstOrDefault() is { } cookie)
        {
            SetCookie = cookie;
            Cookie = cookie.Split(';')[0];
        }

        return await Answer.OfAsync(answer);
    }

    public Task<Answer> GetAsync(string url, params (string Name, string Value)[] headers) => SendAsync("GET", url, null, headers);

    public Task<Answer> SignInAsync(string user, string password, string? code = null) => SendAsync("POST", "/api/session", new { user, password, code });

    public static async Task<HttpStatusCode> StatusAsync(Task<Answer> answer) => (HttpStatusCode)(await answer).Status;

    public void Dispose() => _client.Dispose();
}
