using Ledger.Api.Entries;
using Ledger.Api.Setup;
using Ledger.Api.Units;
using Ledger.Domain;
using Marten;
using Wolverine.Http;

namespace Ledger.Api.Access;

/// <summary>A token without its secret.</summary>
public sealed record TokenView(string Id, string Name, IReadOnlyList<GrantView> Roles, string CreatedBy, DateTimeOffset CreatedAt, DateTimeOffset? ExpiresAt, DateTimeOffset? RevokedAt)
{
    public static TokenView Of(ApiToken token)
    {
        ArgumentNullException.ThrowIfNull(token);
        return new(token.Id, token.Name, [.. token.Grants.Select(GrantView.Of)], token.CreatedBy, token.CreatedAt, token.ExpiresAt, token.RevokedAt);
    }
}

/// <summary>Every token there is or was.</summary>
public static class ListTokens
{
    [WolverineGet("/api/tokens")]
    public static async Task<IReadOnlyList<TokenView>> Get(IDocumentStore store, CancellationToken ct)
    {
        await using var session = store.QuerySession();
        return [.. (await session.Query<ApiToken>().OrderBy(t => t.CreatedAt).ToListAsync(ct)).Select(TokenView.Of)];
    }
}

/// <summary>Issue a token for one role of one unit, or for the county's reader of all.</summary>
public sealed record IssueToken(string? Name, string? Role, string? Unit, int? Days);

/// <summary>The token itself, shown once.</summary>
public sealed record IssuedToken(string Id, string Token, DateTimeOffset? ExpiresAt)
{
    public override string ToString() => nameof(IssuedToken);
}

public static class IssueTokenEndpoint
{
    private const int UsualDays = 365;

    [WolverinePost("/api/tokens")]
    public static async Task<IResult> Post(IssueToken sent, HttpContext http, IDocumentStore store, KnownUnits units, AuditLog audit, TimeProvider clock, CancellationToken ct)
    {
        var (grant, problems) = await CheckAsync(sent, units, ct);
        if (grant is null)
            return Results.Problem(http.Invalid(problems));
        var by = Caller.Of(http).AuditName;
        var (token, bearer) = Make(sent, grant, by, clock);
        await using var session = store.LightweightSession();
        session.Insert(token);
        await session.SaveChangesAsync(ct);
        await audit.WriteAsync(AuditEntry.Of(http, AuditKind.TokenIssued, by, $"{token.Id} {grant}"), ct);
        http.Response.Headers.CacheControl = "no-store";
        return Results.Created($"/api/tokens/{token.Id}", new IssuedToken(token.Id, bearer, token.ExpiresAt));
    }

    public static (ApiToken Token, string Bearer) Make(IssueToken wanted, Grant grant, string by, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(wanted);
        ArgumentNullException.ThrowIfNull(clock);
        return ApiToken.Create(wanted.Name!, [grant], by, clock.GetUtcNow(), clock.GetUtcNow().AddDays(wanted.Days ?? UsualDays));
    }

    public static async Task<(Grant?, IReadOnlyList<Problem>)> CheckAsync(IssueToken wanted, KnownUnits units, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(units);
        var problems = new List<Problem>();
        var (grant, wrong) = Grant.Of(wanted?.Role, wanted?.Unit);
        if (wrong is not null)
            problems.Add(wrong);
        else if (grant!.IsOffice)
            problems.Add(new("role", "管理员角色不签发令牌", "Administrators act by themselves, not by token"));
        else if (grant.Unit is { } unit && !await units.HasPlaceAsync(grant, ct))
            problems.Add(new("unit", $"没有代码为“{unit}”的单位", $"There is no unit with the code '{unit}'"));
        if (!PlainText.Is(wanted?.Name, 2, 30))
            problems.Add(new("name", "请写明令牌用途（2 至 30 字）", "Say what the token is for (2 to 30 characters)"));
        if (wanted?.Days is < 1 or > 3650)
            problems.Add(new("days", "有效期应为 1 至 3650 天", "A token is valid for 1 to 3650 days"));
        return problems.Count > 0 ? (null, problems) : (grant, problems);
    }
}

/// <summary>Revoke a token: refused here from now on, on other nodes within five seconds.</summary>
public static class RevokeToken
{
    [WolverineDelete("/api/tokens/{id}")]
    public static async Task<IResult> Delete(string id, HttpContext http, IDocumentStore store, Accounts accounts, AuditLog audit, TimeProvider clock, CancellationToken ct)
    {
        await using var session = store.LightweightSession();
        if (await session.LoadAsync<ApiToken>(id, ct) is not { } token)
            return Results.Problem(http.Refuse(404, "unknown-token", $"没有编号为 {id} 的令牌", $"There is no token {id}"));
        if (token.RevokedAt is null)
        {
            session.Store(token with { RevokedAt = clock.GetUtcNow() });
            await session.SaveChangesAsync(ct);
            accounts.ForgetToken(id);
            await audit.WriteAsync(AuditEntry.Of(http, AuditKind.TokenRevoked, Caller.Of(http).AuditName, id), ct);
        }

        return Results.NoContent();
    }
}
