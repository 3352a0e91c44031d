using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Ledger.Documents.Charts;
using Ledger.Documents.Layout;
using Ledger.Documents.Tests.Fixtures;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Tokens;

namespace Ledger.Documents.Tests.Pdf;

public class FigureTests
{
    private static readonly OfficialDocument Document = Samples.Empty with
    {
        Body = [new Paragraph("见图。"), .. SampleCharts.All],
        Annexes =
        [
            new Annex("证据", [Photo(6) with { Caption = "照片1" }, Photo(1), Photo(6)]),
            new Annex("横图", [SampleCharts.Columns with { WithTable = false }]) { Landscape = true },
        ],
    };

    private static readonly Lazy<byte[]> Bytes = new(() => TestFonts.Render(Document).Bytes);

    [Fact]
    public void every_figure_has_alternative_text_and_a_box_on_its_page()
    {
        using var pdf = new TaggedPdf(Bytes.Value);
        var figures = pdf.Of("Figure").ToList();
        Assert.Equal([.. SampleCharts.All.Select(ChartWords.Of), "现场照片", "现场照片", "现场照片", ChartWords.Of(SampleCharts.Columns)], figures.Select(figure => figure.Alternative));
        Assert.All(figures, figure =>
        {
            var box = pdf.Find<ArrayToken>(figure.Attributes!, "BBox")!.Data.Cast<NumericToken>().Select(number => (double)number.Data).ToList();
            Assert.True(box[0] >= 79 && box[1] >= 99 && box[2] <= 522 && box[3] <= 738 && box[2] > box[0] && box[3] > box[1]);
            Assert.Equal(1, figure.Pieces);
        });
    }

    [Fact]
    public void a_caption_belongs_to_its_figure()
    {
        using var pdf = new TaggedPdf(Bytes.Value);
        Assert.Equal(6, pdf.Of("Figure").Count(figure => figure.Children is [{ Type: "Caption" }]));
    }

    [Fact]
    public void the_words_and_numbers_of_a_chart_are_text()
    {
        using var pdf = PdfDocument.Open(Bytes.Value);
        var text = pdf.BodyText();
        foreach (var word in new[] { "单位：次", "10月", "采纳率", "办结率", "97.2" }) Assert.Contains(word, text, StringComparison.Ordinal);
    }

    [Fact]
    public void the_table_of_a_chart_follows_it()
    {
        var kinds = FakeGlyphs.Paginate(Samples.Empty with { Body = [SampleCharts.Columns] })[0].Items.Select(placed => placed.Item.GetType()).ToList();
        Assert.True(kinds.IndexOf(typeof(DrawingItem)) < kinds.IndexOf(typeof(RowItem)));
        var without = FakeGlyphs.Paginate(Samples.Empty with { Body = [SampleCharts.Columns with { WithTable = false }] })[0].Items;
        Assert.DoesNotContain(without, placed => placed.Item is RowItem);
    }

    [Fact]
    public void a_picture_is_in_the_file_once_however_often_it_is_shown_and_turned()
    {
        using var pdf = PdfDocument.Open(Bytes.Value);
        Assert.Single(Regex.Matches(System.Text.Encoding.Latin1.GetString(Bytes.Value), "/Subtype /Image"));
        Assert.Equal(3, pdf.GetPages().Sum(page => page.GetImages().Count()));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void a_picture_as_high_as_the_page_stays_below_the_title_of_its_annex(bool landscape)
    {
        var tall = new Image("高.png", Pictures.Png(400, 1600, 1, 0, new byte[80_000]), "高图") { Caption = "图" };
        var pages = FakeGlyphs.Paginate(Samples.Empty with { Annexes = [new Annex("证据", [tall, tall]) { Landscape = landscape }] });
        Assert.Equal(3, pages.Count);
        var first = pages[1].Items.Single(placed => placed.Item is PictureItem);
        Assert.All(pages.Skip(1), page => Assert.Contains("图", FakeGlyphs.Texts(page)));
        Assert.True(first.Top > 3 * FakeGlyphs.Style.Pitch);
        Assert.InRange(first.Top + ((PictureItem)first.Item).Height, 0, pages[1].Frame.Height);
    }

    [Fact]
    public void a_small_picture_is_not_blown_up()
    {
        var item = FakeGlyphs.Paginate(Samples.Empty with { Body = [Photo(1)] })[0].Items.Select(placed => placed.Item).OfType<PictureItem>().Single();
        Assert.Equal((6, 6), (item.Width, item.Height));
    }

    [Fact]
    public void the_page_holds_charts_as_drawings_and_pictures_as_data()
    {
        var html = HtmlRenderer.Render(Document);
        var body = html[html.IndexOf("<article>", StringComparison.Ordinal)..html.IndexOf("</body>", StringComparison.Ordinal)];
        var article = XElement.Parse(Regex.Replace(body, "<(wbr|col)( [^>]*)?>", ""));
        var charts = article.Descendants().Where(element => element.Name.LocalName == "svg").ToList();
        Assert.Equal([.. SampleCharts.All.Select(ChartWords.Of), ChartWords.Of(SampleCharts.Columns)], charts.Select(chart => chart.Attribute("aria-label")!.Value));
        Assert.All(charts, chart => Assert.Equal("img", chart.Attribute("role")?.Value));
        Assert.Equal(4, article.Descendants("table").Count());
        var photos = article.Descendants("img").ToList();
        Assert.All(photos, photo => Assert.Equal("现场照片", photo.Attribute("alt")?.Value));
        Assert.All(photos, photo => Assert.StartsWith("data:image/jpeg;base64,", photo.Attribute("src")?.Value, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("de-DE")]
    [InlineData("ar-SA")]
    public void charts_and_pictures_are_the_same_bytes_in_every_culture(string culture)
    {
        var (bytes, html, before) = (Bytes.Value, HtmlRenderer.Render(Document), CultureInfo.CurrentCulture);
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
            Assert.Equal(bytes, TestFonts.Render(Document).Bytes);
            Assert.Equal(html, HtmlRenderer.Render(Document));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    private static Image Photo(int orientation) => new("现场.jpg", Pictures.Jpeg(3, 0xC0, Pictures.Exif(orientation)), "现场照片");
}
