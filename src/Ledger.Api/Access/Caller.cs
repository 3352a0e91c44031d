using Ledger.Domain.Units;

namespace Ledger.Api.Access;

public enum CallerKind
{
    Account,
    Token,
    Guest,
}

/// <summary>Whoever stands behind a request, and what they hold.</summary>
/// <param name="Id">The account's user name, the token's id, or <see cref="Guests.Id"/>.</param>
/// <param name="Name">What stands beside an event as its author.</param>
/// <param name="Kind">How they are known.</param>
/// <param name="Grants">Their roles.</param>
public sealed record Caller(string Id, string Name, CallerKind Kind, IReadOnlyList<Grant> Grants)
{
    /// <summary>A password that somebody else knows is changed before anything else.</summary>
    public bool MustChangePassword { get; init; }

    /// <summary>One-time codes are wanted of every password here, and these are not set up.</summary>
    public bool MustSetUpCodes { get; init; }

    public string AuditName => Kind == CallerKind.Token ? $"token:{Id}" : Id;

    public bool Holds(IEnumerable<Role> roles, string? unit) => Grants.Any(g => roles.Contains(g.Role) && g.Covers(unit));

    /// <summary>Whether they may know that the unit is there.</summary>
    public bool Sees(Unit unit)
    {
        ArgumentNullException.ThrowIfNull(unit);
        return Kind == CallerKind.Guest ? unit.Sample : Grants.Any(g => g.Covers(unit.Id) || (unit.County is { } county && g.IsOfCounty(county)));
    }

    public bool Sees(County county)
    {
        ArgumentNullException.ThrowIfNull(county);
        return Kind == CallerKind.Guest ? county.Sample : Grants.Any(g => g.IsOfCounty(county.Id) || g.Role == Role.SystemAdmin);
    }

    /// <summary>The same caller before a unit of a county: who reads the county reads it, too.</summary>
    public Caller Before(Unit unit)
    {
        ArgumentNullException.ThrowIfNull(unit);
        return unit.County is { } county && Grants.Any(g => g.IsOfCounty(county)) ? this with { Grants = [.. Grants, new Grant(Role.CountyReader, unit.Id)] } : this;
    }

    public static Caller Of(HttpContext http)
    {
        ArgumentNullException.ThrowIfNull(http);
        return http.Features.Get<Caller>() ?? throw new InvalidOperationException("The gate lets nobody through without a caller");
    }
}
