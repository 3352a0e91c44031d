using System.Security.Cryptography;
using System.Text;

namespace Ledger.Api.Access;

/// <summary>
/// What opens once in place of an authenticator that was lost. They are as random as a key, so a plain hash, bound to the
/// account, keeps them.
/// </summary>
public static class RecoveryCodes
{
    public const int Count = 10;

    /// <summary>Without signs that are taken for one another when read off paper.</summary>
    private const string Signs = "abcdefghjkmnpqrstuvwxyz23456789";
    private const int Length = 12;

    /// <summary>New ones in place of all that were there; to be shown once.</summary>
    public static IReadOnlyList<string> Renew(Account account)
    {
        ArgumentNullException.ThrowIfNull(account);
        var codes = Enumerable.Range(0, Count).Select(_ => RandomNumberGenerator.GetString(Signs, Length)).ToList();
        account.Recovery = [.. codes.Select(c => HashOf(account, c))];
        return [.. codes.Select(c => $"{c[..4]}-{c[4..8]}-{c[8..]}")];
    }

    /// <summary>Takes the code away if it is one; the caller saves the account.</summary>
    public static bool Use(Account account, string sent)
    {
        ArgumentNullException.ThrowIfNull(account);
        ArgumentNullException.ThrowIfNull(sent);
        // Dashes and capitals are how one writes it, not what it says.
        var code = string.Concat(sent.Where(char.IsAsciiLetterOrDigit)).ToLowerInvariant();
        return code.Length == Length && account.Recovery.Remove(HashOf(account, code));
    }

    private static string HashOf(Account account, string code) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{account.Id} {code}")));
}
