using System.Globalization;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;

namespace Ledger.Api.Calendars;

/// <summary>A receiver did not take what was sent; the bus tries again later.</summary>
public sealed class WebhookFailedException(string message) : Exception(message);

/// <summary>
/// Sends a day's deadlines, signed: <c>Ledger-Signature: v1=</c> HMAC-SHA256 in hex, over time stamp, a dot and the body's
/// bytes. The receiver refuses old time stamps, and takes each <c>Ledger-Delivery</c> once.
/// </summary>
public sealed partial class WebhookSender(WebhookAddress address, IDataProtectionProvider protection, TimeProvider clock, ILogger<WebhookSender> log) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    // No redirects, no proxy, no cookies: it goes where the address says or nowhere.
    private readonly HttpClient _http = new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseProxy = false,
        UseCookies = false,
        ConnectTimeout = TimeSpan.FromSeconds(5),
        PooledConnectionLifetime = TimeSpan.FromMinutes(1),
        ConnectCallback = address.ConnectAsync,
    })
    { Timeout = Patience };

    public static IDataProtector Protector(IDataProtectionProvider protection)
    {
        ArgumentNullException.ThrowIfNull(protection);
        return protection.CreateProtector("Ledger.Webhook");
    }

    public static string Sign(string secret, long time, string body) => "v1=" + Convert.ToHexStringLower(
        HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{time}.{body}"))));

    /// <returns>The status it was answered with; null if nobody answered in time.</returns>
    public async Task<int?> SendAsync(Webhook hook, string delivery, string body, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(hook);
        var time = clock.GetUtcNow().ToUnixTimeSeconds();
        using var request = new HttpRequestMessage(HttpMethod.Post, hook.Url) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        request.Headers.UserAgent.Add(new ProductInfoHeaderValue("Ledger", null));
        request.Headers.Add("Ledger-Delivery", delivery);
        request.Headers.Add("Ledger-Timestamp", time.ToString(CultureInfo.InvariantCulture));
        request.Headers.Add("Ledger-Signature", Sign(Protector(protection).Unprotect(hook.Secret), time, body));
        try
        {
            using var answer = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, ct);
            if (!answer.IsSuccessStatusCode)
                Refused(log, delivery, (int)answer.StatusCode);
            return (int)answer.StatusCode;
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException && !ct.IsCancellationRequested)
        {
            Unreached(log, delivery, e.Message);
            return null;
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Webhook {Delivery}: the receiver answered {Status}")]
    private static partial void Refused(ILogger log, string delivery, int status);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Webhook {Delivery}: nobody answered: {Reason}")]
    private static partial void Unreached(ILogger log, string delivery, string reason);

    public void Dispose() => _http.Dispose();
}
