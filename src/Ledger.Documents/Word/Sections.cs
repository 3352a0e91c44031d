using DocumentFormat.OpenXml;
using static Ledger.Documents.Word.Measure;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Ledger.Documents.Word;

/// <summary>The pages' geometry, and what stands at their head and foot.</summary>
internal sealed class Sections
{
    // The mark's baseline is 12 mm above the type area.
    public const uint HeaderDistance = 1190;
    private const uint LandscapeHeaderDistance = 680;

    private readonly (string Odd, string Even)? header;
    private readonly (string Odd, string Even) upright;
    private readonly Lazy<(string Odd, string Even)> turned, blank;
    private (string Header, string Footer)? first;

    /// <param name="letter">A letter's head, which stands outside the first page's type area (10.1); null: none does.</param>
    public Sections(WordPackage package, string? sampleMark, Head? letter)
    {
        if (!string.IsNullOrEmpty(sampleMark))
            header = (package.Add("header1", "header", Furniture.Header(sampleMark)), package.Add("header2", "header", Furniture.Header(sampleMark)));
        if (letter is not null)
            first = (package.Add("header3", "header", LetterFlow.Header(letter, sampleMark)), package.Add("footer7", "footer", LetterFlow.Footer()));
        upright = (package.Add("footer1", "footer", Furniture.Number(isOdd: true)), package.Add("footer2", "footer", Furniture.Number(isOdd: false)));
        turned = new(() => (package.Add("footer3", "footer", Furniture.TurnedNumber(isOdd: true)), package.Add("footer4", "footer", Furniture.TurnedNumber(isOdd: false))));
        blank = new(() => (package.Add("footer5", "footer", Furniture.Blank()), package.Add("footer6", "footer", Furniture.Blank())));
    }

    public W.SectionProperties Upright() => Section(upright, W.SectionMarkValues.NextPage, landscape: false);

    /// <summary>A quarter turn to the left on the upright sheet: its top is the sheet's left edge (8).</summary>
    public W.SectionProperties Landscape() => Section(turned.Value, W.SectionMarkValues.NextPage, landscape: true);

    /// <summary>The next even page; 7.5: it has no number when a blank page stands before it.</summary>
    public W.SectionProperties EvenPage(bool numbered) => Section(numbered ? upright : blank.Value, W.SectionMarkValues.EvenPage, landscape: false);

    private W.SectionProperties Section((string Odd, string Even) footer, W.SectionMarkValues start, bool landscape)
    {
        var section = new W.SectionProperties();
        if (header is { } mark)
        {
            section.Append(
                new W.HeaderReference { Type = W.HeaderFooterValues.Default, Id = mark.Odd },
                new W.HeaderReference { Type = W.HeaderFooterValues.Even, Id = mark.Even });
        }

        if (first is { } own)
        {
            section.Append(
                new W.HeaderReference { Type = W.HeaderFooterValues.First, Id = own.Header },
                new W.FooterReference { Type = W.HeaderFooterValues.First, Id = own.Footer });
        }

        section.Append(
        [
            new W.FooterReference { Type = W.HeaderFooterValues.Default, Id = footer.Odd },
            new W.FooterReference { Type = W.HeaderFooterValues.Even, Id = footer.Even },
            new W.SectionType { Val = start },
            landscape
                ? new W.PageSize { Width = PageHeight, Height = PageWidth, Orient = W.PageOrientationValues.Landscape }
                : new W.PageSize { Width = PageWidth, Height = PageHeight },
            landscape
                ? new W.PageMargin { Top = Left, Right = Top, Bottom = Right, Left = Bottom, Header = LandscapeHeaderDistance, Footer = 0, Gutter = 0 }
                : new W.PageMargin { Top = Top, Right = Right, Bottom = Bottom, Left = Left, Header = HeaderDistance, Footer = Furniture.FooterDistance, Gutter = 0 },
            .. first is null ? [] : (OpenXmlElement[])[new W.TitlePage()],
            new W.DocGrid { Type = W.DocGridValues.Lines, LinePitch = Pitch },
        ]);
        first = null;
        return section;
    }
}
