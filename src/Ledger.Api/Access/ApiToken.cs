using System.Security.Cryptography;
using System.Text;

namespace Ledger.Api.Access;

/// <summary>
/// A key for programs, bound to one unit and one role. The secret itself is shown once and kept nowhere: what is stored is
/// its SHA-256, which is enough for a secret of 256 random bits.
/// </summary>
public sealed record ApiToken
{
    private const string Prefix = "ledger_";
    private const int IdLength = 12;
    private const int SecretLength = 43;

    /// <summary>The public part: in lists, in the audit log, beside events.</summary>
    public required string Id { get; init; }

    public required string Hash { get; init; }

    /// <summary>What it is for.</summary>
    public required string Name { get; init; }

    public required IReadOnlyList<Grant> Grants { get; init; }

    /// <summary>The unit whose deadlines a calendar program reads with it in an address. Such a key opens nothing else; null for a token.</summary>
    public string? Feed { get; init; }

    public required string CreatedBy { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset? ExpiresAt { get; init; }
    public DateTimeOffset? RevokedAt { get; init; }

    public string Author => $"{Name}（令牌 {Id}）";

    /// <summary>A new token, and what its holder has to send.</summary>
    public static (ApiToken Token, string Bearer) Create(string name, IReadOnlyList<Grant> grants, string by, DateTimeOffset now, DateTimeOffset? until)
    {
        var id = RandomNumberGenerator.GetHexString(IdLength, lowercase: true);
        var bearer = $"{Prefix}{id}_{RandomNumberGenerator.GetString("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789", SecretLength)}";
        return (new ApiToken { Id = id, Hash = HashOf(bearer), Name = name, Grants = grants, CreatedBy = by, CreatedAt = now, ExpiresAt = until }, bearer);
    }

    /// <summary>The id within what was sent; null if it cannot be one of ours.</summary>
    public static string? IdOf(string bearer)
    {
        ArgumentNullException.ThrowIfNull(bearer);
        return bearer.Length == Prefix.Length + IdLength + 1 + SecretLength && bearer.StartsWith(Prefix, StringComparison.Ordinal) && bearer[Prefix.Length + IdLength] == '_'
            ? bearer.Substring(Prefix.Length, IdLength)
            : null;
    }

    public bool Opens(string bearer, DateTimeOffset now) =>
        RevokedAt is null
        && !(ExpiresAt <= now)
        && CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(Hash), Encoding.ASCII.GetBytes(HashOf(bearer)));

    private static string HashOf(string bearer) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(bearer)));
}
