using Ledger.Documents.Layout;
using Ledger.Documents.Tests.Fixtures;

namespace Ledger.Documents.Tests.Layout;

public class TableTests
{
    [Fact]
    public void the_head_is_repeated_on_every_page_the_table_reaches()
    {
        var pages = FakeGlyphs.Paginate(Samples.Empty with { Body = [Samples.Statistics(120)] });
        Assert.True(pages.Count > 3);
        Assert.All(pages, page => Assert.Equal("序号", page.Items.Select(placed => placed.Item).OfType<RowItem>().First().Cells[0].Lines[0].Text));
        Assert.All(pages.Skip(1), page => Assert.True(page.Items[0].IsRepeated));
    }

    [Fact]
    public void every_row_stands_once_and_inside_the_type_area()
    {
        var pages = FakeGlyphs.Paginate(Samples.Empty with { Body = [Samples.Statistics(120)] });
        var rows = pages.SelectMany(page => page.Items).Where(placed => placed.Item is RowItem { IsHead: false }).ToList();
        Assert.Equal(Enumerable.Range(1, 120).Select(i => $"{i}"), rows.Select(placed => ((RowItem)placed.Item).Cells[0].Lines[0].Text));
        Assert.All(rows, placed => Assert.True(placed.Top + ((RowItem)placed.Item).Height <= FakeGlyphs.Style.Height + 0.01));
    }

    [Fact]
    public void a_row_that_heads_a_group_never_ends_a_page()
    {
        var rows = Enumerable.Range(1, 200).Select(i => TableRow.Of($"{i}", i % 3 == 1 ? "组" : "项") with { KeepWithNext = i % 3 == 1 });
        var table = new Table { Columns = [new("序号"), new("说明")], Rows = [.. rows] };
        var pages = FakeGlyphs.Paginate(Samples.Empty with { Body = [table] });
        Assert.True(pages.Count > 3);
        Assert.All(pages, page => Assert.Equal("项", page.Items.Select(placed => placed.Item).OfType<RowItem>().Last().Cells[1].Lines[0].Text));
    }

    [Fact]
    public void a_row_taller_than_a_page_goes_on_over_the_next()
    {
        var text = string.Concat(Enumerable.Repeat("法治政府建设", 600));
        var table = new Table { Columns = [new("项"), new("说明")], Rows = [TableRow.Of("一", text)] };
        var pages = FakeGlyphs.Paginate(Samples.Empty with { Body = [table] });
        var rows = pages.SelectMany(page => page.Items).Select(placed => placed.Item).OfType<RowItem>().Where(row => !row.IsHead).ToList();
        Assert.True(rows.Count > 1);
        Assert.Equal(text, string.Concat(rows.SelectMany(row => row.Cells[1].Lines).Select(line => line.Text)));
    }

    [Fact]
    public void a_note_below_a_row_that_fills_a_page_does_not_keep_the_pages_turning()
    {
        for (var lines = 30; lines < 45; lines++)
        {
            var table = new Table { Columns = [new("项")], Rows = [TableRow.Of(new string('法', lines * 36))], Note = "注：说明" };
            Assert.True(FakeGlyphs.Paginate(Samples.Empty with { Body = [table] }).Count < 6);
        }
    }

    [Fact]
    public void decimal_points_stand_below_each_other()
    {
        var column = new TableColumn("数", 1, ColumnAlignment.Decimal);
        var table = new Table { Columns = [column], Rows = [TableRow.Of("3.25"), TableRow.Of("1204.5"), TableRow.Of("17"), TableRow.Of("—")] };
        var rows = FakeGlyphs.Paginate(Samples.Empty with { Body = [table] })[0].Items.Select(placed => placed.Item).OfType<RowItem>().Skip(1).ToList();
        double Point(int row, int glyphs) => rows[row].Cells[0].Offsets[0] + rows[row].Cells[0].Lines[0].Glyphs.Take(glyphs).Last().X + 6;
        Assert.Equal(Point(0, 1), Point(1, 4), 6);
        Assert.Equal(Point(0, 1), Point(2, 2), 6);
    }

    [Fact]
    public void a_cell_may_cover_columns()
    {
        var table = new Table
        {
            Columns = [new("甲"), new("乙", 2), new("丙")],
            Rows = [new TableRow([new TableCell("合计") { ColumnSpan = 2 }, new TableCell("5")])],
        };
        var row = FakeGlyphs.Paginate(Samples.Empty with { Body = [table] })[0].Items.Select(placed => placed.Item).OfType<RowItem>().Last();
        Assert.Equal(FakeGlyphs.Style.Width * 3 / 4, row.Cells[0].Width, 6);
    }

    [Fact]
    public void a_row_that_does_not_fill_the_columns_is_refused()
    {
        var table = new Table { Columns = [new("甲"), new("乙")], Rows = [TableRow.Of("一")] };
        var error = Assert.Throws<DocumentException>(() => FakeGlyphs.Paginate(Samples.Empty with { Body = [table] }));
        Assert.Contains("“一”", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void a_landscape_annex_has_a_frame_as_wide_as_the_type_area_is_high()
    {
        var pages = FakeGlyphs.Paginate(Samples.Empty with { Annexes = [new Annex("宽表", [Samples.Statistics(5)]) { Landscape = true }] });
        Assert.True(pages[^1].Frame.Landscape);
        var row = pages[^1].Items.Select(placed => placed.Item).OfType<RowItem>().Last();
        Assert.Equal(FakeGlyphs.Style.Height, row.Cells[^1].Left + row.Cells[^1].Width, 6);
    }
}
