using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using Ledger.Log.Events;
using Ledger.Log.Notes;

namespace Ledger.Log.Audit;

/// <summary>One member that an order takes out, and the hash of what stands there since.</summary>
public sealed record OrderedErasure(long Seq, string Path, string Sha256);

/// <summary>
/// That personal data was erased, as an event of the log says it: where, why, on whose word. It holds for nothing unless the
/// log's key signed it, which does not lie in the database.
/// </summary>
public sealed record ErasureOrder(string StandIn, string Reason, string OrderedBy, string ApprovedBy, IReadOnlyList<OrderedErasure> Members, string? Seal)
{
    /// <summary>The name the event is stored under.</summary>
    public const string EventType = "personal_data_erased";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The event that says it.</summary>
    public long Sequence { get; init; }

    public DateTime At { get; init; }

    /// <summary>Null where the event is of another type or cannot be read.</summary>
    public static ErasureOrder? Parse(EventRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        try
        {
            return row.Type == EventType && JsonSerializer.Deserialize<ErasureOrder>(row.Data, Json) is { Members: not null } order ? order with { Sequence = row.Sequence, At = row.At } : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The hash by which what stands in a member's place is named.</summary>
    public static string HashOf(ReadOnlySpan<byte> value) => $"sha-256:{Convert.ToHexStringLower(SHA256.HashData(value))}";

    /// <summary>What is signed.</summary>
    public string Text(string unit)
    {
        object[] said = [StandIn, Reason, OrderedBy, ApprovedBy, .. Members.SelectMany(m => new object[] { m.Seq, m.Path, m.Sha256 })];
        return $"ledger-erasure/1\nunit {unit}\n{HashOf(JsonSerializer.SerializeToUtf8Bytes(said, Json))}\n";
    }

    public ErasureOrder Signed(string unit, SigningKey key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return this with { Seal = new SignedNote(Text(unit), [key.Sign(Text(unit))]).ToString() };
    }

    /// <summary>Whether one of these keys signed it.</summary>
    public bool IsSigned(string unit, IEnumerable<VerifierKey> keys) =>
        SignedNote.Parse(Seal) is { } note && note.Text == Text(unit) && keys.Any(k => note.SignedBy(k) == true);
}
