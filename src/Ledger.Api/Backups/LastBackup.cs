namespace Ledger.Api.Backups;

/// <summary>How the last backup went; readiness and the verification page show it.</summary>
public sealed record LastBackup
{
    public const string Only = "last";

    public string Id { get; init; } = Only;

    /// <summary>When the last good one was begun; null while there is none.</summary>
    public DateTimeOffset? At { get; init; }

    /// <summary>The newest event that is certainly in it.</summary>
    public long Sequence { get; init; }

    /// <summary>Its size without evidence.</summary>
    public long Bytes { get; init; }

    /// <summary>How long taking and trying it took.</summary>
    public double Seconds { get; init; }

    /// <summary>When a later one failed; null if none did.</summary>
    public DateTimeOffset? FailedAt { get; init; }

    /// <summary>What was wrong with that one.</summary>
    public string? Fault { get; init; }
}
