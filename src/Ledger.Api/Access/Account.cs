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

    /// <summary>The codes that were used last: each opens once.</summary>
    public string? TotpUsed { get; set; }

    /// <summary>Hashes of the recovery codes that are left.</summary>
    public List<string> Recovery { get; set; } = [];

    /// <summary>Who issued it, for somebody who signs in by the organisation's provider and has no password here.</summary>
    public string? Issuer { get; init; }

    /// <summary>The provider's own name for them, which it never gives to anybody else.</summary>
    public string? Subject { get; init; }

    public bool Disabled { get; set; }
    public bool MustChangePassword { get; set; }

    /// <summary>Made at the first start; the security office is only lent to it until somebody else takes it.</summary>
    public bool First { get; init; }

    public DateTimeOffset CreatedAt { get; init; }
    public List<Grant> Grants { get; init; } = [];

    /// <summary>Sessions that go on, by their ids; see <see cref="OpenSessions"/>.</summary>
    public Dictionary<string, OpenSession> Open { get; init; } = [];

    /// <summary>Sessions that were signed out before their time, until they would have ended anyway.</summary>
    public Dictionary<string, DateTimeOffset> Ended { get; init; } = [];

    public Guid Version { get; set; }

    /// <summary>As an author of events: nobody else has the name in brackets.</summary>
    public string Author => $"{Name}（{Id}）";

    public void SetPassword(string password)
    {
        PasswordHash = new PasswordHasher<Account>().HashPassword(this, password);
        EndSessions();
    }

    /// <summary>One-time codes and what stands in for them are gone, and so is every session: whoever has the telephone is out.</summary>
    public void SwitchTotpOff()
    {
        (TotpOn, TotpKey) = (false, null);
        Recovery.Clear();
        EndSessions();
    }

    /// <summary>No session that was opened under another stamp goes on.</summary>
    public void Stamp(string stamp)
    {
        SecurityStamp = stamp;
        Open.Clear();
    }

    private void EndSessions() => Stamp(RandomNumberGenerator.GetHexString(32));

    public override string ToString() => Id;
}
