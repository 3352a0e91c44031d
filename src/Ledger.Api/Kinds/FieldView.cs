using Ledger.Domain.Kinds;

namespace Ledger.Api.Kinds;

/// <summary>A field of a kind: what it is called, what it takes and within which limits.</summary>
public sealed record FieldView
{
    public required string Name { get; init; }
    public required string Label { get; init; }
    public required string EnglishLabel { get; init; }

    /// <summary>date, int, decimal, text, code, bool, count or list.</summary>
    public required string Type { get; init; }

    public required bool Required { get; init; }
    public string? Unit { get; init; }
    public double? Min { get; init; }
    public double? Max { get; init; }
    public double? Step { get; init; }
    public int? MinLength { get; init; }
    public int? MaxLength { get; init; }
    public int? MaxItems { get; init; }

    /// <summary>Name of the field this one may not exceed.</summary>
    public string? AtMost { get; init; }

    /// <summary>The codes a code field takes.</summary>
    public IReadOnlyList<CodeOption>? Options { get; init; }

    /// <summary>What a list holds: <c>"text"</c>, or the fields of one item.</summary>
    public object? Items { get; init; }

    public static FieldView Of(FieldDefinition field)
    {
        ArgumentNullException.ThrowIfNull(field);
        var limits = field.Limits;
        var number = field.Type is FieldType.Int or FieldType.Decimal or FieldType.Count;
        var list = field.Type is FieldType.TextList or FieldType.GroupList;
        var text = field.Type is FieldType.Text or FieldType.TextList;
        return new FieldView
        {
            Name = field.Name,
            Label = limits.Label,
            EnglishLabel = limits.EnglishLabel,
            Type = list ? "list" : field.Type.ToString().ToLowerInvariant(),
            Required = field.Required,
            Unit = limits.Unit,
            Min = number ? limits.Min : null,
            Max = number && !double.IsNaN(limits.Max) ? limits.Max : null,
            Step = field.Type == FieldType.Decimal && limits.Step > 0 ? limits.Step : null,
            MinLength = text ? Math.Max(1, limits.MinLength) : null,
            MaxLength = text ? limits.MaxLength : null,
            MaxItems = list ? limits.MaxItems : null,
            AtMost = field.AtMost,
            Options = field.Type == FieldType.Code ? field.Options : null,
            Items = field.Type switch
            {
                FieldType.TextList => "text",
                FieldType.GroupList => field.ItemFields.Select(Of).ToList(),
                _ => null,
            },
        };
    }
}
