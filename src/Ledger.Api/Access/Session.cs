using Ledger.Domain.Kinds;
using Ledger.Domain.Units;
using Marten;
using Microsoft.AspNetCore.Authentication;
using Wolverine.Http;

namespace Ledger.Api.Access;

/// <summary>A role as people read it.</summary>
public sealed record GrantView(string Role, string Name, string? Unit)
{
    public static GrantView Of(Grant grant)
    {
        ArgumentNullException.ThrowIfNull(grant);
        return new(Codes.Of(grant.Role), Codes.LabelOf(grant.Role), grant.Unit);
    }
}

/// <summary>Who one is here, and what one may do.</summary>
public sealed record SessionView(string User, string Name, string Kind, IReadOnlyList<GrantView> Roles, bool MustChangePassword, bool Totp)
{
    public static SessionView Of(Account account)
    {
        ArgumentNullException.ThrowIfNull(account);
        return new(account.Id, account.Name, "account", [.. account.Grants.Select(GrantView.Of)], account.MustChangePassword, account.TotpOn);
    }
}

/// <summary>Who am I? Guests are told the sample units that they may look at.</summary>
public static class GetSession
{
    [WolverineGet("/api/session")]
    public static async Task<SessionView> Get(HttpContext http, Accounts accounts, IDocumentStore store, CancellationToken ct)
    {
        var caller = Caller.Of(http);
        if (caller.Kind == CallerKind.Account && await accounts.FindAsync(caller.Id) is { } account)
            return SessionView.Of(account);
        var grants = caller.Grants;
        if (caller.Kind == CallerKind.Guest)
        {
            await using var session = store.QuerySession();
            var samples = await session.Query<Unit>().Where(u => u.Sample).OrderBy(u => u.Id).Select(u => u.Id).ToListAsync(ct);
            grants = [.. samples.SelectMany(unit => caller.Grants.Select(g => g with { Unit = unit }))];
        }

        return new(caller.Id, caller.Name, Enum.GetName(caller.Kind)!.ToLowerInvariant(), [.. grants.Select(GrantView.Of)], MustChangePassword: false, Totp: false);
    }
}

/// <summary>End the session, here and wherever its cookie may have been copied to.</summary>
public static class SignOut
{
    [WolverineDelete("/api/session")]
    public static Task<IResult> Delete(HttpContext http, Accounts accounts, AuditLog audit, TimeProvider clock) => accounts.WithAsync(Caller.Of(http).Id, async (manager, account) =>
    {
        var saved = await OpenSessions.SaveAsync(manager, account!, now =>
        {
            OpenSessions.End(now, SessionCookie.IdOf(http)!, clock.GetUtcNow());
            return true;
        });
        if (!saved)
            return Results.Problem(AccountChange.Stale(http));
        await audit.WriteAsync(AuditEntry.Of(http, AuditKind.SignOut, account!.Id, subject: ""));
        await http.SignOutAsync();
        return Results.NoContent();
    });
}
