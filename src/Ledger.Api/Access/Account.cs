using System.Security.Cryptography;
using JasperFx.Metadata;
using Microsoft.AspNetCore.Identity;

namespace Ledger.Api.Access;

/// <summary>Somebody who signs in. Mutable, as Identity writes into it; a change against an older version is refused.</summary>
public sealed class Account : IVersioned
{
    /// <summary>The user name: lower-case letters, digits, dot, dash and underscore.</summary>
    public required string Id { get; init; }

    /// <summary>The person's name, as it stands beside what they log.</summary>
    public required string Name { get; set; }

    public string? PasswordHash { get; set; }

    /// <summary>Changes with the password and the second factor; a session that carries another one is over.</summary>
    public string SecurityStamp { get; set; } = "";

    public int Failures { get; set; }
    public DateTimeOffset? LockedUntil { get; set; }

    /// <summary>The secret of the one-time codes, encrypted with the keys of the data folder.</summary>
    public string? TotpKey { get; set; }

    public bool TotpOn { get; set; }

    /// <summary>The last code that was used: each opens once.</summary>
    public string? TotpUsed { get; set; }

    public bool Disabled { get; set; }
    public bool MustChangePassword { get; set; }

    /// <summary>Made at the first start; the security office is only lent to it until somebody else takes it.</summary>
    public bool First { get; init; }

    public DateTimeOffset CreatedAt { get; init; }
    public List<Grant> Grants { get; init; } = [];

    /// <summary>Sessions that were signed out before their time, until they would have ended anyway.</summary>
    public Dictionary<string, DateTimeOffset> Ended { get; init; } = [];

    public Guid Version { get; set; }

    /// <summary>As an author of events: nobody else has the name in brackets.</summary>
    public string Author => $"{Name}（{Id}）";

    public void SetPassword(string password)
    {
        PasswordHash = new PasswordHasher<Account>().HashPassword(this, password);
        SecurityStamp = RandomNumberGenerator.GetHexString(32);
    }

    public override string ToString() => Id;
}
