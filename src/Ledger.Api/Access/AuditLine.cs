using System.Globalization;
using Ledger.Domain.Kinds;

namespace Ledger.Api.Access;

/// <summary>
/// A row of the audit log as one line of named values in the service's own log: whatever takes that away (journald, a
/// container's log, a collector) takes the row to another system. It holds what the row holds, and so no secret.
/// </summary>
public static partial class AuditLine
{
    /// <summary>Under which it is logged, and by which it is switched on and off.</summary>
    public const string Category = "Ledger.Audit";

    public static void Write(ILogger log, AuditEntry entry)
    {
        ArgumentNullException.ThrowIfNull(log);
        ArgumentNullException.ThrowIfNull(entry);
        if (log.IsEnabled(LogLevel.Information))
            Row(log, Time(entry), Codes.Of(entry.Kind), Plain(entry.Who), Plain(entry.Unit), Plain(entry.Subject), entry.Status, entry.Origin ?? "");
    }

    /// <summary>For a verb at the command line, which has no log: the same words to where its progress goes.</summary>
    public static Action<AuditEntry> To(TextWriter error) => entry =>
        error.WriteLine($"audit at={Time(entry)} kind={Codes.Of(entry.Kind)} who={Plain(entry.Who)} unit={Plain(entry.Unit)} subject={Plain(entry.Subject)} status={entry.Status} origin={entry.Origin}");

    private static string Time(AuditEntry entry) => entry.At.UtcDateTime.ToString("O", CultureInfo.InvariantCulture);

    /// <summary>Addresses are sent by anybody: no sign in them ends the line, begins another or turns it round.</summary>
    private static string Plain(string? text) =>
        text is null ? "" : string.Concat(text.Select(c => char.IsControl(c) || char.GetUnicodeCategory(c) is UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator ? '\ufffd' : c));

    [LoggerMessage(Level = LogLevel.Information, Message = "audit at={At} kind={Kind} who={Who} unit={Unit} subject={Subject} status={Status} origin={Origin}")]
    private static partial void Row(ILogger log, string at, string kind, string who, string unit, string subject, int? status, string origin);
}
