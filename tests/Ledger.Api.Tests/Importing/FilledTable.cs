using System.Globalization;
using System.Text.Json.Nodes;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Ledger.Domain.Kinds;

namespace Ledger.Api.Tests.Importing;

/// <summary>A template filled in as a spreadsheet would save it: days as serial numbers, texts shared.</summary>
internal static class FilledTable
{
    public static byte[] Of(byte[] template, KindDefinition kind, IReadOnlyList<JsonObject> activities) =>
        Of(template, [.. activities.Select(a => Cells(kind, a))]);

    /// <param name="template">The kind's template; its example stays where it is.</param>
    /// <param name="rows">By heading: text, a number, a day.</param>
    public static byte[] Of(byte[] template, IReadOnlyList<IReadOnlyDictionary<string, object>> rows)
    {
        var file = new MemoryStream();
        file.Write(template);
        using (var document = SpreadsheetDocument.Open(file, true))
        {
            var workbook = document.WorkbookPart!;
            var sheet = (WorksheetPart)workbook.GetPartById(workbook.Workbook!.Descendants<Sheet>().First().Id!.Value!);
            var data = sheet.Worksheet!.GetFirstChild<SheetData>()!;
            var headings = data.Elements<Row>().First().Elements<Cell>().Select(c => (Column: c.CellReference!.Value!.TrimEnd('1'), c.InlineString!.Text!.Text)).ToList();
            var strings = workbook.AddNewPart<SharedStringTablePart>();
            strings.SharedStringTable = new SharedStringTable();
            var next = 0;
            foreach (var (i, row) in rows.Index())
            {
                var number = (uint)i + 3;
                var written = new Row { RowIndex = number };
                Assert.Empty(row.Keys.Except(headings.Select(h => h.Text)));
                foreach (var (column, heading) in headings.Where(h => row.ContainsKey(h.Text)))
                {
                    var cell = new Cell { CellReference = $"{column}{number}" };
                    if (row[heading] is string text)
                    {
                        strings.SharedStringTable.Append(new SharedStringItem(new Text(Escape(text)) { Space = SpaceProcessingModeValues.Preserve }));
                        (cell.DataType, cell.CellValue) = (CellValues.SharedString, new CellValue((next++).ToString(CultureInfo.InvariantCulture)));
                    }
                    else
                    {
                        cell.CellValue = new CellValue(Convert.ToString(row[heading] is DateOnly day ? day.ToDateTime(default).ToOADate() : row[heading], CultureInfo.InvariantCulture)!);
                    }

                    written.Append(cell);
                }

                data.Append(written);
            }
        }

        return file.ToArray();
    }

    private static Dictionary<string, object> Cells(KindDefinition kind, JsonObject activity)
    {
        var cells = new Dictionary<string, object>();
        foreach (var (name, value) in activity)
        {
            var field = kind.Fields.First(f => f.Name == name);
            var heading = field.Limits.Label + (field.Limits.Unit is { } unit ? $"（{unit}）" : "");
            cells[heading] = Cell(field, value!);
            if (value is JsonObject rough)
            {
                cells[heading] = rough["value"]!.GetValue<int>();
                cells[$"{field.Limits.Label}·精确程度"] = rough["precision"]!.GetValue<string>() == "approximate" ? "约" : "不少于";
            }
        }

        return cells;
    }

    private static object Cell(FieldDefinition field, JsonNode value) => field.Type switch
    {
        FieldType.Date => DateOnly.ParseExact(value.GetValue<string>(), "yyyy-MM-dd", CultureInfo.InvariantCulture),
        FieldType.Int or FieldType.Decimal => decimal.Parse(value.ToJsonString(), CultureInfo.InvariantCulture),
        FieldType.Count when value is not JsonObject => value.GetValue<int>(),
        FieldType.Code => field.Options.Single(o => o.Code == value.GetValue<string>()).Label,
        FieldType.Bool => value.GetValue<bool>() ? "是" : "否",
        FieldType.TextList => string.Join('；', value.AsArray().Select(v => Quoted(v!.GetValue<string>()))),
        FieldType.GroupList => string.Join("；", value.AsArray().Select(item => string.Join(' ', field.ItemFields.Select(f => Part(f, item![f.Name]!))))),
        FieldType.Count => 0,
        _ => value.GetValue<string>(),
    };

    private static string Part(FieldDefinition field, JsonNode value) => field.Type switch
    {
        FieldType.Code => field.Options.Single(o => o.Code == value.GetValue<string>()).Label,
        FieldType.Text => Quoted(value.GetValue<string>()),
        _ when value is JsonObject rough => (rough["precision"]!.GetValue<string>() == "approximate" ? "约" : "不少于") + rough["value"]!.ToJsonString(),
        _ => value.ToJsonString(),
    };

    private static string Quoted(string text) => $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static string Escape(string text) => text.Replace("_x", "_x005F_x", StringComparison.Ordinal);
}
