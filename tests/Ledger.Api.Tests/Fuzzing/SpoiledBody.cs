using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Ledger.Api.Tests.Fuzzing;

/// <summary>A body as somebody hostile or careless sends it: one thing of a good one made wrong.</summary>
internal sealed record SpoiledBody(byte[] Bytes, string? ContentType, bool Readable)
{
    private const string Json = "application/json";
    private const string Hole = "HOLE";
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>What may stand where a value stood, as JSON text.</summary>
    private static readonly string[] Values =
    [
        "null", "true", "0", "-1", "-0", "0.1", "1e400", "-1e-400", "2147483648", "9223372036854775808", "1" + new string('0', 400), "NaN", "\"\"", "\"   \"", "[]", "{}", "[null]", "[[]]", "{\"\":{}}",
        "\"\\u0000\"", "\"a\\u0000b\"", "\"\\ud800\"", "\"\\udc00x\"", "\"\\ud83d\\ud83d\"", "\"\\ufffe\"", "\"\\u202e倒\"", "\"\\u0007\"", "\"<script>alert(1)</script>\"", "\"'; drop table x; --\"", "\"../../etc/passwd\"", "\"{{ 7 | times: 7 }}\"", "\"=1+1\"",
        "\"0001-01-01\"", "\"9999-12-31\"", "\"10000-01-01\"", "\"2023-02-29\"", "\"2023-13-01\"", "\"2023-6-1\"", "\"20230601\"", "\"2023-06-01T00:00:00Z\"", "\"-2023-06-01\"", "\"00000000-0000-0000-0000-000000000000\"", "\"ffffffff-ffff-ffff-ffff-ffffffffffff\"",
    ];

    public static SpoiledBody Of(JsonNode? good) => new(Encoding.UTF8.GetBytes(good?.ToJsonString(Plain) ?? "null"), Json, true);

    public static SpoiledBody Of(JsonNode? good, Random random)
    {
        var text = good?.ToJsonString(Plain) ?? "null";
        return random.Next(24) switch
        {
            < 9 => Text(Replaced(good, Value(random), random)),
            < 11 => Text(Removed(good, random)),
            11 => Text(Added(good, "unbekannt", random)),
            12 => Text(text.StartsWith('{') && text.Length > 2 ? $"{{{text[1..^1]},{text[1..]}" : "{}"),
            13 => Text(Renamed(good, random)),
            14 => Text(Replaced(good, Nested(random.Next(2) == 0 ? 60 : 20_000), random)),
            15 => Text(Replaced(good, $"\"{new string('长', random.Next(4) == 0 ? 400_000 : 3_000)}\"", random)),
            16 => Text(Replaced(good, $"[{string.Join(",", Enumerable.Repeat("{}", 2_000))}]", random)),
            17 => Text(((string[])["", " ", "null", "[]", "7", "\"x\"", "{", "}", "{\"a\"", "[1,", "nul", "\0", "{}{}", "// x\n{}", "{\"a\":1,}"])[random.Next(15)]),
            18 => Text(text[..(text.Length / 2)]),
            19 => new([0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(text)], Json, false),
            20 => new(Encoding.Unicode.GetBytes(text), random.Next(2) == 0 ? Json : "application/json; charset=utf-16", false),
            21 => new([.. Encoding.UTF8.GetBytes(text[..^1]), 0xFF, 0xC0, 0x80, .. "}"u8], Json, false),
            22 => new(Encoding.UTF8.GetBytes(text), ((string?[])[null, "text/plain", "application/xml", "multipart/form-data", "application/x-www-form-urlencoded", "nonsense", "application/json; charset=nonsense", "application/problem+json"])[random.Next(8)], false),
            _ => Text(Replaced(good, Value(random), random, 3)),
        };
    }

    private static SpoiledBody Text(string text) => new(Encoding.UTF8.GetBytes(text), Json, true);

    private static string Value(Random random) => Values[random.Next(Values.Length)];

    private static string Nested(int depth) => string.Concat(Enumerable.Repeat("[", depth)) + string.Concat(Enumerable.Repeat("]", depth));

    private static string Replaced(JsonNode? good, string by, Random random, int times = 1)
    {
        if (good is not JsonObject { Count: > 0 })
            return by;
        var copy = good.DeepClone().AsObject();
        for (var i = 0; i < times; i++)
            Set(copy, random);
        return copy.ToJsonString(Plain).Replace($"\"{Hole}\"", by, StringComparison.Ordinal);
    }

    /// <summary>Puts the hole somewhere, now and then deeper down.</summary>
    private static void Set(JsonObject at, Random random)
    {
        var name = at.ElementAt(random.Next(at.Count)).Key;
        if (random.Next(3) > 0 && at[name] is JsonObject { Count: > 0 } inner)
            Set(inner, random);
        else if (random.Next(3) > 0 && at[name] is JsonArray { Count: > 0 } list)
        {
            if (list[0] is JsonObject { Count: > 0 } item && random.Next(2) == 0)
                Set(item, random);
            else
                list[0] = Hole;
        }
        else
            at[name] = Hole;
    }

    private static string Removed(JsonNode? good, Random random)
    {
        if (good is not JsonObject { Count: > 0 } members)
            return "{}";
        var copy = members.DeepClone().AsObject();
        copy.Remove(copy.ElementAt(random.Next(copy.Count)).Key);
        return copy.ToJsonString(Plain);
    }

    private static string Added(JsonNode? good, string name, Random random)
    {
        var copy = (good as JsonObject)?.DeepClone().AsObject() ?? [];
        copy[name] = Hole;
        return copy.ToJsonString(Plain).Replace($"\"{Hole}\"", Value(random), StringComparison.Ordinal);
    }

    private static string Renamed(JsonNode? good, Random random)
    {
        if (good is not JsonObject { Count: > 0 } members)
            return "{\"\":1}";
        var (name, value) = members.ElementAt(random.Next(members.Count));
        var copy = members.DeepClone().AsObject();
        copy.Remove(name);
        copy[name.ToUpperInvariant()] = value?.DeepClone();
        return copy.ToJsonString(Plain);
    }
}
