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
            ReadText(document.RootElement);
            return Twice(document.RootElement, "") is { } twice
                ? (default, http.Invalid([new(twice, "字段重复", "The member stands twice")]))
                : (document.RootElement.Clone(), null);
        }
        catch (JsonException e)
        {
            return (default, http.Refuse(
                StatusCodes.Status400BadRequest,
                "not-json",
                $"内容不是有效的 JSON（第 {e.LineNumber + 1} 行，第 {e.BytePositionInLine + 1} 字节）",
                $"The body is not valid JSON (line {e.LineNumber + 1}, byte {e.BytePositionInLine + 1})"));
        }
        catch (InvalidOperationException)
        {
            return (default, http.Refuse(
                StatusCodes.Status400BadRequest, "not-text", "内容含有无法识别的文字，请以 UTF-8 发送", "The body holds text that is none; send it in UTF-8"));
        }
    }

    /// <summary>Path of a member that stands twice in its object: of two values nobody can say which was meant. Null if none does.</summary>
    private static string? Twice(JsonElement json, string path)
    {
        if (json.ValueKind == JsonValueKind.Array)
            return json.EnumerateArray().Select((item, i) => Twice(item, $"{path}[{i}]")).FirstOrDefault(p => p is not null);
        if (json.ValueKind != JsonValueKind.Object)
            return null;
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var member in json.EnumerateObject())
        {
            var at = path.Length == 0 ? member.Name : $"{path}.{member.Name}";
            if (!names.Add(member.Name))
                return at;
            if (Twice(member.Value, at) is { } below)
                return below;
        }

        return null;
    }

    /// <summary>Half a character and bytes that are no UTF-8 are found only when the text is read.</summary>
    /// <exception cref="InvalidOperationException">A string or name is no text.</exception>
    private static void ReadText(JsonElement json)
    {
        switch (json.ValueKind)
        {
            case JsonValueKind.String:
                _ = json.GetString();
                break;
            case JsonValueKind.Array:
                foreach (var item in json.EnumerateArray())
                    ReadText(item);
                break;
            case JsonValueKind.Object:
                foreach (var member in json.EnumerateObject())
                {
                    _ = member.Name;
                    ReadText(member.Value);
                }

                break;
        }
    }
}
