using System.Text.Json;
using Ledger.Api.Setup;
using Microsoft.AspNetCore.Mvc;

namespace Ledger.Api.Entries;

/// <summary>The body as it was sent, before anyone decided what it is.</summary>
public static class SentJson
{
    /// <summary>The JSON of the body, or why it is none: where it breaks off, in the language asked for.</summary>
    public static async Task<(JsonElement Json, ProblemDetails? Refusal)> ReadAsync(HttpContext http, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(http);
        try
        {
            using var document = await JsonDocument.ParseAsync(http.Request.Body, cancellationToken: ct);
            return (document.RootElement.Clone(), null);
        }
        catch (JsonException e)
        {
            return (default, http.Refuse(
                StatusCodes.Status400BadRequest,
                "not-json",
                $"内容不是有效的 JSON（第 {e.LineNumber + 1} 行，第 {e.BytePositionInLine + 1} 字节）",
                $"The body is not valid JSON (line {e.LineNumber + 1}, byte {e.BytePositionInLine + 1})"));
        }
    }
}
