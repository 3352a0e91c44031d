using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Ledger.Log.Tree;

namespace Ledger.Log.Events;

/// <summary>
/// The leaf of an event, byte by byte as <c>docs/integrity.md</c> says: what orders and names it in the clear, and of each
/// member a salted commitment, so that a member can be erased and the leaf still stands.
/// </summary>
public static class EventLeaf
{
    private const byte SaltPrefix = 2;
    private const byte CommitmentPrefix = 3;

    public static byte[] Hash(EventRow row, LeafSalt salt)
    {
        ArgumentNullException.ThrowIfNull(row);
        ArgumentNullException.ThrowIfNull(salt);
        if (salt.Whole is not { } whole)
            return Hash(row, Shredded(EventMembers.Of(row), salt));
        var members = EventMembers.Of(row);
        var salts = new ShortMessages();
        foreach (var (path, _) in members)
            salts.Add(SaltPrefix, whole, path);
        var memberSalts = salts.Hashes();
        var values = new ShortMessages();
        foreach (var (i, (_, value)) in members.Index())
            values.Add(CommitmentPrefix, Nth(memberSalts, i), value.Span);
        var commitments = values.Hashes();
        var leaf = new ArrayBufferWriter<byte>(2048);
        Head(leaf, row);
        foreach (var (i, (path, _)) in members.Index())
            Line(leaf, Nth(commitments, i), path);
        return Merkle.Leaf(leaf.WrittenSpan);

        static ReadOnlySpan<byte> Nth(byte[] hashes, int i) => hashes.AsSpan(i * Merkle.Size, Merkle.Size);
    }

    /// <param name="row">What stands in the clear; its data is not looked at.</param>
    /// <param name="lines">Path and commitment of each member, in the order of the paths' bytes.</param>
    public static byte[] Hash(EventRow row, IEnumerable<(byte[] Path, byte[] Commitment)> lines)
    {
        ArgumentNullException.ThrowIfNull(row);
        ArgumentNullException.ThrowIfNull(lines);
        var leaf = new ArrayBufferWriter<byte>(1536);
        Head(leaf, row);
        foreach (var (path, commitment) in lines)
            Line(leaf, commitment, path);
        return Merkle.Leaf(leaf.WrittenSpan);
    }

    /// <summary>What salts one member: nobody who learns it learns the event's salt or another member's.</summary>
    public static byte[] MemberSalt(ReadOnlySpan<byte> whole, ReadOnlySpan<byte> path)
    {
        var hash = new byte[Merkle.Size];
        HashOf(SaltPrefix, whole, path, hash);
        return hash;
    }

    /// <summary>What stands in the leaf for a member.</summary>
    public static byte[] Commitment(ReadOnlySpan<byte> memberSalt, ReadOnlySpan<byte> value)
    {
        var hash = new byte[Merkle.Size];
        HashOf(CommitmentPrefix, memberSalt, value, hash);
        return hash;
    }

    private static void HashOf(byte prefix, ReadOnlySpan<byte> salt, ReadOnlySpan<byte> text, Span<byte> hash)
    {
        var length = 1 + salt.Length + text.Length;
        var rented = length > 512 ? ArrayPool<byte>.Shared.Rent(length) : null;
        var message = rented is null ? stackalloc byte[length] : rented.AsSpan(0, length);
        message[0] = prefix;
        salt.CopyTo(message[1..]);
        text.CopyTo(message[(1 + salt.Length)..]);
        SHA256.HashData(message, hash);
        if (rented is not null)
            ArrayPool<byte>.Shared.Return(rented);
    }

    /// <summary>An event's time as it stands in leaves and files.</summary>
    public static string Time(DateTime at) => at.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture);

    private static void Head(ArrayBufferWriter<byte> lines, EventRow row) => Encoding.UTF8.GetBytes(
        string.Create(CultureInfo.InvariantCulture, $"""
            ledger-event/1
            unit {row.Unit}
            seq {row.Sequence}
            id {row.Id}
            stream {row.Stream}
            version {row.Version}
            type {row.Type}
            at {Time(row.At)}

            """), lines);

    private static void Line(ArrayBufferWriter<byte> lines, ReadOnlySpan<byte> hash, ReadOnlySpan<byte> path)
    {
        lines.Write("sha-256:"u8);
        var hex = lines.GetSpan(2 * Merkle.Size);
        for (var i = 0; i < hash.Length; i++)
            (hex[2 * i], hex[2 * i + 1]) = ("0123456789abcdef"u8[hash[i] >> 4], "0123456789abcdef"u8[hash[i] & 15]);
        lines.Advance(2 * Merkle.Size);
        lines.Write(" "u8);
        lines.Write(path);
        lines.Write("\n"u8);
    }

    private static List<(byte[] Path, byte[] Hash)> Shredded(List<(byte[] Path, ReadOnlyMemory<byte> Value)> members, LeafSalt salt)
    {
        var lines = salt.Erased.Select(e => (Path: Encoding.UTF8.GetBytes(e.Key), Hash: e.Value)).ToList();
        foreach (var (path, value) in members)
        {
            // What stands where a member was erased is no member of the leaf.
            var name = Encoding.UTF8.GetString(path);
            if (!salt.Erased.ContainsKey(name))
                lines.Add((path, salt.Members.TryGetValue(name, out var own) ? Commitment(own, value.Span) : new byte[Merkle.Size]));
        }

        lines.Sort((one, other) => one.Path.AsSpan().SequenceCompareTo(other.Path));
        return lines;
    }
}
