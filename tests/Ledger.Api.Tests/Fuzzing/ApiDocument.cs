using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Json.Schema;

namespace Ledger.Api.Tests.Fuzzing;

/// <summary>The service's own description: its operations, and the schemas that bodies and answers are held against.</summary>
internal sealed partial class ApiDocument
{
    private const string Base = "https://ledger.invalid/api";
    private static readonly EvaluationOptions Strictly = new() { OutputFormat = OutputFormat.List, RequireFormatValidation = true };
    private readonly JsonObject _root;
    private readonly JsonObject _schemas;
    private readonly JsonObject _definitions;
    private readonly BuildOptions _known = new() { SchemaRegistry = new() };
    private readonly Dictionary<string, JsonSchema> _checks = [];

    private ApiDocument(JsonObject root)
    {
        _root = root;
        _schemas = root["components"]!["schemas"]!.AsObject();
        _definitions = Named(_schemas).AsObject();
        Operations = [.. root["paths"]!.AsObject().SelectMany(p => p.Value!.AsObject().Select(m => new ApiOperation(m.Key.ToUpperInvariant(), p.Key, m.Value!.AsObject(), this)))];
        JsonSchema.FromText(new JsonObject { ["$schema"] = "https://json-schema.org/draft/2020-12/schema", ["$id"] = Base, ["$defs"] = _definitions }.ToJsonString(), _known);
    }

    public IReadOnlyList<ApiOperation> Operations { get; }

    public static ApiDocument Parse(string json) => new(JsonNode.Parse(json)!.AsObject());

    public ApiOperation? Find(string method, string path) => Operations.FirstOrDefault(o => o.Method == method && o.Path == path);

    /// <summary>What a reference leads to; the node itself if it is none.</summary>
    public JsonObject Follow(JsonNode node)
    {
        while (node["$ref"]?.GetValue<string>() is { } reference)
            node = reference.Split('/').Skip(1).Aggregate((JsonNode)_root, (at, name) => at[name]!);
        return node.AsObject();
    }

    /// <summary>Adds a schema of an operation's own to those that can be checked.</summary>
    public string Keep(string name, JsonNode schema)
    {
        _definitions[name] = Named(schema);
        return name;
    }

    /// <summary>What is wrong with a value by a schema; null if nothing.</summary>
    public string? Check(string name, JsonElement value)
    {
        if (!_checks.TryGetValue(name, out var check))
            _checks[name] = check = JsonSchema.FromText(new JsonObject { ["$ref"] = $"{Base}#/$defs/{name}" }.ToJsonString(), _known);
        var result = check.Evaluate(value, Strictly);
        return result.IsValid ? null : string.Join("; ", (result.Details ?? []).Where(d => d.Errors is { Count: > 0 }).Take(4).Select(d => $"{d.InstanceLocation}: {string.Join(", ", d.Errors!.Values)}"));
    }

    /// <summary>A copy whose references lead to where the schemas stand for checking.</summary>
    private static JsonNode Named(JsonNode schema) => JsonNode.Parse(Reference().Replace(schema.ToJsonString(), "\"#/$$defs/"))!;

    [GeneratedRegex("\"#/components/schemas/")]
    private static partial Regex Reference();
}
