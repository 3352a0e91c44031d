using System.Net;
using Ledger.Api.Setup;

namespace Ledger.Api.Access;

/// <summary>The organisation's own way to sign in (OpenID Connect), if one is set.</summary>
public sealed record Provider(string? Authority, string? ClientId, string? Secret)
{
    /// <summary>The scheme's name, and where the provider sends people back to.</summary>
    public const string Scheme = "provider";
    public const string Return = "/sign_in/returned";

    public bool On => Authority is not null;

    // Whatever prints the settings prints no secret.
    public override string ToString() => nameof(Provider);

    public static Provider Of(IConfiguration settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        string? Set(string name) => settings[$"LEDGER_OIDC_{name}"] is { Length: > 0 } set ? set : null;
        var provider = new Provider(Set("AUTHORITY"), Set("CLIENT_ID"), Set("CLIENT_SECRET"));
        if (provider is { Authority: null, ClientId: null, Secret: null })
            return provider;
        if (provider is not { Authority: not null, ClientId: not null, Secret: not null })
            throw new LedgerSetupException("LEDGER_OIDC_AUTHORITY、LEDGER_OIDC_CLIENT_ID、LEDGER_OIDC_CLIENT_SECRET 须一并设置 (All three are set, or none)");
        if (!Uri.TryCreate(provider.Authority, UriKind.Absolute, out var at) || !(at.Scheme == Uri.UriSchemeHttps || (at.Scheme == Uri.UriSchemeHttp && IsLoopback(at))))
            throw new LedgerSetupException("LEDGER_OIDC_AUTHORITY 须为 https 地址 (It must be an https address)");
        return provider;
    }

    public bool IsPlain => Authority!.StartsWith("http:", StringComparison.OrdinalIgnoreCase);

    private static bool IsLoopback(Uri at) => at.Host == "localhost" || (IPAddress.TryParse(at.Host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));
}
