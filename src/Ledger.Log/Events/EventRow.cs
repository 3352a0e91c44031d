namespace Ledger.Log.Events;

/// <summary>
/// An event as the database keeps it: recorded at a time in UTC, whole microseconds, by somebody or by nobody known; its
/// data as PostgreSQL prints its <c>jsonb</c>, UTF-8.
/// </summary>
public sealed record EventRow(long Sequence, Guid Id, Guid Stream, long Version, string Unit, string Type, DateTime At, string? By, byte[] Data);

/// <summary>
/// What opens a leaf: one salt for all members, or, once a member was erased, a salt for each that is left and the
/// commitment of each that is gone.
/// </summary>
public sealed record LeafSalt(byte[]? Whole)
{
    /// <summary>Bytes of an event's salt.</summary>
    public const int Size = 16;

    /// <summary>Path → salt of the members that are left. Empty while the whole salt is there.</summary>
    public IReadOnlyDictionary<string, byte[]> Members { get; init; } = new Dictionary<string, byte[]>();

    /// <summary>Path → commitment of the members that were erased.</summary>
    public IReadOnlyDictionary<string, byte[]> Erased { get; init; } = new Dictionary<string, byte[]>();
}
