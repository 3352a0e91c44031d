using Ledger.Api.Pages;

namespace Ledger.Api.Access;

/// <summary>
/// End sessions of one's own, one by its handle or all but this one: out with their next request, on other nodes within five
/// seconds. The plain form of 我的账号 posts here, with the password; whoever has none here has signed in lately. A handle of
/// nobody's, or of somebody else, ends nothing.
/// </summary>
public static class EndSessions
{
    public const string OneRoute = PageRoutes.Account + "/sessions/{handle}/end";
    public const string OthersRoute = PageRoutes.Account + "/other_sessions/end";

    /// <summary>For so long after the provider's sign-in nobody need prove again who they are.</summary>
    public static readonly TimeSpan Lately = TimeSpan.FromMinutes(10);

    public static string OneAt(string id) => $"{PageRoutes.Account}/sessions/{OpenSessions.HandleOf(id)}/end";

    public static Task<IResult> One(string handle, HttpContext http, Accounts accounts, AuditLog audit, TimeProvider clock) =>
        EndAsync(http, accounts, audit, clock, id => OpenSessions.HandleOf(id) == handle);

    public static Task<IResult> Others(HttpContext http, Accounts accounts, AuditLog audit, TimeProvider clock) =>
        EndAsync(http, accounts, audit, clock, id => id != SessionCookie.IdOf(http));

    /// <summary>Without a password here: the provider has just let them in.</summary>
    public static bool IsFresh(HttpContext http, DateTimeOffset now) => SessionCookie.SinceOf(http) is { } since && now - since < Lately;

    private static Task<IResult> EndAsync(HttpContext http, Accounts accounts, AuditLog audit, TimeProvider clock, Func<string, bool> picks) => accounts.WithAsync(Caller.Of(http).Id, async (manager, account) =>
    {
        var now = clock.GetUtcNow();
        if (account!.PasswordHash is null ? !IsFresh(http, now) : !await OwnPassword.IsAsync(manager, account, await PasswordAsync(http)))
            return Results.LocalRedirect($"{PageRoutes.Account}?failed=proof#sessions");
        List<OpenSession> ended = [];
        var saved = await OpenSessions.SaveAsync(manager, account, a =>
        {
            var picked = a.Open.Where(o => picks(o.Key)).ToList();
            ended = [.. picked.Select(p => p.Value).Where(s => OpenSessions.GoesOn(s, now))];
            foreach (var (id, _) in picked)
                OpenSessions.End(a, id, now);
            return picked.Count > 0;
        });
        if (!saved)
            return Results.Problem(AccountChange.Stale(http));
        foreach (var session in ended)
            await audit.WriteAsync(AuditEntry.Of(http, AuditKind.SessionEnded, account.Id, $"{account.Id} {session.Device.Words(english: true)}"));
        return Results.LocalRedirect($"{PageRoutes.Account}#sessions");
    });

    // Not by the framework's binding: by that a body of another type is refused before the gate has seen who sends it.
    private static async Task<string?> PasswordAsync(HttpContext http)
    {
        try
        {
            return http.Request.HasFormContentType ? (string?)(await http.Request.ReadFormAsync(http.RequestAborted))["password"] : null;
        }
        catch (Exception e) when (e is InvalidDataException or IOException and not BadHttpRequestException)
        {
            return null;
        }
    }
}
