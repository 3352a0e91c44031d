using Ledger.Api.Access;
using Ledger.Api.Entries;
using Ledger.Api.Setup;
using Ledger.Api.Units;
using Ledger.Domain;
using Marten;
using Wolverine.Http;

namespace Ledger.Api.Calendars;

/// <summary>A feed's address without its key.</summary>
public sealed record FeedView(string Id, string Name, string CreatedBy, DateTimeOffset CreatedAt, DateTimeOffset? RevokedAt)
{
    public static FeedView Of(ApiToken token)
    {
        ArgumentNullException.ThrowIfNull(token);
        return new(token.Id, token.Name, token.CreatedBy, token.CreatedAt, token.RevokedAt);
    }

    public static async Task<IReadOnlyList<FeedView>> AllAsync(IDocumentStore store, string unit, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(store);
        await using var session = store.QuerySession();
        return [.. (await session.Query<ApiToken>().Where(t => t.Feed == unit).OrderBy(t => t.CreatedAt).ToListAsync(ct)).Select(Of)];
    }
}

/// <summary>The feed addresses there are or were, never with their keys.</summary>
public static class ListFeeds
{
    [WolverineGet("/api/units/{unit}/feeds")]
    public static async Task<IResult> Get(string unit, HttpContext http, IDocumentStore store, KnownUnits units, CancellationToken ct) =>
        await units.FindAsync(unit, ct) is null ? Results.Problem(http.UnknownUnit(unit)) : Results.Ok(await FeedView.AllAsync(store, unit, ct));
}

/// <summary>Issue an address for a calendar program. Whoever has it reads the deadlines of this unit, and nothing else.</summary>
/// <param name="Name">Whose or which calendar it is for.</param>
public sealed record IssueFeed(string? Name);

/// <summary>The address itself, shown once.</summary>
public sealed record IssuedFeed(string Id, IReadOnlyList<string> Addresses)
{
    public override string ToString() => nameof(IssuedFeed);
}

public static class IssueFeedEndpoint
{
    [WolverinePost("/api/units/{unit}/feeds")]
    public static async Task<IResult> Post(string unit, IssueFeed sent, HttpContext http, IDocumentStore store, KnownUnits units, AuditLog audit, TimeProvider clock, CancellationToken ct)
    {
        if (await units.FindAsync(unit, ct) is null)
            return Results.Problem(http.UnknownUnit(unit));
        if (!PlainText.Is(sent?.Name, 2, 30))
            return Results.Problem(http.Invalid([new Problem("name", "请写明给谁用（2 至 30 字）", "Say whom it is for (2 to 30 characters)")]));
        var by = Caller.Of(http).AuditName;
        var (token, key) = ApiToken.Create(sent!.Name!, [], by, clock.GetUtcNow(), until: null);
        await using var session = store.LightweightSession();
        session.Insert(token with { Feed = unit });
        await session.SaveChangesAsync(ct);
        await audit.WriteAsync(AuditEntry.Of(http, AuditKind.TokenIssued, by, $"{token.Id} feed@{unit}"), ct);
        http.Response.Headers.CacheControl = "no-store";
        var address = $"{http.Request.Scheme}://{http.Request.Host}/api/units/{unit}/calendar.ics?{GetFeed.Key}={key}";
        return Results.Created($"/api/units/{unit}/feeds/{token.Id}", new IssuedFeed(token.Id, [address]));
    }
}

/// <summary>Revoke a feed's address: refused here from now on, on other nodes within five seconds.</summary>
public static class RevokeFeed
{
    [WolverineDelete("/api/units/{unit}/feeds/{id}")]
    public static async Task<IResult> Delete(string unit, string id, HttpContext http, IDocumentStore store, KnownUnits units, Accounts accounts, AuditLog audit, TimeProvider clock, CancellationToken ct)
    {
        if (await units.FindAsync(unit, ct) is null)
            return Results.Problem(http.UnknownUnit(unit));
        await using var session = store.LightweightSession();
        if (await session.LoadAsync<ApiToken>(id, ct) is not { } token || token.Feed != unit)
            return Results.Problem(http.Refuse(404, "unknown-feed", $"没有编号为 {id} 的订阅地址", $"There is no feed {id}"));
        if (token.RevokedAt is null)
        {
            session.Store(token with { RevokedAt = clock.GetUtcNow() });
            await session.SaveChangesAsync(ct);
            accounts.ForgetToken(id);
            await audit.WriteAsync(AuditEntry.Of(http, AuditKind.TokenRevoked, Caller.Of(http).AuditName, $"{id} feed@{unit}"), ct);
        }

        return Results.NoContent();
    }
}
