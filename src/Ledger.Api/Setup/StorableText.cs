using System.Text.Json;
using System.Text.Json.Serialization;
using Ledger.Domain;

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
        // Another control character in its place: it can be stored, and is refused with its field where text is checked.
        return reader.GetString()!.Replace('\0', '\u0001');
    }

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStringValue(value);
    }

    /// <summary>The same of queries and paths.</summary>
    public static async Task CheckQueryAsync(HttpContext http, RequestDelegate next)
    {
        ArgumentNullException.ThrowIfNull(http);
        ArgumentNullException.ThrowIfNull(next);
        var broken = http.Request.Query.Where(q => HasNul(q.Key) || q.Value.Any(HasNul)).Select(q => q.Key).ToList();
        if (broken.Count > 0)
            await Results.Problem(http.Invalid([.. broken.Select(name => new Problem(name.Replace("\0", "", StringComparison.Ordinal), "有不能保存的字符", "Has a character that cannot be stored"))])).ExecuteAsync(http);
        else if (HasNul(http.Request.Path.Value))
            await Results.Problem(http.Refuse(400, "bad-request", "请求中有不能保存的字符", "The request has characters that cannot be stored")).ExecuteAsync(http);
        else
            await next(http);
    }

    private static bool HasNul(string? text) => text?.Contains('\0', StringComparison.Ordinal) == true;
}
