using System.Text.Json;
using System.Text.Json.Serialization;

namespace Ledger.Api.Setup;

/// <summary>
/// No text with a NUL reaches the database. PostgreSQL refuses it in the middle of a statement, and Npgsql, which sends
/// prepared statements ahead, was seen to hand that connection to the next request out of step.
/// </summary>
public sealed class StorableText : JsonConverter<string>
{
    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.String)
            throw new JsonException("Not a text");
        var text = reader.GetString();
        return text!.Contains('\0', StringComparison.Ordinal) ? throw new JsonException("A NUL in a text") : text;
    }

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStringValue(value);
    }

    /// <summary>The same of queries; a path with one is refused by the server itself.</summary>
    public static async Task CheckQueryAsync(HttpContext http, RequestDelegate next)
    {
        ArgumentNullException.ThrowIfNull(http);
        ArgumentNullException.ThrowIfNull(next);
        if (http.Request.Path.Value!.Contains('\0', StringComparison.Ordinal) || http.Request.Query.Any(q => q.Key.Contains('\0', StringComparison.Ordinal) || q.Value.Any(v => v!.Contains('\0', StringComparison.Ordinal))))
            await Results.Problem(http.Refuse(400, "bad-request", "请求中有不能保存的字符", "The request has characters that cannot be stored")).ExecuteAsync(http);
        else
            await next(http);
    }
}
