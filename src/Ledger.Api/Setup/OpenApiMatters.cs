using System.Text.Json.Nodes;
using Ledger.Domain.Entries;
using Ledger.Domain.Kinds;
using Ledger.Domain.Matters;
using Microsoft.OpenApi;

namespace Ledger.Api.Setup;

/// <summary>What the steps of matters take, from the same definitions that their reader checks.</summary>
internal static class OpenApiMatters
{
    public static string NameOf(StepDefinition step) => $"{step.Matter}-{step.Code}";

    /// <summary>The body of a step: its fields, the reasons for what its guards warn of, and the version it is taken from.</summary>
    public static OpenApiSchema Of(StepDefinition step, OpenApiDocument document)
    {
        var schema = OpenApiFields.Of(step.Fields, document);
        schema.Title = $"{MatterCatalogue.Find(step.Matter)!.Name}：{step.Name}";
        schema.Description = $"{step.Name} · {step.EnglishName}";
        if (!step.Opens)
        {
            schema.Required!.Add("version");
            schema.Properties!["version"] = Version();
        }

        schema.Properties!["reasons"] = Reasons(step);
        return schema;
    }

    /// <summary>One path for each kind in place of <c>{kind}</c>.</summary>
    public static void AddKinds(OpenApiPaths paths, string path, OpenApiOperation any, OpenApiDocument document)
    {
        foreach (var kind in MatterCatalogue.Kinds)
        {
            var operation = new OpenApiOperation(any)
            {
                OperationId = $"open-{kind.Code}",
                Summary = $"新立{kind.Name} · Open: {kind.EnglishName}",
                Parameters = [.. any.Parameters!.Where(p => p.Name != "kind")],
                RequestBody = OpenApiBodies.Json(new OpenApiSchemaReference(NameOf(kind.Opening), document), OpenApiExamples.Of(kind.Opening)),
            };
            paths.Add(path.Replace("{kind}", kind.Code, StringComparison.Ordinal), new OpenApiPathItem { Operations = new() { [HttpMethod.Post] = operation } });
        }
    }

    public static OpenApiRequestBody Taking(OpenApiDocument document)
    {
        var step = MatterCatalogue.Find("shortcoming")!.FindStep("measure")!;
        var example = OpenApiExamples.Of(step);
        example["version"] = 1;
        return OpenApiBodies.Json(new OpenApiSchema { AnyOf = [.. Taken(document)] }, example);
    }

    public static OpenApiRequestBody Reversing(OpenApiDocument document) => OpenApiBodies.Json(
        new OpenApiSchema
        {
            Type = JsonSchemaType.Object,
            AdditionalPropertiesAllowed = false,
            Required = new HashSet<string> { "version", "taken", "reason" },
            Properties = new OrderedDictionary<string, IOpenApiSchema>
            {
                ["version"] = Version(),
                ["taken"] = new OpenApiSchema { Type = JsonSchemaType.Integer, Minimum = "1", Description = "要撤销的步骤的版本号 · The version of the step" },
                ["reason"] = new OpenApiSchema { Type = JsonSchemaType.String, MinLength = 2, MaxLength = 500, Description = "原因 · Why" },
                ["reasonCode"] = OpenApiFields.Code(Codes.OptionsOf(typeof(ReversalReason)), "原因类别 · Kind of reason"),
                ["anew"] = new OpenApiSchema { Type = JsonSchemaType.Object, Description = "改为的内容，字段同该步骤 · The step as it should have been said, with its own fields" },
                ["reasons"] = new OpenApiSchema { Type = JsonSchemaType.Object, AdditionalProperties = new OpenApiSchema { Type = JsonSchemaType.String } },
            },
        },
        new JsonObject { ["version"] = 3, ["taken"] = 2, ["reason"] = "登记到了另一事项上", ["reasonCode"] = Codes.Of(ReversalReason.NotHappened) });

    private static IEnumerable<IOpenApiSchema> Taken(OpenApiDocument document) =>
        MatterCatalogue.Steps.Where(s => !s.Opens).Select(s => new OpenApiSchemaReference(NameOf(s), document));

    private static OpenApiSchema Version() =>
        new() { Type = JsonSchemaType.Integer, Minimum = "1", Description = "所依据的版本号 · The version it was decided on" };

    private static OpenApiSchema Reasons(StepDefinition step) => new()
    {
        Type = JsonSchemaType.Object,
        Description = "与规定或程序不一致时，逐项写明的原因 · Why, for each guard that warns",
        AdditionalPropertiesAllowed = false,
        Properties = new OrderedDictionary<string, IOpenApiSchema>(step.Guards.Select(g => KeyValuePair.Create(
            g.Code, (IOpenApiSchema)new OpenApiSchema { Type = JsonSchemaType.String, MinLength = 2, MaxLength = 500, Description = $"{g.Message}（{g.Source}）" }))),
    };
}
