using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Ledger.Api.Tables;
using Ledger.Documents.Sheets;
using Ledger.Domain;
using Ledger.Domain.Kinds;

namespace Ledger.Api.Importing;

/// <summary>
/// A cell as the JSON that the API takes for its field, or why it cannot be: the way back from <see cref="ActivityCells"/>.
/// Spellings are read generously, values are not: what does not fit the field's limits is refused by the reader of activities.
/// </summary>
internal static partial class CellReading
{
    public static (JsonNode? Value, Problem? Problem) Read(FieldDefinition field, ReadCell cell, bool from1904)
    {
        if (cell.Kind == ReadKind.Error)
            return (null, Wrong(field, $"公式出错或没有结果{(cell.Text.Length > 0 ? $"（{cell.Text}）" : "")}，请改填数值", "The formula failed or has no stored result; type the value"));
        var text = CellText.Of(cell);
        return field.Type switch
        {
            FieldType.Date => DateText.Read(cell, from1904) is { } day
                ? (day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), null)
                : (null, Wrong(field, $"不是日期（{CellText.Quoted(text)}），请写作 2023-05-03", $"No date ({CellText.Quoted(text)}); write 2023-05-03")),
            FieldType.Int or FieldType.Decimal => NumberText.Read(text, field.Limits.Unit) is { } number ? (Number(number), null) : (null, NoNumber(field, text)),
            FieldType.Count => NumberText.ReadCount(text, field.Limits.Unit) is var (count, precision) ? (Count(count, precision), null) : (null, NoNumber(field, text)),
            FieldType.Code => Option(field.Options, text) is { } code ? (code, null)
                // Refused by the reader of activities, which says more of it.
                : ClassifiedMarks.IsLevel(text) ? (text, null)
                : (null, NoOption(field, text)),
            FieldType.Bool => Truth(text) is { } truth ? (truth, null) : (null, Wrong(field, $"应填是或否（{CellText.Quoted(text)}）", $"Must be 是 or 否 ({CellText.Quoted(text)})")),
            FieldType.TextList => (new JsonArray([.. ListText.Items(text).Select(i => (JsonNode)i)]), null),
            FieldType.GroupList => Groups(field, text),
            _ when CellText.LostDigits(cell) => (null, Wrong(field, $"长数字已被表格软件改写（{cell.Text}），请把单元格设为文本后重新填写", $"The spreadsheet has rewritten the long number ({cell.Text}); make the cell text and type it again")),
            _ => (text, null),
        };
    }

    /// <summary>How exactly a count is known, from the column beside it.</summary>
    public static (Precision? Precision, Problem? Problem) Exactness(FieldDefinition field, ReadCell cell)
    {
        var options = Codes.OptionsOf(typeof(Precision));
        var text = CellText.Of(cell);
        return Option(options, text) is { } code
            ? ((Precision)options.ToList().FindIndex(o => o.Code == code), null)
            : (null, Wrong(field, $"精确程度应为{string.Join("、", options.Select(o => o.Label))}（{CellText.Quoted(text)}）", $"How exactly it is known must be one of {string.Join(", ", options.Select(o => o.Label))} ({CellText.Quoted(text)})"));
    }

    public static JsonNode Count(decimal value, Precision? precision) => precision is { } p and not Precision.Exact
        ? new JsonObject { ["value"] = Number(value), ["precision"] = Codes.Of(p) }
        : Number(value);

    private static JsonValue Number(decimal number) => number == decimal.Truncate(number) && Math.Abs(number) < long.MaxValue ? JsonValue.Create((long)number) : JsonValue.Create(number);

    private static string? Option(IReadOnlyList<CodeOption> options, string text)
    {
        var plain = CellText.Folded(text);
        return options.FirstOrDefault(o => Same(o.Label) || Same(o.Code) || Same(o.EnglishLabel))?.Code;

        bool Same(string name) => string.Equals(CellText.Folded(name), plain, StringComparison.OrdinalIgnoreCase);
    }

    private static bool? Truth(string text) => CellText.Folded(text).ToUpperInvariant() switch
    {
        "是" or "√" or "✓" or "TRUE" or "YES" or "Y" or "1" => true,
        "否" or "×" or "✗" or "FALSE" or "NO" or "N" or "0" => false,
        _ => null,
    };

    private static (JsonNode?, Problem?) Groups(FieldDefinition field, string text)
    {
        var items = new JsonArray();
        // Where groups are chosen from a list, no group's name holds a comma.
        foreach (var parts in ListText.Parts(text, field.ItemFields[0].Type == FieldType.Code ? "，," : ""))
        {
            if (Group(field, parts) is not { } item)
                return (null, Wrong(field, $"看不懂（{CellText.Quoted(string.Join(' ', parts))}），请写作：{Pattern(field)}", $"Not understood ({CellText.Quoted(string.Join(' ', parts))}); write {Pattern(field)}"));
            items.Add(item);
        }

        return (items, null);
    }

    /// <summary>干部职工 23; for two parts also 干部职工23人 and 干部职工：23.</summary>
    private static JsonObject? Group(FieldDefinition field, IReadOnlyList<string> parts)
    {
        if (parts.Count == 1 && field.ItemFields.Count == 2 && NameAndNumber().Match(CellText.Folded(parts[0])) is { Success: true } joined)
            parts = [joined.Groups[1].Value, joined.Groups[2].Value];
        if (parts.Count != field.ItemFields.Count)
            return null;
        var item = new JsonObject();
        foreach (var (member, part) in field.ItemFields.Zip(parts))
        {
            var number = member.Type == FieldType.Int && part.EndsWith('人') ? part[..^1] : part;
            var (value, problem) = Read(member, new ReadCell(ReadKind.Text, number), from1904: false);
            if (problem is not null)
                return null;
            // A quoted part keeps its blanks.
            item[member.Name] = member.Type == FieldType.Text ? part : value;
        }

        return item;
    }

    /// <summary>How an item of the list is written, by example.</summary>
    public static string Pattern(FieldDefinition field) => string.Join(' ', field.ItemFields.Select(f => f.Type switch
    {
        FieldType.Code => f.Options[0].Label,
        FieldType.Text => f.Limits.Label,
        _ => "12",
    }));

    private static Problem NoNumber(FieldDefinition field, string text) => Wrong(field, $"不是数字（{CellText.Quoted(text)}）", $"No number ({CellText.Quoted(text)})");

    private static Problem NoOption(FieldDefinition field, string text) => Wrong(field, $"不在可选项之内（{CellText.Quoted(text)}），应为：{string.Join("、", field.Options.Select(o => o.Label))}", $"Not among the options ({CellText.Quoted(text)}); must be one of {string.Join(", ", field.Options.Select(o => o.Label))}");

    private static Problem Wrong(FieldDefinition field, string message, string english) => new(field.Name, message, english);

    [GeneratedRegex(@"^(\D+?)\s*:?\s*(\d+\s*人?)$")]
    private static partial Regex NameAndNumber();
}
