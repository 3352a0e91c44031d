using System.Text.Json;
using System.Text.Json.Serialization;

namespace Ledger.Api.Entries;

/// <summary>The body as it was sent, before anyone decided what it is.</summary>
[JsonConverter(typeof(Converter))]
public sealed record SentJson(JsonElement Json)
{
    private sealed class Converter : JsonConverter<SentJson>
    {
        public override SentJson Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            new(JsonElement.ParseValue(ref reader));

        public override void Write(Utf8JsonWriter writer, SentJson value, JsonSerializerOptions options) =>
            value.Json.WriteTo(writer);
    }
}
