using CsCheck;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using Ledger.Documents.Sheets;
using Sheet = Ledger.Documents.Sheets.Sheet;
using Workbook = Ledger.Documents.Sheets.Workbook;

namespace Ledger.Documents.Tests.Sheets;

public class WorkbookTests
{
    private static readonly SheetColumn[] Columns = [new("文字", 20) { Prompt = "随便写", OptionsAt = "选项!$A$2:$A$3" }, new("数", 10) { Kind = CellKind.Number, Required = true }, new("日期", 12) { Kind = CellKind.Date }, new("时间", 20)];

    [Fact]
    public async Task a_workbook_holds_to_the_schema()
    {
        var file = await WriteAsync(Sample(), Sample() with { Name = "要填:的/表", RowsToFill = 20 }, new Sheet("选项", [new("A", 10)], Rows([SheetCell.Of("甲")])) { Hidden = true });
        using var document = SpreadsheetDocument.Open(file, false);
        Assert.Empty(new OpenXmlValidator().Validate(document).Select(e => $"{e.Path?.XPath}: {e.Description}"));
    }

    [Fact]
    public async Task text_is_a_string_whatever_it_looks_like_and_numbers_and_days_are_numbers()
    {
        using var document = SpreadsheetDocument.Open(await WriteAsync(Sample()), false);
        var sheet = document.WorkbookPart!.WorksheetParts.Single().Worksheet!;
        var cells = sheet.Descendants<Row>().ElementAt(1).Elements<Cell>().ToList();
        Assert.Empty(sheet.Descendants<CellFormula>());
        Assert.Equal(("=1+1", CellValues.InlineString), (cells[0].InnerText, cells[0].DataType!.Value));
        Assert.True(Style(document, cells[0]).QuotePrefix!.Value);
        Assert.Equal(("-12.5", null), (cells[1].CellValue!.Text, cells[1].DataType));
        Assert.Equal("45049", cells[2].CellValue!.Text);
        Assert.Equal("yyyy\\-mm\\-dd", Format(document, cells[2]));
        Assert.Equal(PaneStateValues.Frozen, sheet.Descendants<Pane>().Single().State!.Value);
        Assert.Equal("A1:D4", sheet.Descendants<AutoFilter>().Single().Reference!.Value);
    }

    [Fact]
    public async Task the_same_rows_give_the_same_bytes() =>
        Assert.Equal((await WriteAsync(Sample())).ToArray(), (await WriteAsync(Sample())).ToArray());

    [Fact]
    public Task any_text_is_read_back_as_it_was() =>
        Gen.OneOf(Gen.String, Gen.String[Gen.Char["_x0041\t\r\n\u0001\uFFFE<&>\"' 甲"], 0, 30]).Array[1, 4].SampleAsync(async texts =>
        {
            var sent = texts.Where(t => t.Length > 0).ToArray();
            using var file = await WriteAsync(new Sheet("表", [.. sent.Select((_, i) => new SheetColumn($"列{i}", 9)), new("尾", 9)], Rows([.. sent.Select(SheetCell.Of), SheetCell.Of("尾")])));
            using var reader = WorkbookReader.Open(file, 1 << 20);
            Assert.Equal([.. sent, "尾"], reader.Read("表", 10).Rows[1].Cells.OrderBy(c => c.Key).Select(c => c.Value.Text));
        }, iter: 200);

    [Fact]
    public async Task more_text_than_a_cell_takes_is_refused_and_not_cut()
    {
        var sheet = new Sheet("表", [new("列", 9)], Rows([SheetCell.Of(new string('长', SheetText.LongestCell + 1))]));
        var refusal = await Assert.ThrowsAsync<DocumentException>(() => WriteAsync(sheet));
        Assert.Contains("A2", refusal.Message, StringComparison.Ordinal);
    }

    private static Sheet Sample() => new("表", Columns, Rows(
        [SheetCell.Of("=1+1"), SheetCell.Of(-12.5m), SheetCell.Of(new DateOnly(2023, 5, 3)), SheetCell.Of(new DateTimeOffset(2023, 5, 3, 9, 0, 0, TimeSpan.FromHours(8)))],
        [SheetCell.Of("两\n行 & <标签>"), SheetCell.Empty, SheetCell.Empty, SheetCell.Empty],
        [SheetCell.Of("110101199003072316"), SheetCell.Of(0.1m), SheetCell.Empty, SheetCell.Empty]));

    private static IAsyncEnumerable<SheetRow> Rows(params SheetCell[][] rows) => rows.Select(r => new SheetRow(r)).ToAsyncEnumerable();

    private static async Task<MemoryStream> WriteAsync(params Sheet[] sheets)
    {
        var file = new MemoryStream();
        await Workbook.WriteAsync(file, sheets, CancellationToken.None);
        file.Position = 0;
        return file;
    }

    private static CellFormat Style(SpreadsheetDocument document, Cell cell) =>
        (CellFormat)document.WorkbookPart!.WorkbookStylesPart!.Stylesheet!.CellFormats!.ElementAt((int)cell.StyleIndex!.Value);

    private static string Format(SpreadsheetDocument document, Cell cell) =>
        document.WorkbookPart!.WorkbookStylesPart!.Stylesheet!.NumberingFormats!.Elements<NumberingFormat>().Single(f => f.NumberFormatId!.Value == Style(document, cell).NumberFormatId!.Value).FormatCode!.Value!;
}
