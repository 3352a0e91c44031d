using DocumentFormat.OpenXml.Packaging;
using Ledger.Documents.Tests.Fixtures;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Ledger.Documents.Tests.Word;

public class FormalTests
{
    private const int Cell = 315, Width = 8844;

    [Fact]
    public void the_head_stands_above_the_title_in_its_order()
    {
        using var word = ReadWord.Open(FormalSamples.Report);
        var texts = word.Body().Elements<W.Paragraph>().Take(8).Select(paragraph => paragraph.InnerText);
        Assert.Equal(["000001", "秘密★1年", "特急", "沈丘县招商服务中心文件", "签发人：张某某李某", "沈招商〔2024〕3号王某某", "", Samples.Report.Title], texts);
        Assert.Equal("FF0000", word.Styled("RedRule").Single().ParagraphProperties!.ParagraphBorders!.BottomBorder!.Color!.Value);
    }

    [Fact]
    public void preprinted_paper_keeps_the_room_of_mark_and_rule()
    {
        using var formal = ReadWord.Open(FormalSamples.Report);
        using var preprinted = ReadWord.Open(FormalSamples.Preprinted);
        Assert.Equal("", preprinted.Styled("IssuerMark").Single().InnerText);
        Assert.Null(preprinted.Styled("RedRule").Single().ParagraphProperties!.ParagraphBorders);
        Assert.Equal(Spacing(formal), Spacing(preprinted));
    }

    [Fact]
    public void the_public_copy_has_neither_head_nor_imprint()
    {
        using var word = ReadWord.Open(FormalSamples.Report with { Profile = LayoutProfile.Public });
        Assert.Empty(word.Styled("IssuerMark").Concat(word.Styled("Imprint")));
    }

    [Fact]
    public void the_imprint_ends_an_even_page()
    {
        using var apart = ReadWord.Open(FormalSamples.Report);
        Assert.Equal(W.SectionMarkValues.EvenPage, apart.Sections()[^1].GetFirstChild<W.SectionType>()!.Val!.Value);
        using var shared = ReadWord.Open(FormalSamples.Report with { Annexes = [], Body = [.. FormalSamples.Report.Body.Take(6)] });
        Assert.Single(shared.Sections());
        Assert.Equal(["抄送：县委依法治县办，县司法局。", "沈丘县招商服务中心办公室2024年1月8日印发"], shared.Styled("Imprint").Select(line => line.InnerText));
    }

    [Fact]
    public void unsealed_the_date_begins_two_characters_right_of_the_issuer()
    {
        using var word = ReadWord.Open(Samples.Report);
        var (issuer, date) = (word.Styled("Signature").Single().ParagraphProperties!, word.Styled("Date").Single().ParagraphProperties!);
        Assert.Equal($"{2 * Cell}", issuer.Indentation!.Right!.Value);
        Assert.Equal($"{Width - 2 * Cell - Samples.Issuer.Length * Cell + 2 * Cell}", date.Indentation!.Left!.Value);
    }

    [Fact]
    public void sealed_the_issuer_is_centred_over_a_date_four_characters_in()
    {
        using var word = ReadWord.Open(Samples.Report with { Signature = Samples.Report.Signature! with { SealSpace = true } });
        var (issuer, date) = (word.Styled("Signature").Single().ParagraphProperties!, word.Styled("Date").Single().ParagraphProperties!);
        Assert.Equal((issuer.Indentation!.Left!.Value, issuer.Indentation.Right!.Value, W.JustificationValues.Center), (date.Indentation!.Left!.Value, date.Indentation.Right!.Value, date.Justification!.Val!.Value));
        // 2024年1月5日: six digits of 155 twips, three characters of 315.
        const int dateWidth = 6 * 155 + 3 * Cell;
        var (left, right) = (int.Parse(date.Indentation.Left!.Value!, null), int.Parse(date.Indentation.Right!.Value!, null));
        Assert.Equal(4 * Cell, (Width - left + right - dateWidth) / 2, 1.0);
    }

    private static (string?, string?, string?) Spacing(WordprocessingDocument word)
    {
        var spacing = word.Styled("IssuerMark").Single().ParagraphProperties!.SpacingBetweenLines!;
        return (spacing.Before?.Value, spacing.Line?.Value, spacing.After?.Value);
    }
}
