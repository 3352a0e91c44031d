using System.Globalization;
using System.Text;
using System.Text.Json.Serialization;
using Ledger.Log.Audit;

namespace Ledger.Log.Events;

/// <summary>
/// An event as it is handed to somebody who is to compute its leaf without the database: members by path, each value as the
/// text that was hashed, and the salts. An erased member shows its commitment alone.
/// </summary>
public sealed record OpenedEvent
{
    public required long Index { get; init; }
    public required long Seq { get; init; }
    public required Guid Id { get; init; }
    public required Guid Stream { get; init; }
    public required long Version { get; init; }
    public required string Type { get; init; }
    public required string At { get; init; }

    /// <summary>The event's salt, hex; null once a member was erased.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Salt { get; init; }

    /// <summary>Path → value as JSON text.</summary>
    public required IReadOnlyDictionary<string, string> Members { get; init; }

    /// <summary>Path → the member's own salt, hex, where the event's is gone.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyDictionary<string, string>? Salts { get; init; }

    /// <summary>Path → <c>sha-256:</c> and hex of what was erased.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyDictionary<string, string>? Erased { get; init; }

    /// <summary>Path → JSON text of what stands in the place of what was erased or masked: nothing proves it, and no figure but a count of names may rest on it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyDictionary<string, string>? Instead { get; init; }

    public static OpenedEvent Of(EventRow row, LeafRow leaf)
    {
        ArgumentNullException.ThrowIfNull(row);
        ArgumentNullException.ThrowIfNull(leaf);
        var shredded = leaf.Salt.Whole is null;
        var members = EventMembers.TextsOf(row).ToLookup(m => leaf.Salt.Erased.ContainsKey(m.Path));
        return new OpenedEvent
        {
            Index = leaf.Index,
            Seq = row.Sequence,
            Id = row.Id,
            Stream = row.Stream,
            Version = row.Version,
            Type = row.Type,
            At = EventLeaf.Time(row.At),
            Salt = leaf.Salt.Whole is { } whole ? Convert.ToHexStringLower(whole) : null,
            Members = members[false].ToDictionary(m => m.Path, m => m.Value),
            Salts = shredded ? leaf.Salt.Members.ToDictionary(s => s.Key, s => Convert.ToHexStringLower(s.Value)) : null,
            Erased = shredded ? leaf.Salt.Erased.ToDictionary(e => e.Key, e => $"sha-256:{Convert.ToHexStringLower(e.Value)}") : null,
            Instead = members[true].Any() ? members[true].ToDictionary(m => m.Path, m => m.Value) : null,
        };
    }

    /// <summary>The hash of its leaf in a unit's log.</summary>
    /// <exception cref="FormatException">A salt, a time or a commitment is none.</exception>
    public byte[] Leaf(string unit)
    {
        var at = DateTime.ParseExact(At, "yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture);
        var whole = Salt is null ? null : Convert.FromHexString(Salt);
        var lines = Members.Select(m => (Path: Encoding.UTF8.GetBytes(m.Key), Hash: Committed(m.Key, m.Value, whole))).ToList();
        foreach (var (path, hash) in Erased ?? new Dictionary<string, string>())
            lines.Add((Encoding.UTF8.GetBytes(path), Convert.FromHexString(hash.StartsWith("sha-256:", StringComparison.Ordinal) ? hash[8..] : throw new FormatException("an unknown hash"))));
        lines.Sort((one, other) => one.Path.AsSpan().SequenceCompareTo(other.Path));
        return EventLeaf.Hash(new EventRow(Seq, Id, Stream, Version, unit, Type, at, null, []), lines);
    }

    /// <summary>The event's data put together again from its members.</summary>
    public byte[] Data()
    {
        var root = new SortedDictionary<string, object>(StringComparer.Ordinal);
        foreach (var (path, value) in Members.Concat(Instead ?? new Dictionary<string, string>()).Where(m => m.Key != EventMembers.By))
        {
            var names = path.Split('/')[1..];
            var at = root;
            foreach (var name in names[..^1])
                at = (SortedDictionary<string, object>)(at.TryGetValue(name, out var below) ? below : at[name] = new SortedDictionary<string, object>(StringComparer.Ordinal));
            at[names[^1]] = value;
        }

        var text = new StringBuilder();
        Write(text, root);
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private byte[] Committed(string path, string value, byte[]? whole)
    {
        var salt = whole is not null ? EventLeaf.MemberSalt(whole, Encoding.UTF8.GetBytes(path))
            : Salts?.GetValueOrDefault(path) is { } own ? Convert.FromHexString(own)
            : throw new FormatException($"no salt for {path}");
        return EventLeaf.Commitment(salt, Encoding.UTF8.GetBytes(value));
    }

    /// <summary>Names stand in a path as the JSON text spells them, so that they go back unescaped but for the pointer's own signs.</summary>
    private static void Write(StringBuilder text, object value)
    {
        if (value is not SortedDictionary<string, object> members)
        {
            text.Append((string)value);
            return;
        }

        var before = '{';
        foreach (var (name, member) in members)
        {
            text.Append(before).Append('"').Append(name.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal)).Append("\":");
            Write(text, member);
            before = ',';
        }

        text.Append(members.Count == 0 ? "{}" : "}");
    }
}
