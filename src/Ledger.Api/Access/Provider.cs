using System.Net;
using System.Security.Claims;
using Ledger.Api.Setup;

namespace Ledger.Api.Access;

/// <summary>The organisation's own way to sign in (OpenID Connect), if one is set.</summary>
public sealed record Provider(string? Authority, string? ClientId, string? Secret)
{
    /// <summary>The scheme's name, and where the provider sends people back to.</summary>
    public const string Scheme = "provider";
    public const string Return = "/sign_in/returned";

    public bool On => Authority is not null;

    /// <summary>
    /// How people must have signed in there: one of these has to stand in the ID token's <c>acr</c> or <c>amr</c>. Empty where
    /// any way of the provider will do.
    /// </summary>
    public IReadOnlyList<string> Strengths { get; init; } = [];

    public bool IsStrong(IEnumerable<Claim> claims) =>
        Strengths.Count == 0 || claims.Any(c => c.Type is "acr" or "amr" && Strengths.Contains(c.Value, StringComparer.Ordinal));

    // Whatever prints the settings prints no secret.
    public override string ToString() => nameof(Provider);

    public static Provider Of(IConfiguration settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        string? Set(string name) => settings[$"LEDGER_OIDC_{name}"] is { Length: > 0 } set ? set : null;
        var provider = new Provider(Set("AUTHORITY"), Set("CLIENT_ID"), Set("CLIENT_SECRET"))
        {
            Strengths = Set("ACR")?.Split([',', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [],
        };
        if (provider is { Authority: null, ClientId: null, Secret: null, Strengths.Count: 0 })
            return provider;
        if (provider is not { Authority: not null, ClientId: not null, Secret: not null })
            throw new LedgerSetupException("LEDGER_OIDC_AUTHORITY、LEDGER_OIDC_CLIENT_ID、LEDGER_OIDC_CLIENT_SECRET 须一并设置，LEDGER_OIDC_ACR 只与它们同用 (All three are set, or none; LEDGER_OIDC_ACR goes with them)");
        if (!Uri.TryCreate(provider.Authority, UriKind.Absolute, out var at) || !(at.Scheme == Uri.UriSchemeHttps || (at.Scheme == Uri.UriSchemeHttp && IsLoopback(at))))
            throw new LedgerSetupException("LEDGER_OIDC_AUTHORITY 须为 https 地址 (It must be an https address)");
        return provider;
    }

    public bool IsPlain => Authority!.StartsWith("http:", StringComparison.OrdinalIgnoreCase);

    private static bool IsLoopback(Uri at) => at.Host == "localhost" || (IPAddress.TryParse(at.Host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));
}
