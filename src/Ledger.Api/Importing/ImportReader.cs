using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Ledger.Api.Tables;
using Ledger.Documents.Sheets;
using Ledger.Domain;
using Ledger.Domain.Kinds;

namespace Ledger.Api.Importing;

/// <summary>Makes activities of rows, by the same rules as the API, and says of each cell what is wrong with it.</summary>
internal sealed class ImportReader(ImportTable table, KindDefinition kind, string unit, DateOnly today)
{
    private static readonly string[] Sums = ["合计", "小计", "总计", "共计"];

    private readonly Dictionary<string, int> _equal = [];

    /// <summary>The rows that say something, in their order.</summary>
    public IEnumerable<ImportRow> Rows() => table.Sheet.Rows.Where(r => r.Number > table.Headings.Row).Select(Row).OfType<ImportRow>();

    private ImportRow? Row(ReadRow row)
    {
        var ordinal = table.Headings.Ordinal is { } at && row.Cells.TryGetValue(at, out var first) ? CellText.Of(first) : "";
        // The seal of an export stands in the first column, whatever is there.
        var leading = row.Cells.MinBy(c => c.Key) is { Value: { } lead } ? CellText.Of(lead) : "";
        if (leading.StartsWith(SealedRows.Mark, StringComparison.Ordinal) || ordinal.StartsWith(ImportTemplate.Example, StringComparison.Ordinal))
            return null;
        var cells = row.Cells.Where(c => table.Headings.Columns.ContainsKey(c.Key) && (c.Value.Kind == ReadKind.Error || CellText.Of(c.Value).Length > 0)).ToDictionary();
        if (cells.Count == 0)
            return null;
        if (Sums.Contains(CellText.Folded(leading)))
            return PassedOver(row, $"“{leading}”行不导入", $"A row of sums ({leading}) is not imported");
        if (table.Headings.Status is { } status && row.Cells.TryGetValue(status, out var standing) && CellText.Of(standing) is "已作废" or "已合并")
            return PassedOver(row, "状态为已作废或已合并，不导入", "It is void or merged and is not imported");
        return Activity(row, cells);
    }

    private ImportRow Activity(ReadRow row, Dictionary<int, ReadCell> cells)
    {
        var (sent, problems, bad) = (new JsonObject(), new List<CellProblem>(), new HashSet<string>());
        foreach (var (at, column) in table.Headings.Columns.Where(c => !c.Value.Precision))
        {
            if (!cells.TryGetValue(at, out var cell))
            {
                if (table.Sheet.Merged.Any(m => m.Covers(row.Number, at) && (row.Number, at) != (m.FirstRow, m.FirstColumn)))
                    Add(column.Field.Name, new("", "是合并单元格的一部分，请取消合并，每行各填各的", "Part of merged cells; unmerge them and fill in each row"));
                continue;
            }

            var (value, problem) = CellReading.Read(column.Field, cell, table.Sheet.From1904);
            if (problem is not null)
                Add(column.Field.Name, problem);
            else if (value is not JsonArray { Count: 0 })
                sent[column.Field.Name] = column.Field.Type == FieldType.Count ? WithExactness(column.Field, value, cells, Add) : value;
        }

        var (activity, refused) = ActivityReader.Read(kind, JsonSerializer.SerializeToElement(sent, LedgerJson.Options), today);
        foreach (var problem in refused.Where(p => !bad.Contains(FieldOf(p.Path))))
            Add(FieldOf(problem.Path), problem);
        if (problems.Count > 0)
            return new ImportRow(row.Number, ImportState.Faulty) { Problems = problems };
        var (id, nth) = IdOf(sent);
        return new ImportRow(row.Number, ImportState.Ready)
        {
            Activity = activity,
            Id = id,
            Note = nth > 1 ? new("", "与表中前面的一行完全相同，会各登记一项", "Equal to a row above it; each is logged")
                : row.Hidden ? new("", "在表中是隐藏的，也会导入", "Hidden in the sheet, and imported all the same")
                : null,
        };

        void Add(string field, Problem problem)
        {
            bad.Add(field);
            var (at, column) = table.Headings.Columns.FirstOrDefault(c => c.Value.Field.Name == field && !c.Value.Precision);
            problems.Add(column is null
                ? new(row.Number, null, kind.Fields.FirstOrDefault(f => f.Name == field)?.Limits.Label, problem)
                : new(row.Number, SheetColumns.Name(at), column.Field.Limits.Label, problem));
        }
    }

    /// <summary>A count with what the column beside it says of it.</summary>
    private JsonNode? WithExactness(FieldDefinition field, JsonNode? count, Dictionary<int, ReadCell> cells, Action<string, Problem> add)
    {
        var beside = table.Headings.Columns.FirstOrDefault(c => c.Value.Precision && c.Value.Field.Name == field.Name);
        if (count is not JsonValue number || beside.Value is null || !cells.TryGetValue(beside.Key, out var cell))
            return count;
        var (precision, problem) = CellReading.Exactness(field, cell);
        if (problem is not null)
            add(field.Name, problem);
        return CellReading.Count(decimal.Parse(number.ToJsonString(), CultureInfo.InvariantCulture), precision);
    }

    /// <summary>
    /// From what the row says and how many like it came before: two equal rows are two activities, and the same file again,
    /// or the same rows in another file, are the entries that are there already.
    /// </summary>
    private (Guid Id, int Nth) IdOf(JsonObject sent)
    {
        var row = CanonicalJson.Sha256(sent);
        var nth = _equal[row] = _equal.GetValueOrDefault(row) + 1;
        return (DeterministicId.Of($"import/{unit}/{kind.Code}/{row}/{nth}"), nth);
    }

    private static string FieldOf(string path) => path.Split('.', '[')[0];

    private static ImportRow PassedOver(ReadRow row, string message, string english) =>
        new(row.Number, ImportState.PassedOver) { Note = new Problem("", message, english) };
}
