using System.Globalization;
using System.Text.Json.Nodes;
using Ledger.Domain.Kinds;
using Microsoft.OpenApi;

namespace Ledger.Api.Setup;

/// <summary>The schema of what a kind takes, from the same field definitions that its reader checks.</summary>
internal static class OpenApiFields
{
    public const string Count = nameof(Domain.Kinds.Count);

    /// <summary>What a whole number or count without a bound of its own may be at most.</summary>
    private const double Largest = 1e9;

    public static OpenApiSchema Of(KindDefinition kind, OpenApiDocument document)
    {
        var schema = Of(kind.Fields, document);
        schema.Title = kind.Name;
        schema.Description = $"{kind.Name} · {kind.EnglishName}";
        return schema;
    }

    public static OpenApiSchema OfCount() => new()
    {
        Description = "数量；不确切的写明精确程度 · A count; one known only roughly says so",
        OneOf =
        [
            new OpenApiSchema { Type = JsonSchemaType.Integer, Minimum = "0", Maximum = Number(Largest) },
            new OpenApiSchema
            {
                Type = JsonSchemaType.Object,
                Required = new HashSet<string> { "value", "precision" },
                AdditionalPropertiesAllowed = false,
                Properties = new Dictionary<string, IOpenApiSchema>
                {
                    ["value"] = new OpenApiSchema { Type = JsonSchemaType.Integer, Minimum = "0", Maximum = Number(Largest) },
                    ["precision"] = Code(Codes.OptionsOf(typeof(Precision))),
                },
            },
        ],
    };

    public static OpenApiSchema Code(IReadOnlyList<CodeOption> options, string? label = null) => new()
    {
        Type = JsonSchemaType.String,
        Enum = [.. options.Select(o => (JsonNode)o.Code)],
        Description = (label is null ? "" : label + "：") + string.Join("；", options.Select(o => $"{o.Code} {o.Label}")),
    };

    public static OpenApiSchema Of(IReadOnlyList<FieldDefinition> fields, OpenApiDocument document) => new()
    {
        Type = JsonSchemaType.Object,
        Required = fields.Where(f => f.Required).Select(f => f.Name).ToHashSet(),
        Properties = new OrderedDictionary<string, IOpenApiSchema>(fields.Select(f => KeyValuePair.Create(f.Name, Of(f, document)))),
        AdditionalPropertiesAllowed = false,
    };

    private static IOpenApiSchema Of(FieldDefinition field, OpenApiDocument document)
    {
        var limits = field.Limits;
        if (field.Type == FieldType.Count)
            return new OpenApiSchemaReference(Count, document) { Description = Describe(field) };
        var schema = field.Type switch
        {
            FieldType.Date => new OpenApiSchema { Type = JsonSchemaType.String, Format = "date" },
            FieldType.Int => new OpenApiSchema { Type = JsonSchemaType.Integer, Minimum = Number(limits.Min), Maximum = Number(Most(limits)) },
            FieldType.Decimal => new OpenApiSchema
            {
                Type = JsonSchemaType.Number,
                Minimum = Number(limits.Min),
                Maximum = Number(Most(limits)),
                MultipleOf = limits.Step > 0 ? (decimal)limits.Step : null,
            },
            FieldType.Code => Code(field.Options),
            FieldType.Bool => new OpenApiSchema { Type = JsonSchemaType.Boolean },
            FieldType.TextList => new OpenApiSchema { Type = JsonSchemaType.Array, MaxItems = limits.MaxItems, Items = Text(limits) },
            FieldType.GroupList => new OpenApiSchema { Type = JsonSchemaType.Array, MaxItems = limits.MaxItems, Items = Of(field.ItemFields, document) },
            _ => Text(limits),
        };
        schema.Description = Describe(field) + (schema.Description is { } codes ? $"：{codes}" : "");
        return schema;
    }

    private static OpenApiSchema Text(FieldAttribute limits) =>
        new() { Type = JsonSchemaType.String, MinLength = Math.Max(1, limits.MinLength), MaxLength = limits.MaxLength };

    private static string Describe(FieldDefinition field) =>
        $"{field.Limits.Label} · {field.Limits.EnglishLabel}"
        + (field.Limits.Unit is { } unit ? $"（{unit}）" : "")
        + (field.AtMost is { } other ? $"，不大于 {other}" : "");

    private static double Most(FieldAttribute limits) => double.IsNaN(limits.Max) ? Largest : limits.Max;

    private static string Number(double value) => ((decimal)value).ToString(CultureInfo.InvariantCulture);
}
