using System.Text.Json.Nodes;

namespace Ledger.Api.Tests.Fuzzing;

/// <summary>Values that a schema allows, drawn by chance; every text carries the sender's word.</summary>
internal sealed class SchemaValues(ApiDocument document, Random random, string marker)
{
    private static readonly string[] Words = ["普法宣传", "合同审查", "会议纪要", "张三", "某律师", "二〇二三年", "①②", "a<b>&\"c\"", "𠀀𠮷", "é́", "\t两行\n文字"];

    public JsonNode? Of(JsonNode from, int depth = 0)
    {
        var schema = document.Follow(from);
        if (schema["const"] is { } only)
            return only.DeepClone();
        if (schema["enum"] is JsonArray options)
            return Pick(options)?.DeepClone();
        if ((schema["oneOf"] ?? schema["anyOf"]) is JsonArray choices)
            return Of(Pick(choices)!, depth);
        var type = schema["type"] switch
        {
            JsonArray several => several.Select(t => t!.GetValue<string>()).Where(t => t != "null" || random.Next(10) == 0).OrderBy(_ => random.Next()).FirstOrDefault(),
            { } one => one.GetValue<string>(),
            null => null,
        };
        return type switch
        {
            "object" => Object(schema, depth),
            "array" => new JsonArray([.. Enumerable.Range(0, random.Next(4)).Select(_ => Of(schema["items"] ?? new JsonObject(), depth + 1))]),
            "integer" => Whole(schema),
            "number" => Math.Round(random.NextDouble() * 40) / 2,
            "boolean" => random.Next(2) == 0,
            "null" => null,
            _ => Text(schema),
        };
    }

    private JsonObject Object(JsonObject schema, int depth)
    {
        var made = new JsonObject();
        var required = (schema["required"]?.AsArray() ?? []).Select(r => r!.GetValue<string>()).ToHashSet();
        foreach (var (name, member) in schema["properties"]?.AsObject() ?? [])
        {
            if (required.Contains(name) || (depth < 4 && random.Next(2) == 0))
                made[name] = Of(member!, depth + 1);
        }

        return made;
    }

    private JsonNode Whole(JsonObject schema)
    {
        var low = schema["minimum"]?.GetValue<decimal>() ?? 0;
        var high = schema["maximum"]?.GetValue<decimal>() ?? 1000;
        return random.Next(8) switch
        {
            0 => (long)low,
            1 => (long)high,
            _ => (long)Math.Min(high, low + random.Next(30)),
        };
    }

    private string Text(JsonObject schema) => schema["format"]?.GetValue<string>() switch
    {
        "date" => Day(),
        "date-time" => $"{Day()}T{random.Next(24):00}:00:00+08:00",
        "uuid" => Uuid(),
        _ => Phrase(schema["minLength"]?.GetValue<int>() ?? 0, schema["maxLength"]?.GetValue<int>() ?? 60),
    };

    public string Day() => $"{2022 + random.Next(3)}-{1 + random.Next(12):00}-{1 + random.Next(28):00}";

    public string Uuid() => $"0199a000-{random.Next(0x10000):x4}-7{random.Next(0x1000):x3}-8000-{random.Next():x8}{random.Next(0x10000):x4}";

    public string Phrase(int least = 2, int most = 60)
    {
        // A name of a step counts with what it is filled with: six characters stand for about ten.
        var text = most < 20 ? Words[random.Next(6)][..Math.Min(2, most)] : marker + Words[random.Next(Words.Length)];
        return text.PadRight(least, '字');
    }

    private JsonNode? Pick(JsonArray from) => from[random.Next(from.Count)];
}
