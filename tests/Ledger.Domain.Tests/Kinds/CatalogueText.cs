using Ledger.Domain.Figures;
using Ledger.Domain.Kinds;

namespace Ledger.Domain.Tests.Kinds;

/// <summary>A kind of the code written the way <see cref="CatalogueContract"/> writes it.</summary>
internal static class CatalogueText
{
    public static string Of(KindDefinition kind) => string.Join('\n',
    [
        $"{kind.Group} {kind.Code} {kind.EventType.Name}",
        .. kind.Fields.Where(f => !IsCommon(f)).Select(Of),
        .. kind.Figures.Select(f => $"= {f.Code} {f.Unit}: {Of(f.Rule)}"),
    ]);

    public static string CommonFieldsOf(KindDefinition kind) => string.Join('\n', kind.Fields.Where(IsCommon).Select(Of));

    private static bool IsCommon(FieldDefinition field) => FieldDefinition.AllOf(typeof(Activity)).Any(f => f.Name == field.Name);

    private static string Of(FieldDefinition field) =>
        $"{field.Name}{(field.Required ? "*" : "")} {TypeOf(field)}{(field.AtMost is { } most ? $" ≤ {most}" : "")}";

    private static string TypeOf(FieldDefinition field) => field.Type switch
    {
        FieldType.Date => "date",
        FieldType.Int => "int",
        FieldType.Decimal => "decimal",
        FieldType.Text => "text",
        FieldType.Code => $"code: {string.Join(", ", field.Options.Select(o => o.Code))}",
        FieldType.Bool => "bool",
        FieldType.Count => "count",
        FieldType.TextList => "list of text",
        FieldType.GroupList => $"list of {string.Join("; ", field.ItemFields.Select(Of))}",
        _ => throw new InvalidOperationException($"the contract has no word for {field.Type}"),
    };

    private static string Of(CountingRule rule)
    {
        var what = rule.Measure switch
        {
            Measure.Entries => "entries",
            Measure.Sum => $"sum {rule.Field}",
            Measure.Distinct => $"distinct {rule.Field}",
            Measure.Rate => $"rate {rule.Field}/{rule.Denominator}",
            Measure.Share => $"share {rule.Field}",
            _ => throw new InvalidOperationException($"the contract has no word for {rule.Measure}"),
        };
        var by = rule.By is { } field ? $" by {field}" : "";
        var when = rule.WhenField is { } condition ? $" when {condition} is {string.Join(" or ", rule.WhenCodes)}" : "";
        return what + by + when;
    }
}
