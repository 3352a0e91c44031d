using DocumentFormat.OpenXml.Packaging;
using Ledger.Documents.Tests.Fixtures;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Ledger.Documents.Tests.Word;

public class LetterTests
{
    [Fact]
    public void clause_10_1_mark_and_double_lines_are_the_first_page_s_header_and_footer_and_it_has_no_number()
    {
        using var word = ReadWord.Open(FormalSamples.Letter);
        var section = word.Sections()[0];
        Assert.NotNull(section.GetFirstChild<W.TitlePage>());
        var header = Part<HeaderPart>(word, section.Elements<W.HeaderReference>().Single(IsFirst)).Header!;
        var footer = Part<FooterPart>(word, section.Elements<W.FooterReference>().Single(IsFirst)).Footer!;
        Assert.Equal(FormalSamples.Letter.Head!.Mark, header.InnerText);
        Assert.Equal("", footer.InnerText);
        var upper = header.Descendants<W.BottomBorder>().Select(line => line.Size!.Value).ToList();
        Assert.True(upper is [var thick, var thin] && thick > thin);
        Assert.True(footer.Descendants<W.TopBorder>().Single().Size! < footer.Descendants<W.BottomBorder>().Single().Size!.Value);
    }

    [Fact]
    public void clause_10_1_the_imprint_has_neither_lines_nor_office()
    {
        using var word = ReadWord.Open(FormalSamples.Letter);
        Assert.Equal(["抄送：县委依法治县办，县政府办公室。"], word.Styled("Imprint").Select(line => line.InnerText));
        Assert.Empty(word.Body().Descendants<W.TableBorders>());
    }

    [Fact]
    public void what_a_letter_cannot_have_is_refused_as_in_the_pdf() =>
        Assert.Throws<DocumentException>(() => WordRenderer.Render(FormalSamples.Letter with { Head = Samples.Head }));

    private static bool IsFirst(W.HeaderFooterReferenceType reference) => reference.Type!.Value == W.HeaderFooterValues.First;

    private static T Part<T>(WordprocessingDocument word, W.HeaderFooterReferenceType reference) where T : OpenXmlPart =>
        (T)word.MainDocumentPart!.GetPartById(reference.Id!.Value!);
}
