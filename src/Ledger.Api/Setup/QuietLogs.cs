using Ledger.Api.Access;

namespace Ledger.Api.Setup;

/// <summary>What a clerk's console shows: this service's own words, and others' only when something is wrong.</summary>
internal static class QuietLogs
{
    public static IEnumerable<KeyValuePair<string, string?>> Settings =>
    [
        new("Logging:LogLevel:Default", "Warning"),
        new("Logging:LogLevel:Ledger", "Information"),
        // Lines for whatever collects logs; somebody at a screen would see a line for everything that is read.
        new($"Logging:LogLevel:{AuditLine.Category}", Console.IsOutputRedirected ? "Information" : "Warning"),
        new("Logging:LogLevel:Wolverine.Configuration.HandlerDiscovery", "Error"),
        // That the keys lie in the data folder as they are is known, and said in docs/operations.md.
        new("Logging:LogLevel:Microsoft.AspNetCore.DataProtection", "Error"),
        .. Records.Select(b => new KeyValuePair<string, string?>($"Logging:LogLevel:{b.FullName}", "None")),
    ];

    /// <summary>
    /// A body that cannot be read is logged by Wolverine under the body's type, with the whole stack: its sender is told, and
    /// nobody fills the log with what is no fault of the service. So is a message that is tried again, which is no failure yet.
    /// Bodies and messages are records, and no record here writes to a log.
    /// </summary>
    private static IEnumerable<Type> Records => typeof(QuietLogs).Assembly.GetTypes().Where(t => t.GetMethod("<Clone>$") is not null);
}
