using System.Text;
using CsCheck;
using Ledger.Documents.Sheets;

namespace Ledger.Documents.Tests.Sheets;

public class WorkbookReaderTests
{
    [Fact]
    public void strings_are_read_wherever_they_stand()
    {
        var row = First("""
            <row r="3"><c r="A3" t="s"><v>0</v></c><c r="B3" t="s"><v>1</v></c><c r="C3" t="inlineStr"><is><r><t>甲</t></r><r><t xml:space="preserve"> 乙</t></r></is></c><c r="D3" t="str"><f>A3</f><v>结果</v></c></row>
            """, "<si><t>普法</t></si><si><r><t>两</t></r><r><t>段</t></r><rPh sb=\"0\" eb=\"1\"><t>liangduan</t></rPh></si>");
        Assert.Equal(3, row.Number);
        Assert.Equal(["普法", "两段", "甲 乙", "结果"], row.Cells.Values.Select(c => c.Text));
    }

    [Theory]
    [InlineData("1", false, "45049", "2023-05-03")]
    [InlineData("2", false, "45049.75", "2023-05-03")]
    [InlineData("1", true, "43587", "2023-05-03")]
    public void a_number_that_looks_like_a_day_is_the_day(string look, bool from1904, string serial, string day)
    {
        var cell = First($"<row><c s=\"{look}\"><v>{serial}</v></c></row>", from1904: from1904).Cells[0];
        Assert.Equal((ReadKind.Date, DateOnly.ParseExact(day, "yyyy-MM-dd")), (cell.Kind, DateOnly.FromDateTime(cell.Moment)));
    }

    [Theory]
    [InlineData("0")]
    [InlineData("3")]
    public void a_number_that_does_not_stays_a_number(string look) =>
        Assert.Equal(ReadKind.Number, First($"<row><c s=\"{look}\"><v>45049</v></c></row>").Cells[0].Kind);

    [Fact]
    public void formulas_give_their_stored_result_and_without_one_an_error()
    {
        var row = First("<row><c><f>SUM(A1)</f><v>12.5</v></c><c><f>NOW()</f></c><c t=\"e\"><v>#REF!</v></c><c t=\"b\"><v>1</v></c></row>");
        Assert.Equal([ReadKind.Number, ReadKind.Error, ReadKind.Error, ReadKind.Bool], row.Cells.Values.Select(c => c.Kind));
        Assert.Equal(12.5, row.Cells[0].Number);
    }

    [Fact]
    public void rows_without_numbers_count_on_and_hidden_ones_say_so()
    {
        using var reader = Open(StrangeFiles.Workbook("<row r=\"5\"><c><v>1</v></c></row><row hidden=\"1\"><c><v>2</v></c></row><row r=\"9\"/>", after: "<mergeCells count=\"1\"><mergeCell ref=\"A5:B6\"/></mergeCells>"));
        var sheet = reader.Read("表", 10);
        Assert.Equal([(5, false), (6, true)], sheet.Rows.Select(r => (r.Number, r.Hidden)));
        Assert.Equal(new MergedCells(5, 0, 6, 1), sheet.Merged.Single());
    }

    public static TheoryData<string, WorkbookFault> Bad => new()
    {
        { "text", WorkbookFault.NotWorkbook },
        { "docx", WorkbookFault.NotWorkbook },
        { "xls", WorkbookFault.OldFormat },
        { "encrypted", WorkbookFault.Encrypted },
        { "macros", WorkbookFault.Macros },
        { "macro type", WorkbookFault.Macros },
        { "xlsb", WorkbookFault.Binary },
        { "ods", WorkbookFault.OpenDocument },
        { "half", WorkbookFault.Damaged },
        { "entities", WorkbookFault.Damaged },
        { "no such string", WorkbookFault.Damaged },
        { "bomb", WorkbookFault.TooLargeInside },
        { "rows", WorkbookFault.TooManyRows },
        { "merged", WorkbookFault.TooLargeInside },
    };

    [Theory]
    [MemberData(nameof(Bad))]
    public void a_file_that_cannot_be_read_says_why(string what, WorkbookFault fault)
    {
        using var file = Make(what);
        Assert.Equal(fault, Assert.Throws<WorkbookException>(() =>
        {
            using var reader = Open(file);
            foreach (var name in reader.Names)
                reader.Read(name, 100);
        }).Fault);
    }

    [Fact]
    public void whatever_is_changed_in_a_file_it_is_read_or_refused()
    {
        var whole = StrangeFiles.Workbook("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" s=\"1\"><v>45049</v></c></row>", "<si><t>普法</t></si>").ToArray();
        Gen.Select(Gen.Int[0, whole.Length - 1], Gen.Byte, Gen.Int[0, whole.Length]).Sample((at, value, length) =>
        {
            byte[] changed = [.. whole];
            changed[at] = value;
            foreach (var bytes in new[] { changed, whole[..length] })
            {
                try
                {
                    using var reader = Open(new MemoryStream(bytes));
                    foreach (var name in reader.Names)
                        reader.Read(name, 100);
                }
                catch (WorkbookException)
                {
                }
            }
        }, iter: 2000);
    }

    private static MemoryStream Make(string what) => what switch
    {
        "text" => new(Encoding.UTF8.GetBytes("发生日期,标题")),
        "docx" => StrangeFiles.Zip(("[Content_Types].xml", "<Types/>"), ("xl/workbook.xml", "<document/>")),
        "xls" => new([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[600]]),
        "encrypted" => new([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[600], .. Encoding.Unicode.GetBytes("EncryptedPackage")]),
        "macros" => StrangeFiles.Zip(("[Content_Types].xml", "<Types/>"), ("xl/workbook.xml", "<workbook/>"), ("xl/vbaProject.bin", "x")),
        "macro type" => StrangeFiles.Zip(("[Content_Types].xml", "<Types><Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.ms-excel.sheet.macroEnabled.main+xml\"/></Types>"), ("xl/workbook.xml", "<workbook/>")),
        "xlsb" => StrangeFiles.Zip(("[Content_Types].xml", "<Types/>"), ("xl/workbook.bin", "x")),
        "ods" => StrangeFiles.Zip(("mimetype", "application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", "<x/>")),
        "half" => new(StrangeFiles.Workbook("<row/>").ToArray()[..400]),
        "entities" => StrangeFiles.Zip(("[Content_Types].xml", "<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><Types>&a;</Types>")),
        "no such string" => StrangeFiles.Workbook("<row><c t=\"s\"><v>7</v></c></row>"),
        "bomb" => StrangeFiles.Bomb(20),
        "rows" => StrangeFiles.Workbook(string.Concat(Enumerable.Repeat("<row><c><v>1</v></c></row>", 101))),
        _ => StrangeFiles.Workbook("", after: $"<mergeCells>{string.Concat(Enumerable.Repeat("<mergeCell ref=\"A1:B2\"/>", 30_000))}</mergeCells>"),
    };

    private static ReadRow First(string sheetData, string shared = "", bool from1904 = false)
    {
        using var reader = Open(StrangeFiles.Workbook(sheetData, shared, from1904));
        return reader.Read("表", 100).Rows[0];
    }

    private static WorkbookReader Open(Stream file) => WorkbookReader.Open(file, 10 << 20);
}
