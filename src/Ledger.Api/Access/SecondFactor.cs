using Ledger.Api.Setup;

namespace Ledger.Api.Access;

/// <summary>
/// Whether a password alone is enough here. Where it is not, whoever has one sets up one-time codes before anything else, and
/// does not switch them off. Accounts of the provider have their second factor there, tokens have none.
/// </summary>
public sealed record SecondFactor(bool Required)
{
    public const string Setting = "LEDGER_SECOND_FACTOR";

    public static SecondFactor Of(IConfiguration settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return settings[Setting] switch
        {
            null or "" or "optional" => new(Required: false),
            "required" => new(Required: true),
            // A slip of the pen must not leave it off.
            _ => throw new LedgerSetupException($"{Setting} 应为 required 或 optional (It is required or optional)"),
        };
    }

    public bool IsMissing(Account account)
    {
        ArgumentNullException.ThrowIfNull(account);
        return Required && account is { PasswordHash: not null, TotpOn: false };
    }
}
