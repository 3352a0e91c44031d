using Ledger.Documents.Layout;
using Ledger.Documents.Tests.Fixtures;
using UglyToad.PdfPig;

namespace Ledger.Documents.Tests.Layout;

/// <summary>Documents of one page and of two hundred: all on the grid, all inside the type area, nothing lost.</summary>
public class LengthTests
{
    private const double Tolerance = 0.05;

    [Theory]
    [InlineData(LayoutProfile.Public)]
    [InlineData(LayoutProfile.Formal)]
    public void a_report_of_two_hundred_pages_keeps_its_measures_to_the_end(LayoutProfile profile)
    {
        var document = Samples.Formal(1) with
        {
            Profile = profile,
            Body = [.. Enumerable.Range(0, 1150).Select(i => (Block)(i % 12 == 0 ? new Heading(1, "一、主要举措和成效") : new Paragraph(Samples.Prose[i % 4])))],
            Signature = new Signature(Samples.Issuer, new DateOnly(2024, 1, 5)),
        };
        using var pdf = PdfDocument.Open(TestFonts.Render(document).Bytes);
        Assert.InRange(pdf.NumberOfPages, 190, 215);
        foreach (var page in pdf.GetPages().Skip(1).SkipLast(2))
        {
            var lines = page.BodyLines();
            // A heading that would stand last goes down to the next page.
            Assert.InRange(lines.Count, 21, 22);
            Assert.All(lines, (line, i) => Assert.InRange(line[0].Baseline() - 37 - 0.88 * 16 / PageStyle.Millimetre - i * 225.0 / 22, -Tolerance, Tolerance));
            Assert.Contains($"— {page.Number} —", page.Letters.Text(), StringComparison.Ordinal);
        }

        Assert.All(pdf.GetPages().SelectMany(page => page.Letters.Where(letter => letter.Baseline() is > 37 and < 262)), letter =>
        {
            Assert.InRange(letter.Left(), 28 - 0.25 * 16 / PageStyle.Millimetre - Tolerance, 184);
            Assert.True(letter.EndBaseLine.X / PageStyle.Millimetre < 184 + 0.25 * 16 / PageStyle.Millimetre + Tolerance);
        });
        var text = pdf.BodyText();
        Assert.Equal(Texts(document), text[text.IndexOf("一、主要举措和成效", StringComparison.Ordinal)..text.LastIndexOf(Samples.Issuer + "2024年1月5日", StringComparison.Ordinal)]);
    }

    [Fact]
    public void a_report_of_one_page_has_all_its_parts_on_it()
    {
        var document = Samples.Empty with { Body = [new Paragraph(Samples.Prose[0])], Signature = new Signature(Samples.Issuer, new DateOnly(2024, 1, 5)), Note = "此件公开发布" };
        using var pdf = PdfDocument.Open(TestFonts.Render(document).Bytes);
        var page = Assert.Single(pdf.GetPages());
        Assert.Equal($"{document.Title}沈丘县人民政府：{Samples.Prose[0]}{Samples.Issuer}2024年1月5日（此件公开发布）", pdf.BodyText());
        Assert.Contains("— 1 —", page.Letters.Text(), StringComparison.Ordinal);
    }

    private static string Texts(OfficialDocument document) => string.Concat(document.Body.SelectMany(block => block is Heading heading ? heading.Runs : ((Paragraph)block).Runs).Select(run => run.Text));
}
