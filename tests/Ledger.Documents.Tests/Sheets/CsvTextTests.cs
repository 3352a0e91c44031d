using CsCheck;
using Ledger.Documents.Sheets;

namespace Ledger.Documents.Tests.Sheets;

public class CsvTextTests
{
    /// <summary>What begins a formula somewhere, and what it must look like in the file.</summary>
    public static TheoryData<string, string> Formulas => new()
    {
        { "=1+1", "\"'=1+1\"" },
        { "=HYPERLINK(\"http://x.example\",\"点\")", "\"'=HYPERLINK(\"\"http://x.example\"\",\"\"点\"\")\"" },
        { "=cmd|' /C calc'!A0", "\"'=cmd|' /C calc'!A0\"" },
        { "+1", "\"'+1\"" },
        { "-1", "\"'-1\"" },
        { "-县委（试点）", "\"'-县委（试点）\"" },
        { "@SUM(A1)", "\"'@SUM(A1)\"" },
        { "\t=1", "\"'\t=1\"" },
        { "\r=1", "\"'\r=1\"" },
        { "\n=1", "\"'\n=1\"" },
        { " =1", "\"' =1\"" },
        { "\u3000=1", "\"'\u3000=1\"" },
        { "＝1+1", "\"'＝1+1\"" },
        { "＋1", "\"'＋1\"" },
        { "－1", "\"'－1\"" },
        { "＠A1", "\"'＠A1\"" },
        { "'=1", "\"''=1\"" },
    };

    [Theory]
    [MemberData(nameof(Formulas))]
    public void no_text_begins_as_a_formula(string text, string written) =>
        Assert.Equal(written + "\r\n", CsvText.Line([SheetCell.Of(text)]));

    [Theory]
    [InlineData("110101199003072316", "\"'110101199003072316\"")]
    [InlineData("007", "\"'007\"")]
    [InlineData("2023", "2023")]
    [InlineData("13800000000", "13800000000")]
    [InlineData("0", "0")]
    public void digits_of_a_name_stay_text(string text, string written) =>
        Assert.Equal(written + "\r\n", CsvText.Line([SheetCell.Of(text)]));

    [Fact]
    public void numbers_days_and_empty_cells_are_written_bare()
    {
        SheetCell[] cells = [SheetCell.Of(-1.50m), SheetCell.Empty, SheetCell.Of(new DateOnly(2023, 5, 3)), SheetCell.Of(new DateTimeOffset(2023, 5, 3, 9, 8, 7, 999, TimeSpan.FromHours(8)))];
        Assert.Equal("-1.5,,2023-05-03,2023-05-03 09:08:07\r\n", CsvText.Line(cells));
    }

    [Fact]
    public void any_text_is_read_back_as_it_was() =>
        Gen.OneOf(Gen.String, Gen.String[Gen.Char["=+-@\t\r\n＝＋－＠'\",;0123456789甲 "], 0, 20]).Array[1, 5].Sample(texts =>
        {
            var sent = texts.Select(t => t.Replace("\0", "", StringComparison.Ordinal).Replace("\uFEFF", "", StringComparison.Ordinal)).Where(IsText).ToArray();
            var file = CsvText.Line([.. sent.Select((_, i) => SheetCell.Of($"列{i}")), SheetCell.Of("尾")]) + CsvText.Line([.. sent.Select(SheetCell.Of), SheetCell.Of("尾")]);
            var rows = CsvReader.Read(System.Text.Encoding.UTF8.GetBytes(file), 10)!.Rows;
            Assert.Equal([.. sent, "尾"], Enumerable.Range(0, sent.Length + 1).Select(i => rows[^1].Cells.TryGetValue(i, out var cell) ? cell.Text : ""));
        });

    [Fact]
    public void a_file_as_chinese_editions_save_it_is_read()
    {
        var bytes = System.Text.CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!.GetBytes("发生日期,标题\r\n2023-5-3,普法宣传\r\n");
        Assert.Equal("普法宣传", CsvReader.Read(bytes, 10)!.Rows[1].Cells[1].Text);
    }

    [Fact]
    public void what_is_no_text_is_no_table() => Assert.Null(CsvReader.Read([0x89, 0x50, 0x4E, 0x47, 0, 0, 0xFF], 10));

    private static bool IsText(string text) => text.EnumerateRunes().All(r => r != System.Text.Rune.ReplacementChar);
}
