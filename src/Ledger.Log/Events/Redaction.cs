using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace Ledger.Log.Events;

/// <summary>A member that says something else than was sealed: its path and the JSON text that stands there now.</summary>
public sealed record RedactedMember(string Path, string Instead);

/// <summary>
/// An event with some of its members taken out and something standing in their places, and the salts that are left: the
/// event's own is gone, every other member has its own, of what was taken out the commitment stays. The leaf is the same.
/// </summary>
public sealed record Redaction(EventRow Row, LeafSalt Salt, IReadOnlyList<RedactedMember> Members)
{
    /// <param name="row">The event.</param>
    /// <param name="salt">What opens its leaf; null while it is not sealed, and then there is nothing to keep.</param>
    /// <param name="instead">Path and JSON text of a member → the JSON text to stand there; null where it stays.</param>
    /// <returns>Null where nothing is taken out.</returns>
    public static Redaction? Of(EventRow row, LeafSalt? salt, Func<string, string, string?> instead)
    {
        ArgumentNullException.ThrowIfNull(row);
        ArgumentNullException.ThrowIfNull(instead);
        var (changed, gone, left) = (new List<RedactedMember>(), new Dictionary<string, byte[]>(salt?.Erased ?? new Dictionary<string, byte[]>()), new Dictionary<string, byte[]>());
        var cuts = new List<(int At, int Length, byte[] Text)>();
        var by = row.By;
        foreach (var (path, value) in EventMembers.Of(row))
        {
            var name = Encoding.UTF8.GetString(path);
            var own = salt is null ? null : salt.Whole is { } whole ? EventLeaf.MemberSalt(whole, path) : salt.Members.GetValueOrDefault(name);
            if (instead(name, Encoding.UTF8.GetString(value.Span)) is { } text)
            {
                changed.Add(new(name, text));
                if (own is not null && !gone.ContainsKey(name))
                    gone[name] = EventLeaf.Commitment(own, value.Span);
                if (name == EventMembers.By)
                    by = JsonSerializer.Deserialize<string>(text);
                else if (MemoryMarshal.TryGetArray(value, out var place))
                    cuts.Add((place.Offset, place.Count, Encoding.UTF8.GetBytes(text)));
            }
            else if (own is not null && !gone.ContainsKey(name))
            {
                left[name] = own;
            }
        }

        return changed.Count == 0 ? null
            : new(row with { By = by, Data = Spliced(row.Data, cuts) }, new LeafSalt((byte[]?)null) { Members = left, Erased = gone }, changed);
    }

    /// <summary>Everything else keeps its bytes: its commitment is over them.</summary>
    private static byte[] Spliced(byte[] data, List<(int At, int Length, byte[] Text)> cuts)
    {
        var spliced = new List<byte>(data.Length);
        var from = 0;
        foreach (var (at, length, text) in cuts.OrderBy(c => c.At))
        {
            spliced.AddRange(data.AsSpan(from, at - from));
            spliced.AddRange(text);
            from = at + length;
        }

        spliced.AddRange(data.AsSpan(from));
        return [.. spliced];
    }
}
