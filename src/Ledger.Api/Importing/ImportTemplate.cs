using System.Globalization;
using System.Text.Json;
using Ledger.Api.Setup;
using Ledger.Api.Tables;
using Ledger.Documents.Sheets;
using Ledger.Domain;
using Ledger.Domain.Kinds;

namespace Ledger.Api.Importing;

/// <summary>
/// The workbook that a kind's paper ledger is typed into, made from the catalogue: a sheet to fill in with choices and one
/// example, a sheet that explains every column, and the choices on a hidden one.
/// </summary>
internal static class ImportTemplate
{
    /// <summary>A row whose ordinal begins so is passed over.</summary>
    public const string Example = "示例";

    private const string Choices = "选项";

    public static IReadOnlyList<Sheet> Of(KindDefinition kind)
    {
        var columns = ActivityColumn.Of(kind);
        var chosen = columns.Select(c => c.Options).Where(o => o.Count > 0).ToList();
        var at = 0;
        SheetColumn[] toFill =
        [
            new(EntriesTable.Ordinal, 16) { Prompt = "可以不填。以“示例”开头的行在导入时略过。" },
            .. columns.Select(c => c.Sheet with { Prompt = Explained(c), OptionsAt = c.Options.Count == 0 ? null : Reference(at++, c.Options.Count) }),
        ];
        return
        [
            new Sheet(kind.Name, toFill, Rows([Row([SheetCell.Of($"{Example}（虚构）"), .. ActivityCells.Of(ExampleOf(kind), columns)], RowLook.Aside)])) { RowsToFill = ImportTable.MostRows + 1 },
            new Sheet("填写说明", ExplainedColumns, Rows([.. General.Select(g => Row([SheetCell.Of(g)])), .. columns.Select(c => Row(ExplainedRow(c)))])),
            new Sheet(Choices, [.. chosen.Select((_, i) => new SheetColumn(SheetColumns.Name(i), 20))], Rows(Transposed(chosen))) { Hidden = true },
        ];
    }

    private static readonly SheetColumn[] ExplainedColumns = [new("栏目", 28), new("必填", 8), new("填什么", 60), new("可选项", 60)];

    private static readonly string[] General =
    [
        $"第一张表每行填一项活动，一次最多 {ImportTable.MostRows} 行；红色表头为必填。第 2 行是虚构的示例，导入时略过。",
        "导入前先预览：逐行列出可导入、有误、疑似重复的行，确认后才登记。同一文件再导入一次，不会多出登记。",
        "日期写作 2023-05-03，2023/5/3、2023.5.3、2023年5月3日也认；多个值用“；”或“、”隔开。涉密内容不得填写。",
    ];

    private static Activity ExampleOf(KindDefinition kind)
    {
        var example = JsonSerializer.SerializeToElement(OpenApiExamples.Of(kind), LedgerJson.Options);
        return ActivityReader.Read(kind, example, DateOnly.MaxValue).Activity ?? throw new InvalidOperationException($"The example of {kind.Code} is not accepted");
    }

    private static SheetCell[] ExplainedRow(ActivityColumn column) =>
    [
        SheetCell.Of(column.Heading), SheetCell.Of(column is { Precision: false, Field.Required: true } ? "是" : null),
        SheetCell.Of(Explained(column)), SheetCell.Of(column.Options.Count == 0 ? null : string.Join("、", column.Options)),
    ];

    /// <summary>What to write in a column, its limits included.</summary>
    private static string Explained(ActivityColumn column)
    {
        var (field, limits) = (column.Field, column.Field.Limits);
        if (column.Precision)
            return $"{limits.Label}只知大概时选“约”或“不少于”，准确的不填";
        return (field.Required ? "必填。" : "") + field.Type switch
        {
            FieldType.Date => "日期，如 2023-05-03",
            FieldType.Int => $"整数{Limit(limits)}",
            FieldType.Count => $"整数{Limit(limits)}；只知大概的也可直接写“约300”“300余”“不少于300”",
            FieldType.Decimal => $"数字{Limit(limits)}{(limits.Step > 0 ? $"，{limits.Step.ToString(CultureInfo.InvariantCulture)} 的倍数" : "")}",
            FieldType.Code => "从可选项中选一个",
            FieldType.Bool => "是或否，不清楚的不填",
            FieldType.TextList => $"文字，多个用“；”隔开，每个不超过 {limits.MaxLength} 字",
            FieldType.GroupList => $"写作“{CellReading.Pattern(field)}”，多项用“；”隔开{Groups(field)}",
            _ => $"文字，{(limits.MinLength > 1 ? $"{limits.MinLength} 至 {limits.MaxLength} 字" : $"不超过 {limits.MaxLength} 字")}",
        } + (field.Name == "lateReason" ? "；年度已冻结时必填" : "");
    }

    private static string Groups(FieldDefinition field) =>
        field.ItemFields.FirstOrDefault(f => f.Options.Count > 0) is { } choice ? $"；{choice.Limits.Label}：{string.Join("、", choice.Options.Select(o => o.Label))}" : "";

    private static string Limit(FieldAttribute limits) =>
        double.IsNaN(limits.Max) ? "，不小于 0" : $"，{limits.Min.ToString(CultureInfo.InvariantCulture)} 至 {limits.Max.ToString(CultureInfo.InvariantCulture)}";

    private static string Reference(int column, int options) =>
        $"{Choices}!${SheetColumns.Name(column)}$2:${SheetColumns.Name(column)}${options + 1}";

    private static IReadOnlyList<SheetRow> Transposed(List<IReadOnlyList<string>> columns) =>
        [.. Enumerable.Range(0, columns.Max(c => c.Count)).Select(i => Row([.. columns.Select(c => SheetCell.Of(c.ElementAtOrDefault(i)))]))];

    private static SheetRow Row(SheetCell[] cells, RowLook look = RowLook.Plain) => new(cells, look);

    private static IAsyncEnumerable<SheetRow> Rows(IEnumerable<SheetRow> rows) => rows.ToAsyncEnumerable();
}
