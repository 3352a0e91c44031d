using Ledger.Documents.Tests.Fixtures;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Ledger.Documents.Tests.Word;

public class LayoutTests
{
    private const double Twip = 25.4 / 1440;

    [Fact]
    public void the_page_is_the_standards()
    {
        using var word = ReadWord.Open(Samples.Report);
        var section = word.Sections().Single();
        var (size, margin, grid) = (section.GetFirstChild<W.PageSize>()!, section.GetFirstChild<W.PageMargin>()!, section.GetFirstChild<W.DocGrid>()!);
        Assert.Equal((210, 297), (Millimetres(size.Width!.Value), Millimetres(size.Height!.Value)));
        Assert.Equal((37, 28, 26, 35), (Millimetres(margin.Top!.Value), Millimetres(margin.Left!.Value), Millimetres(margin.Right!.Value), Millimetres(margin.Bottom!.Value)));
        Assert.Equal((W.DocGridValues.Lines, 579), (grid.Type!.Value, grid.LinePitch!.Value));
        Assert.NotNull(word.MainDocumentPart!.DocumentSettingsPart!.Settings!.GetFirstChild<W.EvenAndOddHeaders>());
    }

    [Fact]
    public void every_style_that_is_used_is_there_and_headings_are_in_the_outline()
    {
        using var word = ReadWord.Open(FormalSamples.Report);
        var styles = word.MainDocumentPart!.StyleDefinitionsPart!.Styles!.Elements<W.Style>().ToDictionary(style => style.StyleId!.Value!);
        foreach (var used in word.Body().Descendants<W.ParagraphStyleId>().Select(s => s.Val!.Value!).Concat(word.Body().Descendants<W.RunStyle>().Select(s => s.Val!.Value!)))
            Assert.Contains(used, styles.Keys);
        for (var level = 1; level <= 4; level++)
        {
            var style = styles[$"Heading{level}"];
            Assert.Equal((level - 1, 200), (style.StyleParagraphProperties!.OutlineLevel!.Val!.Value, style.StyleParagraphProperties.Indentation!.FirstLineChars!.Value));
            Assert.Null(style.StyleRunProperties?.Bold);
        }

        Assert.Equal("黑体", styles["Heading1"].StyleRunProperties!.RunFonts!.EastAsia!.Value);
        Assert.Equal("楷体_GB2312", styles["Heading2"].StyleRunProperties!.RunFonts!.EastAsia!.Value);
        Assert.Equal(("方正小标宋简体", "44"), (styles["Title"].StyleRunProperties!.RunFonts!.EastAsia!.Value, styles["Title"].StyleRunProperties!.FontSize!.Val!.Value));
    }

    [Fact]
    public void a_landscape_annex_is_a_section_of_its_own()
    {
        using var word = ReadWord.Open(FormalSamples.Wide);
        var sizes = word.Sections().Select(section => section.GetFirstChild<W.PageSize>()!).ToList();
        Assert.Equal([false, true, false], sizes.Select(size => size.Orient?.Value == W.PageOrientationValues.Landscape));
        Assert.Equal(6, word.MainDocumentPart!.FooterParts.Count() + word.MainDocumentPart.HeaderParts.Count());
        Assert.All(word.MainDocumentPart.HeaderParts, part => Assert.Equal("样例数据（虚构）", part.Header!.InnerText));
        Assert.Equal([true, false, false], word.Styled("AnnexLabel").Select(label => label.ParagraphProperties!.PageBreakBefore is not null));
    }

    [Fact]
    public void a_table_repeats_its_head_and_splits_no_row()
    {
        using var word = ReadWord.Open(Samples.Report);
        var rows = word.Body().Descendants<W.TableRow>().ToList();
        Assert.All(rows, row => Assert.NotNull(row.TableRowProperties!.GetFirstChild<W.CantSplit>()));
        Assert.NotNull(rows[0].TableRowProperties!.GetFirstChild<W.TableHeader>());
        Assert.Equal(41, rows.Count);
        Assert.Equal(8844, word.Body().Descendants<W.GridColumn>().Sum(column => int.Parse(column.Width!, null)));
    }

    [Fact]
    public void numbers_stand_with_their_decimal_points_below_each_other()
    {
        var table = Samples.Statistics(1) with { Rows = [TableRow.Of("1", "甲", "5", "1.25%"), TableRow.Of("2", "乙", "1200", "-3"), TableRow.Of("3", "丙", "—", "12.5%")] };
        using var word = ReadWord.Open(Samples.Empty with { Body = [table] });
        var rows = word.Body().Descendants<W.TableRow>().Skip(1).Select(row => row.Elements<W.TableCell>().Select(Look).ToList()).ToList();
        // Half an em of 12 pt each: .25% is 480 twips wide, .5% 360.
        Assert.Equal((rows[0][3].Right + 480, rows[0][3].Right + 120), (rows[1][3].Right, rows[2][3].Right));
        Assert.Equal(rows[0][2].Right, rows[1][2].Right);
        Assert.Equal(W.JustificationValues.Center, rows[2][2].Alignment);
    }

    [Fact]
    public void a_cell_over_several_columns_is_as_wide_as_they()
    {
        var row = new TableRow([new TableCell("合计") { ColumnSpan = 2 }, new TableCell("5"), new TableCell("6")]);
        using var word = ReadWord.Open(Samples.Empty with { Body = [Samples.Statistics(1) with { Rows = [row] }] });
        var widths = word.Body().Descendants<W.GridColumn>().Select(column => int.Parse(column.Width!, null)).ToList();
        var cell = word.Body().Descendants<W.TableRow>().Last().Elements<W.TableCell>().First().TableCellProperties!;
        Assert.Equal((2, $"{widths[0] + widths[1]}"), (cell.GridSpan!.Val!.Value, cell.TableCellWidth!.Width!.Value));
    }

    private static double Millimetres(double twips) => Math.Round(twips * Twip, 1, MidpointRounding.AwayFromZero);

    private static (int Right, W.JustificationValues? Alignment) Look(W.TableCell cell)
    {
        var properties = cell.GetFirstChild<W.Paragraph>()!.ParagraphProperties!;
        return (int.Parse(properties.Indentation?.Right?.Value ?? "0", null), properties.Justification?.Val?.Value);
    }
}
