using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Ledger.Domain.Kinds;

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

    /// <summary>An activity inside another record says its kind.</summary>
    private static void NameKinds(JsonTypeInfo type)
    {
        if (type.Type != typeof(Activity))
            return;
        type.PolymorphismOptions = new JsonPolymorphismOptions { TypeDiscriminatorPropertyName = "kind" };
        foreach (var kind in Catalogue.Kinds)
            type.PolymorphismOptions.DerivedTypes.Add(new JsonDerivedType(kind.EventType, kind.Code));
    }
}
