using System.Text;
using System.Text.Json;
using Ledger.Domain;

namespace Ledger.Api.Tests;

/// <summary>What people do with a ledger, in a word each.</summary>
internal static class LedgerVerbs
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static Task<Answer> GetAsync(this LedgerService ledger, string url, string? language = null) =>
        ledger.SendAsync(HttpMethod.Get, url, null, language: language);

    public static Task<Answer> PostAsync(this LedgerService ledger, string url, object? body, string? key = null, string? language = null) =>
        ledger.SendAsync(HttpMethod.Post, url, body, key, language);

    /// <param name="ledger">The service.</param>
    /// <param name="method">The HTTP method.</param>
    /// <param name="url">Path and query.</param>
    /// <param name="body">JSON as text, content as it is, anything else written as JSON; null for no body.</param>
    /// <param name="key">The <c>Idempotency-Key</c>.</param>
    /// <param name="language">The <c>Accept-Language</c>.</param>
    public static async Task<Answer> SendAsync(
        this LedgerService ledger, HttpMethod method, string url, object? body, string? key = null, string? language = null)
    {
        using var request = new HttpRequestMessage(method, url);
        request.Content = body switch
        {
            null => null,
            HttpContent content => content,
            string json => new StringContent(json, Encoding.UTF8, "application/json"),
            _ => new StringContent(JsonSerializer.Serialize(body, LedgerJson.Options), Encoding.UTF8, "application/json"),
        };
        if (key is not null)
            request.Headers.Add("Idempotency-Key", key);
        if (language is not null)
            request.Headers.TryAddWithoutValidation("Accept-Language", language);
        return await Answer.OfAsync(await ledger.Client.SendAsync(request, Ct));
    }

    public static async Task<Guid> LogAsync(this LedgerService ledger, string unit, string kind, object activity) =>
        (await ledger.PostAsync($"/api/units/{unit}/entries/{kind}", activity)).Is(201)["id"].GetGuid();

    /// <summary>A legal service on a day: the plainest entry, counts as one.</summary>
    public static Task<Guid> LogServiceAsync(this LedgerService ledger, string unit, string day = "2023-03-01") =>
        ledger.LogAsync(unit, "legal-service", Service(day));

    public static object Service(string day = "2023-03-01", string service = "consultation") =>
        new { occurredOn = day, service, adviser = "法律顾问A律师" };

    public static Task<Answer> CorrectAsync(this LedgerService ledger, string unit, Guid id, long version, object activity, string reason = "登记有误", string? key = null) =>
        ledger.PostAsync($"/api/units/{unit}/entries/{id}/correct", new { version, reason, activity }, key);

    public static Task<Answer> VoidAsync(this LedgerService ledger, string unit, Guid id, long version, string reason = "重复登记", string? key = null) =>
        ledger.PostAsync($"/api/units/{unit}/entries/{id}/void", new { version, reason }, key);

    public static Task<Answer> ReviewAsync(this LedgerService ledger, string unit, Guid id, string verb, object review) =>
        ledger.PostAsync($"/api/units/{unit}/entries/{id}/{verb}", review);

    public static async Task<JsonElement> EntryAsync(this LedgerService ledger, string unit, Guid id) =>
        (await ledger.GetAsync($"/api/units/{unit}/entries/{id}")).Is(200).Json;

    public static async Task<JsonElement> EntriesAsync(this LedgerService ledger, string unit, string query = "") =>
        (await ledger.GetAsync($"/api/units/{unit}/entries?{query}")).Is(200).Json;

    public static async Task<JsonElement> FigureAsync(this LedgerService ledger, string unit, int year, string code, string? asOf = null) =>
        (await ledger.GetAsync($"/api/units/{unit}/figures/{year}/{Uri.EscapeDataString(code)}{AsOf(asOf)}")).Is(200)["figure"];

    public static async Task<decimal?> ValueAsync(this LedgerService ledger, string unit, int year, string code, string? asOf = null) =>
        (await ledger.FigureAsync(unit, year, code, asOf)).Decimal("value");

    public static async Task<JsonElement> FiguresAsync(this LedgerService ledger, string unit, int year, string? asOf = null) =>
        (await ledger.GetAsync($"/api/units/{unit}/figures/{year}{AsOf(asOf)}")).Is(200).Json;

    public static Task<Answer> ConfirmNilAsync(this LedgerService ledger, string unit, int year, string figure, bool withdraw = false) =>
        ledger.PostAsync($"/api/units/{unit}/years/{year}/nil", new { figure, confirmedBy = "审核员乙", reason = "全年没有发生", withdraw });

    public static Task<Answer> FreezeAsync(this LedgerService ledger, string unit, int year) =>
        ledger.PostAsync($"/api/units/{unit}/reports/{year}/editions", new { });

    /// <summary>The number under this name; null where it is null or left out.</summary>
    public static decimal? Decimal(this JsonElement json, string member) =>
        json.TryGetProperty(member, out var value) && value.ValueKind == JsonValueKind.Number ? value.GetDecimal() : null;

    public static string? Text(this JsonElement json, string member) =>
        json.TryGetProperty(member, out var value) ? value.GetString() : null;

    public static IReadOnlyList<Guid> Ids(this JsonElement list) =>
        [.. list.GetProperty("items").EnumerateArray().Select(i => i.GetProperty("id").GetGuid())];

    private static string AsOf(string? asOf) => asOf is null ? "" : $"?asOf={Uri.EscapeDataString(asOf)}";
}
