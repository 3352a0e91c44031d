using System.Text.Json;
using System.Text.Json.Serialization;

namespace Ledger.Domain.Kinds;

/// <summary>How exactly a count is known (counting rule 6).</summary>
public enum Precision
{
    [Label("准确", "Exact")] Exact,
    [Label("不少于", "At least")] AtLeast,
    [Label("约", "About")] Approximate,
}

/// <summary>
/// A count that people may know only roughly: 300余份. Written as <c>{ "value": 300, "precision": "approximate" }</c>,
/// or as plain <c>300</c> when exact. A sum of which any part is not exact prints 余.
/// </summary>
[JsonConverter(typeof(CountConverter))]
public readonly record struct Count(long Value, Precision Precision = Precision.Exact)
{
    public bool Inexact => Precision != Precision.Exact;

    public static implicit operator Count(long value) => new(value);

    public static Count FromInt64(long value) => new(value);
}

internal sealed class CountConverter : JsonConverter<Count>
{
    public override Count Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.Number)
            return new Count(reader.GetInt64());
        var written = JsonSerializer.Deserialize<Written>(ref reader, options) ?? throw new JsonException("a count may not be null");
        return new Count(written.Value, written.Precision);
    }

    public override void Write(Utf8JsonWriter writer, Count value, JsonSerializerOptions options)
    {
        if (value.Inexact)
            JsonSerializer.Serialize(writer, new Written(value.Value, value.Precision), options);
        else
            writer.WriteNumberValue(value.Value);
    }

    private sealed record Written(long Value, Precision Precision = Precision.Exact);
}
