using Ledger.Documents.Layout;
using Ledger.Documents.Tests.Fixtures;
using UglyToad.PdfPig;

namespace Ledger.Documents.Tests.Layout;

public class RowSpanTests
{
    private static readonly TableColumn[] Columns = [new("类别"), new("指标", 2), new("本年", 1, ColumnAlignment.Decimal), new("上年", 1, ColumnAlignment.Decimal)];

    [Fact]
    public void a_head_of_two_rows_has_cells_over_both_and_rules_that_do_not_cross_them()
    {
        using var pdf = PdfDocument.Open(TestFonts.Render(Samples.Empty with { Body = [Grouped(1, 2)] }).Bytes);
        var page = pdf.GetPage(1);
        var levels = page.Rules().Where(rule => rule.IsHorizontal).GroupBy(rule => Math.Round(rule.Top, 1)).OrderBy(level => level.Key).ToList();
        // Below 数量 alone, between the two rows of the head: the last two of five shares.
        var inner = Assert.Single(levels[1]);
        Assert.Equal(28 + 156 * 3 / 5.0, inner.Left, 1);
        Assert.Equal(184, inner.Right, 1);
        var label = page.Letters.Single(letter => letter.Value == "类").Baseline();
        Assert.InRange(label, levels[0].Key, levels[2].Key);
        Assert.Equal((levels[0].Key + levels[2].Key) / 2, label - 0.38 * 12 / PageStyle.Millimetre, 0);
    }

    [Fact]
    public void no_text_is_lost_whatever_page_it_falls_on()
    {
        foreach (var rows in new[] { 1, 3, 7, 11 })
        {
            var rendered = TestFonts.Render(Samples.Empty with { Body = [Grouped(14, rows)] });
            using var pdf = PdfDocument.Open(rendered.Bytes);
            var text = string.Concat(pdf.GetPages().SelectMany(page => page.Letters).Select(letter => letter.Value));
            for (var group = 0; group < 14; group++)
            {
                for (var row = 0; row < rows; row++) Assert.Contains($"指标{group}之{row}末", text, StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public void a_cell_over_more_rows_than_a_page_holds_shows_its_text_on_every_page()
    {
        var pages = FakeGlyphs.Paginate(Samples.Empty with { Body = [Grouped(1, 90)] });
        Assert.True(pages.Count > 2);
        using var pdf = PdfDocument.Open(TestFonts.Render(Samples.Empty with { Body = [Grouped(1, 90)] }).Bytes);
        Assert.All(pdf.GetPages(), page => Assert.Single(page.Letters, letter => letter.Value == "规"));
    }

    [Fact]
    public void the_part_of_a_group_on_each_page_has_room_for_its_name()
    {
        for (var lines = 1; lines < 20; lines++)
        {
            var table = Grouped(6, 9);
            var pages = FakeGlyphs.Paginate(Samples.Empty with { Body = [new Paragraph(new string('法', lines * 28 - 3)), table] });
            foreach (var page in pages)
            {
                var rows = page.Items.Select(placed => placed.Item).OfType<RowItem>().Where(row => !row.IsHead);
                foreach (var part in rows.GroupBy(row => row.Cells[0].Node))
                    Assert.True(part.Sum(row => row.Height) >= part.First().Cells[0].Lines.Count * FakeGlyphs.Style.TableLeading);
            }
        }
    }

    [Fact]
    public void rows_grow_for_a_cell_that_is_taller_than_they_are()
    {
        var table = new Table
        {
            Columns = [new("甲"), new("乙", 9)],
            Rows = [new TableRow([new TableCell("法治政府建设情况统计说明") { RowSpan = 2 }, new TableCell("一")]), TableRow.Of("二")],
        };
        var rows = FakeGlyphs.Paginate(Samples.Empty with { Body = [table] })[0].Items.Select(placed => placed.Item).OfType<RowItem>().Skip(1).ToList();
        Assert.True(rows.Sum(row => row.Height) >= rows[0].Cells[0].Lines.Count * FakeGlyphs.Style.TableLeading);
        Assert.Same(rows[0].Cells[0], rows[1].Cells[0]);
    }

    [Fact]
    public void a_cell_that_reaches_below_the_last_row_is_refused()
    {
        var table = new Table { Columns = [new("甲"), new("乙")], Rows = [new TableRow([new TableCell("长") { RowSpan = 2 }, new TableCell("一")])] };
        Assert.Contains("“长”", Assert.Throws<DocumentException>(() => FakeGlyphs.Paginate(Samples.Empty with { Body = [table] })).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void a_cell_over_several_rows_that_is_taller_than_a_page_is_refused()
    {
        var cell = new TableCell(string.Concat(Enumerable.Repeat("法治政府建设", 600))) { RowSpan = 2 };
        var table = new Table { Columns = [new("甲"), new("乙")], Rows = [new TableRow([cell, new TableCell("一")]), TableRow.Of("二")] };
        Assert.Throws<DocumentException>(() => FakeGlyphs.Paginate(Samples.Empty with { Body = [table] }));
    }

    [Fact]
    public void a_row_that_overlaps_a_cell_from_above_is_refused()
    {
        var rows = new[] { new TableRow([new TableCell("一"), new TableCell("二") { RowSpan = 2 }, new TableCell("三")]), new TableRow([new TableCell("长") { ColumnSpan = 2 }]) };
        var table = new Table { Columns = [new("甲"), new("乙"), new("丙")], Rows = rows };
        Assert.Throws<DocumentException>(() => FakeGlyphs.Paginate(Samples.Empty with { Body = [table] }));
    }

    [Fact]
    public void two_tables_below_each_other_are_each_ruled_all_round()
    {
        using var pdf = PdfDocument.Open(TestFonts.Render(Samples.Empty with { Body = [Grouped(1, 2), Grouped(1, 2)] }).Bytes);
        var page = pdf.GetPage(1);
        Assert.Equal(2, page.Rules().Count(rule => !rule.IsHorizontal && Math.Abs(rule.Left - 28) < 0.05));
    }

    [Fact]
    public void the_screen_s_table_has_the_same_cells_over_rows()
    {
        var html = HtmlRenderer.Render(Samples.Empty with { Body = [Grouped(2, 3)] });
        Assert.Contains("<th scope=\"col\" rowspan=\"2\">类别</th>", html, StringComparison.Ordinal);
        Assert.Contains("<td rowspan=\"3\">规范性文件和重大决策</td>", html, StringComparison.Ordinal);
    }

    private static Table Grouped(int groups, int rows) => new()
    {
        Columns = Columns,
        Head =
        [
            new TableRow([new TableCell("类别") { RowSpan = 2 }, new TableCell("指标") { RowSpan = 2 }, new TableCell("数量") { ColumnSpan = 2 }]),
            TableRow.Of("本年", "上年"),
        ],
        Rows = [.. Enumerable.Range(0, groups).SelectMany(group => Enumerable.Range(0, rows).Select(row => Row(group, row, rows)))],
    };

    private static TableRow Row(int group, int row, int rows)
    {
        TableCell[] cells = [new($"指标{group}之{row}末"), new($"{row * 37}.5"), new($"{row}")];
        return new TableRow(row == 0 ? [new TableCell("规范性文件和重大决策") { RowSpan = rows }, .. cells] : cells);
    }
}
