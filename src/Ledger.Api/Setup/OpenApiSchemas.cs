using Ledger.Api.Access;
using Ledger.Api.Counties;
using Ledger.Api.Entries;
using Ledger.Api.Kinds;
using Ledger.Api.Units;
using Ledger.Api.Years;
using Ledger.Domain.Kinds;
using Ledger.Domain.Years;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Ledger.Api.Setup;

/// <summary>Sets right what a schema made from a type alone does not know of the JSON that is read and written.</summary>
internal static class OpenApiSchemas
{
    /// <summary>Bodies whose members may all be missing for the reader's sake, and what is refused without.</summary>
    private static readonly Dictionary<Type, string[]> Bodies = new()
    {
        [typeof(RegisterUnit)] = ["code", "name"],
        [typeof(RegisterCounty)] = ["code", "name"],
        [typeof(ReviewEntry)] = ["version"],
        [typeof(ConfirmNil)] = ["figure", "reason"],
        [typeof(ReopenYear)] = ["reason"],
        [typeof(SignIn)] = ["user", "password"],
        [typeof(ProvePassword)] = ["password"],
        [typeof(ProveCode)] = ["code"],
        [typeof(ChangePassword)] = ["current", "new"],
        [typeof(CreateAccount)] = ["user", "name"],
        [typeof(GrantRole)] = ["role"],
        [typeof(IssueToken)] = ["name", "role"],
    };

    public static Task Refine(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken ct)
    {
        var json = context.JsonTypeInfo;
        if (json.Type == typeof(Count) || json.Type == typeof(Count?))
            schema.OneOf = OpenApiFields.OfCount().OneOf;
        // Text has a converter of its own (StorableText), at which the framework stops looking.
        if (json.Type.IsEnum || json.Type == typeof(string))
            schema.Type = JsonSchemaType.String;
        // What is null is not written.
        foreach (var member in json.Properties.Where(p => p.IsGetNullable))
            schema.Required?.Remove(member.Name);
        // A withdrawal is answered with itself, and nobody confirmed it.
        if (json.Type == typeof(NilReturnConfirmed))
            schema.Required?.Remove("confirmedBy");
        if (Bodies.TryGetValue(json.Type, out var needed))
            schema.Required = needed.ToHashSet();
        if (json.Type == typeof(FieldView) && schema.Properties?["items"] is OpenApiSchema items)
            items.OneOf = [new OpenApiSchema { Const = "text" }, new OpenApiSchema { Type = JsonSchemaType.Array, Items = new OpenApiSchema { Type = JsonSchemaType.Object } }];
        return Task.CompletedTask;
    }
}
