using Ledger.Api.Access;
using Ledger.Api.Setup;
using Ledger.Api.Units;
using Ledger.Domain;
using Marten;
using Microsoft.AspNetCore.DataProtection;
using Wolverine.Http;

namespace Ledger.Api.Calendars;

/// <summary>Where a unit's deadlines go, never with the secret or what stands in the address's query.</summary>
public sealed record WebhookView(string Url, string SetBy, DateTimeOffset SetAt, DateOnly? LastDay, int? LastStatus, int? LastTries, DateTimeOffset? LastSentAt)
{
    public static WebhookView Of(Webhook hook, WebhookDay? last)
    {
        ArgumentNullException.ThrowIfNull(hook);
        var address = new Uri(hook.Url);
        return new(address.GetLeftPart(UriPartial.Path) + (address.Query.Length > 0 ? "?…" : ""), hook.SetBy, hook.SetAt, last?.Day, last?.Status, last?.Tries, last?.SentAt);
    }
}

/// <summary>Send the unit's deadlines to this address from tomorrow's round on.</summary>
/// <param name="Url">An https address.</param>
/// <param name="Secret">Chosen by whoever receives; 32 to 200 printable characters of ASCII. It is never shown again.</param>
public sealed record SetWebhook(string? Url, string? Secret)
{
    public override string ToString() => nameof(SetWebhook);
}

public static class SetWebhookEndpoint
{
    [WolverinePut("/api/units/{unit}/webhook")]
    public static async Task<IResult> Put(
        string unit, SetWebhook sent, HttpContext http, IDocumentStore store, KnownUnits units, WebhookAddress address, IDataProtectionProvider protection, AuditLog audit, TimeProvider clock, CancellationToken ct)
    {
        if (await units.FindAsync(unit, ct) is null)
            return Results.Problem(http.UnknownUnit(unit));
        var problems = await CheckAsync(sent, address, ct);
        if (problems.Count > 0)
            return Results.Problem(http.Invalid(problems));
        var hook = Make(unit, sent, protection, Caller.Of(http).AuditName, clock.GetUtcNow());
        await using var session = store.LightweightSession();
        session.Store(hook);
        await session.SaveChangesAsync(ct);
        await audit.WriteAsync(AuditEntry.Of(http, AuditKind.WebhookSet, Caller.Of(http).AuditName, new Uri(hook.Url).GetLeftPart(UriPartial.Authority)), ct);
        return Results.Ok(WebhookView.Of(hook, null));
    }

    public static Webhook Make(string unit, SetWebhook sent, IDataProtectionProvider protection, string by, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(sent);
        return new Webhook { Id = unit, Url = sent.Url!, Secret = WebhookSender.Protector(protection).Protect(sent.Secret!), SetBy = by, SetAt = now };
    }

    public static async Task<IReadOnlyList<Problem>> CheckAsync(SetWebhook? sent, WebhookAddress address, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(address);
        var problems = new List<Problem>();
        if (await address.CheckAsync(sent?.Url, ct) is { } wrong)
            problems.Add(wrong);
        if (sent?.Secret is not { Length: >= 32 and <= 200 } secret || secret.Any(c => c is < '!' or > '~'))
            problems.Add(new("secret", "签名密钥应为 32 至 200 个可见 ASCII 字符，由接收方给出", "The secret has 32 to 200 visible ASCII characters and comes from the receiver"));
        return problems;
    }
}

/// <summary>Where the unit's deadlines go, and how the last delivery went.</summary>
public static class GetWebhook
{
    [WolverineGet("/api/units/{unit}/webhook")]
    public static async Task<IResult> Get(string unit, HttpContext http, IDocumentStore store, KnownUnits units, CancellationToken ct)
    {
        if (await units.FindAsync(unit, ct) is null)
            return Results.Problem(http.UnknownUnit(unit));
        await using var session = store.QuerySession();
        if (await session.LoadAsync<Webhook>(unit, ct) is not { } hook)
            return Results.Problem(http.Refuse(404, "no-webhook", "该单位没有设置推送地址", "The unit has no webhook"));
        return Results.Ok(WebhookView.Of(hook, await session.Query<WebhookDay>().Where(d => d.Unit == unit).OrderByDescending(d => d.Id).FirstOrDefaultAsync(ct)));
    }
}

/// <summary>Send nothing any more; what waits to be sent is dropped.</summary>
public static class RemoveWebhook
{
    [WolverineDelete("/api/units/{unit}/webhook")]
    public static async Task<IResult> Delete(string unit, HttpContext http, IDocumentStore store, KnownUnits units, AuditLog audit, CancellationToken ct)
    {
        if (await units.FindAsync(unit, ct) is null)
            return Results.Problem(http.UnknownUnit(unit));
        await using var session = store.LightweightSession();
        session.Delete<Webhook>(unit);
        await session.SaveChangesAsync(ct);
        await audit.WriteAsync(AuditEntry.Of(http, AuditKind.WebhookRemoved, Caller.Of(http).AuditName), ct);
        return Results.NoContent();
    }
}
