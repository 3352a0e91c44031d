using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Ledger.Domain.Kinds;
using Ledger.Domain.Matters;

namespace Ledger.Domain;

/// <summary>How the ledger writes JSON, in events, exports and over HTTP: camelCase, codes in kebab-case, nothing for null.</summary>
public static class LedgerJson
{
    public static JsonSerializerOptions Options { get; } = Configure(new JsonSerializerOptions(JsonSerializerDefaults.Web));

    public static JsonSerializerOptions Configure(JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.PropertyNamingPolicy = JsonNamingPolicy.CamelCase;
        options.NumberHandling = JsonNumberHandling.Strict;
        options.DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull;
        options.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
        // jsonb sorts members, so the kind need not come first.
        options.AllowOutOfOrderMetadataProperties = true;
        options.Converters.Clear();
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false));
        options.TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { NameKinds } };
        return options;
    }

    /// <summary>An activity, or a step of a matter, inside another record says its kind.</summary>
    private static void NameKinds(JsonTypeInfo type)
    {
        IEnumerable<JsonDerivedType>? kinds =
            type.Type == typeof(Activity) ? Catalogue.Kinds.Select(k => new JsonDerivedType(k.EventType, k.Code))
            : type.Type == typeof(MatterStep) ? MatterCatalogue.Steps.Select(s => new JsonDerivedType(s.EventType, s.FullCode))
            : null;
        if (kinds is null)
            return;
        type.PolymorphismOptions = new JsonPolymorphismOptions { TypeDiscriminatorPropertyName = "kind" };
        foreach (var kind in kinds)
            type.PolymorphismOptions.DerivedTypes.Add(kind);
    }
}
