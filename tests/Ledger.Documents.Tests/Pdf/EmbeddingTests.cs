using Ledger.Documents.Tests.Fixtures;
using UglyToad.PdfPig;

namespace Ledger.Documents.Tests.Pdf;

public class EmbeddingTests
{
    [Fact]
    public void every_font_is_embedded_as_a_subset()
    {
        var rendered = TestFonts.Render(Samples.Report);
        var bytes = RawPdf.Text(rendered.Bytes);
        var descriptors = bytes.Split("/Type /FontDescriptor").Skip(1).Select(text => text.Split('\n')[0]).ToList();
        Assert.Equal(rendered.Log.Fonts.Count, descriptors.Count);
        Assert.All(descriptors, descriptor => Assert.Matches(@"/FontName /[A-Z]{6}\+\S+ .*/FontFile[23] \d+ 0 R", descriptor));
        Assert.True(rendered.Bytes.Length < 1_000_000);
    }

    [Fact]
    public void every_letter_has_a_font_and_no_letter_is_a_box()
    {
        using var pdf = PdfDocument.Open(TestFonts.Render(Samples.Report).Bytes);
        Assert.All(pdf.GetPages().SelectMany(page => page.Letters), letter =>
        {
            Assert.Contains('+', letter.FontName!);
            Assert.DoesNotContain('\uFFFD', letter.Value);
        });
    }

    [Fact]
    public void the_log_names_each_file_with_its_hash()
    {
        var fonts = TestFonts.Render(Samples.Report).Log.Fonts;
        Assert.NotEmpty(fonts);
        Assert.All(fonts, font => Assert.Matches("^[0-9a-f]{64}$", font.Sha256));
        Assert.All(fonts, font => Assert.True(font.Characters > 0));
    }

    [Theory]
    [InlineData(LayoutProfile.Formal)]
    [InlineData(LayoutProfile.Preprinted)]
    public void a_profile_with_a_head_needs_one(LayoutProfile profile) =>
        Assert.Throws<DocumentException>(() => TestFonts.Render(Samples.Report with { Profile = profile }));

    [Fact]
    public void a_document_without_a_title_is_refused() =>
        Assert.Throws<DocumentException>(() => TestFonts.Render(Samples.Empty with { Title = " " }));

    [Fact]
    public void an_address_that_runs_something_is_refused()
    {
        var body = new Paragraph([new Run("点此") { Link = "javascript:alert(1)" }]);
        Assert.Throws<DocumentException>(() => TestFonts.Render(Samples.Empty with { Body = [body] }));
        Assert.Throws<DocumentException>(() => HtmlRenderer.Render(Samples.Empty with { Body = [body] }));
    }
}
