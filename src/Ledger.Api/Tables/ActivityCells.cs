using System.Globalization;
using System.Text.Json;
using Ledger.Documents.Sheets;
using Ledger.Domain;
using Ledger.Domain.Kinds;

namespace Ledger.Api.Tables;

/// <summary>An activity as cells under its kind's columns; <c>Importing/CellReading</c> is the way back.</summary>
public static class ActivityCells
{
    public static IEnumerable<SheetCell> Of(Activity activity, IReadOnlyList<ActivityColumn> columns)
    {
        ArgumentNullException.ThrowIfNull(activity);
        var values = JsonSerializer.SerializeToElement(activity, activity.GetType(), LedgerJson.Options);
        return columns.Select(c => values.TryGetProperty(c.Field.Name, out var value) ? Of(c, value) : SheetCell.Empty);
    }

    private static SheetCell Of(ActivityColumn column, JsonElement value)
    {
        var field = column.Field;
        if (field.Type == FieldType.Count)
        {
            var count = value.Deserialize<Count>(LedgerJson.Options);
            return column.Precision ? SheetCell.Of(count.Inexact ? Codes.LabelOf(count.Precision) : null) : SheetCell.Of(count.Value);
        }

        return field.Type switch
        {
            FieldType.Date => SheetCell.Of(DateOnly.ParseExact(value.GetString()!, "yyyy-MM-dd", CultureInfo.InvariantCulture)),
            FieldType.Int or FieldType.Decimal => SheetCell.Of(value.GetDecimal()),
            FieldType.Bool => SheetCell.Of(value.GetBoolean() ? "是" : "否"),
            FieldType.Code => SheetCell.Of(LabelOf(field, value)),
            FieldType.TextList => SheetCell.Of(ListText.Join(value.EnumerateArray().Select(v => v.GetString()!))),
            FieldType.GroupList => SheetCell.Of(ListText.Join(value.EnumerateArray().Select(item => Item(field, item)), quoted: true)),
            _ => SheetCell.Of(value.GetString()),
        };
    }

    /// <summary>The parts of one item in their order, set apart by blanks: <c>干部职工 23</c>, <c>走访企业 家 约12</c>.</summary>
    private static string Item(FieldDefinition field, JsonElement item) => string.Join(' ', field.ItemFields
        .Where(f => item.TryGetProperty(f.Name, out _))
        .Select(f => ListText.Part(Part(f, item.GetProperty(f.Name)))));

    private static string Part(FieldDefinition field, JsonElement value) => field.Type switch
    {
        FieldType.Code => LabelOf(field, value),
        FieldType.Count => value.Deserialize<Count>(LedgerJson.Options) is var count && count.Inexact
            ? Codes.LabelOf(count.Precision) + count.Value.ToString(CultureInfo.InvariantCulture)
            : count.Value.ToString(CultureInfo.InvariantCulture),
        _ => value.ToString(),
    };

    private static string LabelOf(FieldDefinition field, JsonElement value) =>
        field.Options.FirstOrDefault(o => o.Code == value.GetString())?.Label ?? value.ToString();
}
