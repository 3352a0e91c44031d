using Ledger.Documents.Tests.Fixtures;
using UglyToad.PdfPig;

namespace Ledger.Documents.Tests.Pdf;

public class LandscapeTests
{
    private static readonly Lazy<byte[]> Wide = new(() => TestFonts.Render(Samples.Empty with
    {
        Body = [new Paragraph([new Run("服务"), new Run("20") { FigureCode = "legal-service" }, new Run("次。")])],
        Annexes = [new Annex("分月统计表", [Samples.Statistics(40)]) { Landscape = true }],
    }).Bytes);

    [Fact]
    public void a_turned_page_is_the_same_sheet_shown_upright()
    {
        using var pdf = PdfDocument.Open(Wide.Value);
        Assert.Equal(0, pdf.GetPage(1).Rotation.Value);
        Assert.Equal(90, pdf.GetPage(2).Rotation.Value);
        Assert.Equal((841.89, 595.276), (Math.Round(pdf.GetPage(2).Width, 3), Math.Round(pdf.GetPage(2).Height, 3)));
    }

    [Fact]
    public void its_text_reads_from_left_to_right_inside_the_type_area()
    {
        using var pdf = PdfDocument.Open(Wide.Value);
        var label = pdf.GetPage(2).Letters.Take(2).ToList();
        Assert.Equal("附件", label.Text());
        Assert.True(label[0].StartBaseLine.X < label[1].StartBaseLine.X);
        // The sheet's lower edge is the turned page's left: 35 mm up to the type area. Its left edge is the top: 28 mm.
        Assert.Equal(35, label[0].StartBaseLine.X / (72 / 25.4), 0.05);
        Assert.Equal(28 + 0.88 * 16 * 25.4 / 72, (pdf.GetPage(2).Height - label[0].StartBaseLine.Y) / (72 / 25.4), 0.05);
    }

    [Fact]
    public void its_page_number_stays_where_it_is_on_other_pages()
    {
        var streams = RawPdf.Text(Wide.Value);
        Assert.Contains("/Rotate 90", streams, StringComparison.Ordinal);
        using var pdf = PdfDocument.Open(Wide.Value);
        var number = pdf.GetPage(2).Letters.Where(letter => letter.PointSize is > 13.9 and < 14.1).ToList();
        Assert.Equal("— 2 —", number.Text());
        Assert.True(number[0].StartBaseLine.Y > number[^1].StartBaseLine.Y);
    }

    [Fact]
    public void clause_8_the_table_s_head_lies_at_the_sheet_s_left_edge_bound_on_odd_pages_and_outer_on_even_ones()
    {
        var bytes = TestFonts.Render(Samples.Empty with { Body = [new Paragraph("见附件。")], Annexes = [new Annex("分月统计表", [Samples.Statistics(60)]) { Landscape = true }] }).Bytes;
        using var pdf = PdfDocument.Open(bytes);
        Assert.True(pdf.NumberOfPages > 3);
        foreach (var page in pdf.GetPages().Skip(2))
        {
            // Shown upright, the sheet's left edge is the page's top: the repeated head is the first line, 28 mm below it.
            var first = page.Letters.Where(letter => letter.Value is "序").Single();
            var top = (page.Height - first.StartBaseLine.Y) / (72 / 25.4);
            Assert.InRange(top, 28, 28 + 10);
            Assert.All(page.Letters.Where(letter => letter.PointSize < 13), letter => Assert.True(letter.StartBaseLine.Y <= first.StartBaseLine.Y + 0.01));
            Assert.Equal(90, page.Rotation.Value);
        }
    }

    [Fact]
    public void clause_8_the_page_number_stands_on_turned_sheets_as_on_the_others()
    {
        using var pdf = PdfDocument.Open(Wide.Value);
        const double mm = 72 / 25.4;
        foreach (var page in pdf.GetPages().Skip(1))
        {
            // Turned back: the sheet's x is the shown page's height less y, its distance from the top the shown width less x.
            var number = page.Letters.Where(letter => letter.PointSize is > 13.9 and < 14.1).ToList();
            var x = (page.Height - number[0].StartBaseLine.Y) / mm;
            if (page.Number % 2 == 0) Assert.Equal(28 + 14 / mm, x, 0.05);
            else Assert.Equal(184 - 14 / mm, (page.Height - number[^1].EndBaseLine.Y) / mm, 0.05);
            Assert.InRange((page.Width - number[0].StartBaseLine.X) / mm, 269, 272);
        }
    }
}
