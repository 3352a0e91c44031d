using System.Text.Json.Nodes;
using Ledger.Domain.Kinds;
using Ledger.Domain.Matters;

namespace Ledger.Api.Setup;

/// <summary>An example of each kind that the ledger would take as it stands: every field of its own, of the common ones the date.</summary>
public static class OpenApiExamples
{
    private const string Day = "2023-06-15";
    private const string Before = "2023-06-01";
    private const int ThatYear = 2023;

    private static readonly HashSet<string> Common = [.. FieldDefinition.AllOf(typeof(Activity)).Select(f => f.Name)];

    public static JsonObject Of(KindDefinition kind)
    {
        ArgumentNullException.ThrowIfNull(kind);
        var example = new JsonObject { ["occurredOn"] = Day };
        foreach (var field in kind.Fields.Where(f => !Common.Contains(f.Name)))
            example[field.Name] = Value(field);
        return example;
    }

    /// <summary>A step of a matter with every field of its own, as it may be sent.</summary>
    public static JsonObject Of(StepDefinition step)
    {
        ArgumentNullException.ThrowIfNull(step);
        var example = new JsonObject { ["occurredOn"] = Day };
        foreach (var field in step.Fields.Where(f => f.Name is not ("occurredOn" or "note" or "documentNo" or "lateReason")))
            example[field.Name] = field.Name == "figure" ? "legal-service" : Value(field);
        return example;
    }

    private static JsonNode Value(FieldDefinition field) => field.Type switch
    {
        FieldType.Date => field.AtMost is null ? Day : Before,
        FieldType.Int => (int)Number(field.Limits, 12),
        FieldType.Decimal => Stepped(field.Limits, (decimal)Number(field.Limits, 2.5)),
        FieldType.Code => field.Options[0].Code,
        FieldType.Bool => true,
        FieldType.Count => new JsonObject { ["value"] = 300, ["precision"] = Codes.Of(Precision.Approximate) },
        FieldType.TextList => new JsonArray(Text(field)),
        FieldType.GroupList => new JsonArray(new JsonObject(field.ItemFields.Select(f => KeyValuePair.Create(f.Name, (JsonNode?)Value(f))))),
        _ => Text(field),
    };

    private static string Text(FieldDefinition field)
    {
        var text = field.Name == "url" ? "https://www.example.gov.cn/2023/06" : $"示例{field.Limits.Label}";
        return text.Length <= field.Limits.MaxLength ? text : text[..field.Limits.MaxLength];
    }

    /// <summary>The same for all, so that no number exceeds the one it may not; a year where only years are taken.</summary>
    private static double Number(FieldAttribute limits, double usual) =>
        limits.Min <= usual ? Math.Min(usual, double.IsNaN(limits.Max) ? usual : limits.Max)
        : limits.Min <= ThatYear && limits.Max >= ThatYear ? ThatYear
        : limits.Min;

    private static decimal Stepped(FieldAttribute limits, decimal value) =>
        limits.Step > 0 ? value - value % (decimal)limits.Step : value;
}
