using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Identity;

namespace Ledger.Api.Access;

/// <summary>A session that goes on.</summary>
/// <param name="Since">When one signed in.</param>
/// <param name="Seen">Its newest request, to a quarter of an hour: a write for each would be too dear.</param>
/// <param name="Device">What one signed in from.</param>
public sealed record OpenSession(DateTimeOffset Since, DateTimeOffset Seen, Device Device);

/// <summary>
/// The sessions of an account that go on, kept within it by their ids. Whoever knows an id knows no cookie; still nothing but
/// its hash goes out. What is over by itself leaves with the next sign-in.
/// </summary>
public static class OpenSessions
{
    /// <summary>So many of one account at a time; of more, the one that was idle longest ends.</summary>
    public const int Most = 100;

    /// <summary>Before the cookie is renewed by itself (at half of <see cref="SessionCookie.Idle"/>), so that no renewal goes unnoted.</summary>
    private static readonly TimeSpan NotedEvery = (SessionCookie.Idle / 2) - TimeSpan.FromMinutes(1);

    /// <summary>Renewed just before it would have been noted again, a cookie opens for so long.</summary>
    private static readonly TimeSpan LongestUnseen = NotedEvery + SessionCookie.Idle;

    private const int Tries = 20;

    /// <summary>What the session is called where people see it.</summary>
    public static string HandleOf(string id) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(id)))[..32];

    public static bool GoesOn(OpenSession session, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(session);
        return now - session.Seen < LongestUnseen && now - session.Since < SessionCookie.Longest;
    }

    public static bool IsToBeNoted(Account account, string id, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(account);
        return !account.Open.TryGetValue(id, out var known) || now - known.Seen >= NotedEvery;
    }

    public static void Put(Account account, string id, OpenSession session, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(account);
        foreach (var (over, _) in account.Open.Where(o => !GoesOn(o.Value, now)).ToList())
            account.Open.Remove(over);
        account.Open[id] = session;
        if (account.Open.Count > Most)
            End(account, account.Open.Where(o => o.Key != id).MinBy(o => o.Value.Seen).Key, now);
    }

    /// <summary>Over wherever its cookie may still lie.</summary>
    public static void End(Account account, string id, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(account);
        foreach (var (over, _) in account.Ended.Where(e => e.Value < now).ToList())
            account.Ended.Remove(over);
        account.Open.Remove(id);
        account.Ended[id] = now + SessionCookie.Longest;
    }

    /// <summary>Another node may have changed the account since it was read: then the change is made to what it is by now.</summary>
    /// <param name="manager">Of the account.</param>
    /// <param name="account">As it was read.</param>
    /// <param name="change">False if there is nothing to change.</param>
    /// <returns>Whether all is as it should be; false only if others were faster each time.</returns>
    public static async Task<bool> SaveAsync(UserManager<Account> manager, Account account, Func<Account, bool> change)
    {
        ArgumentNullException.ThrowIfNull(manager);
        ArgumentNullException.ThrowIfNull(account);
        ArgumentNullException.ThrowIfNull(change);
        var now = account;
        for (var i = 0; i < Tries && now is not null; i++)
        {
            if (!change(now) || (await manager.UpdateAsync(now)).Succeeded)
                return true;
            now = await manager.FindByIdAsync(account.Id);
        }

        return false;
    }
}
