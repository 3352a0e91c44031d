using Ledger.Documents.Sheets;
using Ledger.Domain.Kinds;

namespace Ledger.Api.Tables;

/// <summary>
/// A column for a field of a kind, in exports and in import templates alike, so that what was exported can be imported. A
/// count that may be rough takes two: the number, which can be added up, and beside it how exactly it is known.
/// </summary>
/// <param name="Field">The field.</param>
/// <param name="Precision">The second column of a count.</param>
public sealed record ActivityColumn(FieldDefinition Field, bool Precision = false)
{
    private const string Exactness = "精确程度";

    public string Heading => Precision ? $"{Field.Limits.Label}·{Exactness}"
        : Field.Limits.Unit is { } unit ? $"{Field.Limits.Label}（{unit}）"
        : Field.Limits.Label;

    /// <summary>What may be chosen in the column, as people read it; empty where it is typed.</summary>
    public IReadOnlyList<string> Options => Precision ? [.. Codes.OptionsOf(typeof(Precision)).Select(o => o.Label)]
        : Field.Type == FieldType.Bool ? ["是", "否"]
        : [.. Field.Options.Select(o => o.Label)];

    public SheetColumn Sheet => new(Heading, Math.Max(Width, Math.Min(2 * Heading.Length + 4, 24)))
    {
        Required = Field.Required && !Precision,
        Kind = Precision ? CellKind.Text : Field.Type switch
        {
            FieldType.Date => CellKind.Date,
            FieldType.Int or FieldType.Decimal or FieldType.Count => CellKind.Number,
            _ => CellKind.Text,
        },
    };

    private double Width => Precision ? 10 : Field.Type switch
    {
        FieldType.Date => 12,
        FieldType.Text when Field.Limits.MaxLength > 200 => 48,
        FieldType.Text => 24,
        FieldType.TextList or FieldType.GroupList => 30,
        FieldType.Code => 2 * Field.Options.Max(o => o.Label.Length) + 3,
        _ => 10,
    };

    /// <summary>Every column of a kind: when and what first, then its own fields, the common ones behind them.</summary>
    public static IReadOnlyList<ActivityColumn> Of(KindDefinition kind)
    {
        ArgumentNullException.ThrowIfNull(kind);
        return [.. kind.Fields
            .OrderBy(f => f.Name switch { "occurredOn" => 0, "title" => 1, _ => 2 })
            .SelectMany(f => f.Type == FieldType.Count ? new[] { new ActivityColumn(f), new ActivityColumn(f, Precision: true) } : [new ActivityColumn(f)])];
    }
}
