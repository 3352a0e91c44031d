using System.Globalization;
using System.Security.Cryptography;
using Ledger.Api.Access;
using Marten;

namespace Ledger.Api.Tests.Access;

/// <summary>People with accounts, and what they have about them: a password and an authenticator.</summary>
internal static class People
{
    public const string Password = "correct horse battery";

    /// <summary>An account that has signed in before.</summary>
    public static async Task<string> AccountAsync(IDocumentStore store, params Grant[] grants)
    {
        var user = $"a{Guid.CreateVersion7():N}"[..30];
        var account = new Account { Id = user, Name = "张三", Grants = [.. grants] };
        account.SetPassword(Password);
        await using var session = store.LightweightSession();
        session.Insert(account);
        await session.SaveChangesAsync();
        return user;
    }

    /// <summary>RFC 6238 as an authenticator reckons it, so many steps from now.</summary>
    public static string CodeOf(string key, int steps)
    {
        var bits = string.Concat(key.Select(c => Convert.ToString("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".IndexOf(c, StringComparison.Ordinal), 2).PadLeft(5, '0')));
        var secret = Enumerable.Range(0, bits.Length / 8).Select(i => Convert.ToByte(bits.Substring(i * 8, 8), 2)).ToArray();
        var step = BitConverter.GetBytes(TimeProvider.System.GetUtcNow().ToUnixTimeSeconds() / 30 + steps);
        Array.Reverse(step);
#pragma warning disable CA5350 // The standard's own hash.
        var hash = HMACSHA1.HashData(secret, step);
#pragma warning restore CA5350
        var at = hash[^1] & 15;
        var number = ((hash[at] & 127) << 24) | (hash[at + 1] << 16) | (hash[at + 2] << 8) | hash[at + 3];
        return (number % 1_000_000).ToString("D6", CultureInfo.InvariantCulture);
    }
}
