using System.Text.Json;
using Ledger.Log.Audit;
using Ledger.Log.Events;
using Npgsql;

namespace Ledger.Api.Sealing;

/// <summary>How events and leaves are read from the database: in one spelling, whoever reads them.</summary>
public static class SealRows
{
    /// <summary>In the order of <see cref="Event"/>.</summary>
    public const string EventColumns = "e.seq_id, e.id, e.stream_id, e.version, e.tenant_id, e.type, e.timestamp at time zone 'UTC', e.user_name, e.data";

    /// <summary>In the order of <see cref="Leaf"/>.</summary>
    public const string LeafColumns = "l.index, l.seq, l.salt, l.hash, l.nodes, l.shredded::text";

    public static EventRow Event(NpgsqlDataReader row, int at = 0) => new(
        row.GetInt64(at), row.GetGuid(at + 1), row.GetGuid(at + 2), row.GetInt64(at + 3), row.GetString(at + 4), row.GetString(at + 5),
        row.GetDateTime(at + 6), row.IsDBNull(at + 7) ? null : row.GetString(at + 7), row.GetFieldValue<byte[]>(at + 8));

    public static LeafRow Leaf(NpgsqlDataReader row, int at = 0) => new(
        row.GetInt64(at), row.GetInt64(at + 1), Salt(row, at), row.GetFieldValue<byte[]>(at + 3), row.GetFieldValue<byte[]>(at + 4));

    /// <summary>What is left of a leaf's salts, as the column <c>shredded</c> keeps it.</summary>
    public static string Shredded(LeafSalt salt)
    {
        ArgumentNullException.ThrowIfNull(salt);
        return JsonSerializer.Serialize(new { salts = Hex(salt.Members), erased = Hex(salt.Erased) });
        static Dictionary<string, string> Hex(IReadOnlyDictionary<string, byte[]> hashes) => hashes.ToDictionary(h => h.Key, h => Convert.ToHexStringLower(h.Value));
    }

    private static LeafSalt Salt(NpgsqlDataReader row, int at)
    {
        var whole = row.IsDBNull(at + 2) ? null : row.GetFieldValue<byte[]>(at + 2);
        if (row.IsDBNull(at + 5))
            return new LeafSalt(whole);
        using var shredded = JsonDocument.Parse(row.GetString(at + 5));
        return new LeafSalt(whole) { Members = Hashes(shredded, "salts"), Erased = Hashes(shredded, "erased") };
    }

    private static Dictionary<string, byte[]> Hashes(JsonDocument json, string member) =>
        json.RootElement.GetProperty(member).EnumerateObject().ToDictionary(m => m.Name, m => Convert.FromHexString(m.Value.GetString()!));
}
