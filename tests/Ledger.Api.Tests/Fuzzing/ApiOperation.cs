using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Ledger.Api.Tests.Fuzzing;

/// <summary>A parameter as it is described.</summary>
internal sealed record ApiParameter(string Name, string In, bool Required, JsonObject Schema);

/// <summary>An answer as it is described: its media types, each with the name of its schema where it is JSON.</summary>
internal sealed record ApiAnswer(IReadOnlyDictionary<string, string?> Schemas);

/// <summary>One method of one path, as the document has it.</summary>
internal sealed partial class ApiOperation
{
    public ApiOperation(string method, string path, JsonObject node, ApiDocument document)
    {
        (Method, Path) = (method, path);
        Id = node["operationId"]?.GetValue<string>() ?? $"{method} {path}";
        Tag = node["tags"]?[0]?.GetValue<string>() ?? "";
        Parameters = [.. (node["parameters"]?.AsArray() ?? []).Select(p => document.Follow(p!)).Select(p => new ApiParameter(
            p["name"]!.GetValue<string>(), p["in"]!.GetValue<string>(), p["required"]?.GetValue<bool>() ?? false, p["schema"]?.AsObject() ?? []))];
        Roles = RolesIn().Match(node["description"]?.GetValue<string>() ?? "") is { Success: true } named ? named.Groups[1].Value.Split(", ") : null;
        Public = node["security"] is JsonArray { Count: 0 };
        var content = node["requestBody"] is { } body ? document.Follow(body)["content"]?.AsObject() : null;
        Body = content?["application/json"]?["schema"];
        Example = content?["application/json"]?["example"];
        Uploads = content?.ContainsKey("multipart/form-data") == true;
        BodySchema = Body is null ? null : document.Keep($"{Key}.body", Body);
        Answers = node["responses"]!.AsObject().ToDictionary(r => int.Parse(r.Key, System.Globalization.CultureInfo.InvariantCulture), r => AnswerOf(r.Key, document.Follow(r.Value!), document));
    }

    public string Method { get; }
    public string Path { get; }
    public string Id { get; }
    public string Tag { get; }
    public IReadOnlyList<ApiParameter> Parameters { get; }

    /// <summary>Codes of the roles it is open to; null where no roles are named.</summary>
    public IReadOnlyList<string>? Roles { get; }

    public bool Public { get; }
    public bool OfUnit => Path.Contains("{unit}", StringComparison.Ordinal);
    public bool Reads => Method == "GET";
    public JsonNode? Body { get; }
    public JsonNode? Example { get; }
    public string? BodySchema { get; }

    /// <summary>Takes a file.</summary>
    public bool Uploads { get; }

    public IReadOnlyDictionary<int, ApiAnswer> Answers { get; }

    private string Key => NotOfAName().Replace($"{Method}.{Path}", "_");

    private ApiAnswer AnswerOf(string status, JsonObject answer, ApiDocument document) => new((answer["content"]?.AsObject() ?? []).ToDictionary(
        c => c.Key,
        c => c.Key.EndsWith("json", StringComparison.Ordinal) && c.Value!["schema"] is { } schema ? document.Keep($"{Key}.{status}.{NotOfAName().Replace(c.Key, "_")}", schema) : null));

    [GeneratedRegex("Roles: ([a-z-]+(?:, [a-z-]+)*)")]
    private static partial Regex RolesIn();

    [GeneratedRegex("[^A-Za-z0-9.]")]
    private static partial Regex NotOfAName();
}
