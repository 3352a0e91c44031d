using System.Globalization;
using Ledger.Documents.Tests.Fixtures;

namespace Ledger.Documents.Tests.Pdf;

public class DeterminismTests
{
    [Theory]
    [InlineData("zh-CN")]
    [InlineData("de-DE")]
    [InlineData("ar-SA")]
    [InlineData("tr-TR")]
    public void the_culture_changes_no_byte(string culture)
    {
        var expected = TestFonts.Render(Samples.Report).Bytes;
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
            Assert.Equal(expected, TestFonts.Render(Samples.Report).Bytes);
            Assert.Equal(HtmlRenderer.Render(Samples.Report), HtmlRenderer.Render(Samples.Report));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Theory]
    [MemberData(nameof(FormalSamples.Names), MemberType = typeof(FormalSamples))]
    public async Task every_profile_comes_out_the_same_beside_others(string name)
    {
        var expected = TestFonts.Render(FormalSamples.Named(name)).Bytes;
        var library = FontLibrary.Discover(TestFonts.Folders);
        // Everything else is set at the same time from the same faces.
        var rendered = await Task.WhenAll(FormalSamples.Names.Select(other => Task.Run(() => (Name: other.Data, PdfRenderer.Render(FormalSamples.Named(other.Data), library).Bytes))));
        Assert.Equal(expected, rendered.Single(r => r.Name == name).Bytes);
    }

    [Fact]
    public async Task many_threads_at_once_write_the_same_bytes()
    {
        var expected = TestFonts.Render(Samples.Report).Bytes;
        var library = FontLibrary.Discover(TestFonts.Folders);
        var rendered = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => PdfRenderer.Render(Samples.Report, library).Bytes)));
        Assert.All(rendered, bytes => Assert.Equal(expected, bytes));
    }

    [Fact]
    public void what_was_rendered_before_changes_no_byte()
    {
        var library = FontLibrary.Discover(TestFonts.Folders);
        PdfRenderer.Render(Samples.Empty with { Body = [new Paragraph(Samples.Prose[2])] }, library);
        Assert.Equal(TestFonts.Render(Samples.Report).Bytes, PdfRenderer.Render(Samples.Report, library).Bytes);
    }

    [Fact]
    public void another_text_gives_another_file_id()
    {
        var other = Samples.Report with { Note = "此件不予公开" };
        Assert.NotEqual(Id(TestFonts.Render(Samples.Report).Bytes), Id(TestFonts.Render(other).Bytes));
    }

    private static string Id(byte[] pdf)
    {
        var text = System.Text.Encoding.Latin1.GetString(pdf);
        return text[text.LastIndexOf("/ID [", StringComparison.Ordinal)..].Split('>')[0];
    }
}
