using System.Text;
using System.Text.Json;

namespace Ledger.Log.Events;

/// <summary>
/// An event's members one by one: a path (JSON pointer, names as the JSON text spells them) and the value's own bytes.
/// Objects are taken apart, a list is one value, so that what a list holds is erased as a whole.
/// </summary>
public static class EventMembers
{
    /// <summary>Path of who recorded the event; no pointer begins like this.</summary>
    public const string By = "by";

    /// <summary>In the order of the paths' bytes.</summary>
    /// <exception cref="JsonException">The data is no JSON object.</exception>
    public static List<(byte[] Path, ReadOnlyMemory<byte> Value)> Of(EventRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        var members = new List<(byte[] Path, ReadOnlyMemory<byte> Value)>(16);
        var json = new Utf8JsonReader(row.Data);
        if (!json.Read() || json.TokenType != JsonTokenType.StartObject)
            throw new JsonException("an event's data is an object");
        Take(ref json, [], row.Data, members);
        if (row.By is { } by)
            members.Add((Encoding.UTF8.GetBytes(By), Quoted(by)));
        members.Sort((one, other) => one.Path.AsSpan().SequenceCompareTo(other.Path));
        return members;
    }

    /// <summary>The same as text.</summary>
    public static IEnumerable<(string Path, string Value)> TextsOf(EventRow row) =>
        Of(row).Select(m => (Encoding.UTF8.GetString(m.Path), Encoding.UTF8.GetString(m.Value.Span)));

    private static void Take(ref Utf8JsonReader json, byte[] above, byte[] data, List<(byte[], ReadOnlyMemory<byte>)> members)
    {
        while (json.Read() && json.TokenType != JsonTokenType.EndObject)
        {
            var path = Below(above, json.ValueSpan);
            json.Read();
            var from = (int)json.TokenStartIndex;
            if (json.TokenType == JsonTokenType.StartObject)
            {
                var count = members.Count;
                Take(ref json, path, data, members);
                if (members.Count > count)
                    continue;
            }
            else
            {
                json.Skip();
            }

            members.Add((path, data.AsMemory(from, (int)json.BytesConsumed - from)));
        }
    }

    private static byte[] Below(byte[] above, ReadOnlySpan<byte> name)
    {
        if (name.IndexOfAny((byte)'~', (byte)'/') < 0)
            return [.. above, (byte)'/', .. name];
        return [.. above, (byte)'/', .. Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(name).Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal))];
    }

    /// <summary>A JSON string with nothing escaped that need not be (RFC 8785, 3.2.2.2): as PostgreSQL writes it.</summary>
    internal static byte[] Quoted(string text)
    {
        var quoted = new StringBuilder("\"", text.Length + 2);
        foreach (var c in text)
        {
            _ = c switch
            {
                '"' or '\\' => quoted.Append('\\').Append(c),
                '\b' => quoted.Append("\\b"),
                '\f' => quoted.Append("\\f"),
                '\n' => quoted.Append("\\n"),
                '\r' => quoted.Append("\\r"),
                '\t' => quoted.Append("\\t"),
                < ' ' => quoted.Append("\\u").Append(((int)c).ToString("x4", null)),
                _ => quoted.Append(c),
            };
        }

        return Encoding.UTF8.GetBytes(quoted.Append('"').ToString());
    }
}
