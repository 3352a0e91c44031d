using Ledger.Documents.Fonts;
using static Ledger.Documents.Word.Looks;
using static Ledger.Documents.Word.Measure;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Ledger.Documents.Word;

/// <summary>
/// Every role of the layout standard as a style that stands in the style list, so that a clerk changes the text and never
/// the layout. No theme, no direct formatting of whole paragraphs.
/// </summary>
internal static class StyleSheet
{
    private static readonly W.Indentation TwoIn = new() { FirstLine = $"{2 * Cell}", FirstLineChars = 200 };

    public static W.Styles Of(string language) => new(
    [
        Defaults(language), Normal(), TableStyles.NoTable(), TableStyles.Grid(),
        .. Text(), .. Headings(), .. Annexes(), .. Tables(), .. Furniture(), .. Heads(),
        Characters(StyleId.Strong, "Strong", FontRole.Hei), Characters(StyleId.Signer, "签发人姓名", FontRole.Kai), Characters(StyleId.Hyperlink, "Hyperlink", null),
    ]);

    private static IEnumerable<W.Style> Text() =>
    [
        Paragraphs(StyleId.Body, "Body Text", new() { Indentation = Copy(TwoIn) }),
        Paragraphs(StyleId.Title, "Title", TitleLook(), Letters(FontRole.Title, 22)),
        Paragraphs(StyleId.Addressee, "主送机关", new()),
        Paragraphs(StyleId.AttachmentNote, "附件说明", new(), next: StyleId.AttachmentNote),
        Paragraphs(StyleId.Signature, "Signature", new() { KeepNext = new(), Justification = Aligned(W.JustificationValues.Left) }, next: StyleId.Date),
        Paragraphs(StyleId.Date, "Date", new() { Justification = Aligned(W.JustificationValues.Left) }),
        Paragraphs(StyleId.Note, "附注", new() { Indentation = Copy(TwoIn) }),
    ];

    // 7.3.3: level 1 in 黑体, 2 in 楷体, the others as the body; none of them bold.
    private static IEnumerable<W.Style> Headings() => Enumerable.Range(1, 4).Select(level => Paragraphs(
        StyleId.Heading(level),
        FormattableString.Invariant($"heading {level}"),
        new() { KeepNext = new(), Indentation = Copy(TwoIn), OutlineLevel = new W.OutlineLevel { Val = level - 1 } },
        level switch { 1 => Letters(FontRole.Hei), 2 => Letters(FontRole.Kai), _ => null }));

    private static IEnumerable<W.Style> Annexes()
    {
        var title = TitleLook();
        title.OutlineLevel = new W.OutlineLevel { Val = 0 };
        return
        [
            Paragraphs(StyleId.AnnexLabel, "附件", new() { KeepNext = new(), SpacingBetweenLines = new() { After = $"{Pitch}" } }, Letters(FontRole.Hei), StyleId.AnnexTitle),
            Paragraphs(StyleId.AnnexTitle, "附件标题", title, Letters(FontRole.Title, 22)),
        ];
    }

    private static IEnumerable<W.Style> Tables() =>
    [
        Paragraphs(StyleId.Caption, "caption", Tight(400, W.JustificationValues.Center, keepNext: true), Letters(FontRole.Hei, 12)),
        Paragraphs(StyleId.Figure, "图", FigureLook(), next: StyleId.FigureCaption),
        Paragraphs(StyleId.FigureCaption, "图题", Tight(400, W.JustificationValues.Center, after: 120), Letters(FontRole.Hei, 12)),
        Paragraphs(StyleId.TableUnit, "表格单位", Tight(360, W.JustificationValues.Right, keepNext: true), Letters(FontRole.Body, 12)),
        Paragraphs(StyleId.TableHead, "表头", Tight(320, W.JustificationValues.Center, keepNext: true), Letters(FontRole.Hei, 12), StyleId.TableHead),
        Paragraphs(StyleId.TableText, "表文", Tight(320, W.JustificationValues.Left), Letters(FontRole.Body, 12, FontRole.Song), StyleId.TableText),
        Paragraphs(StyleId.TableNote, "表注", Tight(320, W.JustificationValues.Left, before: 120, after: 120), Letters(FontRole.Body, 12)),
        Paragraphs(StyleId.TableEnd, "表后", Tight(120, W.JustificationValues.Left), Letters(FontRole.Body, 5)),
    ];

    // 7.5: 4号 宋体, odd pages right less one character, even pages left plus one.
    private static IEnumerable<W.Style> Furniture()
    {
        var (odd, even) = (Tight(280, W.JustificationValues.Right), Tight(280, W.JustificationValues.Left));
        odd.Indentation = new() { Right = "280", RightChars = 100 };
        even.Indentation = new() { Left = "280", LeftChars = 100 };
        return
        [
            Paragraphs(StyleId.Header, "header", Tight(Word.Furniture.HeaderLine, W.JustificationValues.Right), Letters(FontRole.Kai, 10.5), StyleId.Header),
            Paragraphs(StyleId.Footer, "footer", odd, Letters(FontRole.Song, 14), StyleId.Footer),
            Paragraphs(StyleId.EvenFooter, "双页页码", even, Letters(FontRole.Song, 14), StyleId.EvenFooter),
        ];
    }

    private static IEnumerable<W.Style> Heads()
    {
        var imprint = Tight(Pitch, W.JustificationValues.Left);
        imprint.Indentation = new() { Left = $"{ImprintFlow.Side}", Right = $"{ImprintFlow.Side}" };
        return
        [
            Paragraphs(StyleId.CopyNumber, "份号", new()),
            Paragraphs(StyleId.Secrecy, "密级和紧急程度", new(), Letters(FontRole.Hei)),
            Paragraphs(StyleId.Mark, "发文机关标志", new() { SnapToGrid = Off<W.SnapToGrid>(), Justification = Aligned(W.JustificationValues.Center) }, Red(Letters(FontRole.Title, 42)), StyleId.Number),
            Paragraphs(StyleId.Number, "发文字号", new() { Justification = Aligned(W.JustificationValues.Left) }),
            Paragraphs(StyleId.RedRule, "红色分隔线", Tight(HeadFlow.RuleGap, W.JustificationValues.Left, after: 2 * Pitch)),
            Paragraphs(StyleId.Imprint, "版记", imprint, Letters(FontRole.Body, 14), StyleId.Imprint),
            Paragraphs(StyleId.ImprintAnchor, "版记位置", Tight(20, W.JustificationValues.Left), Letters(FontRole.Body, 1)),
        ];
    }

    // As tall as what stands on the line.
    private static W.StyleParagraphProperties FigureLook() => new()
    {
        KeepNext = new(),
        SnapToGrid = Off<W.SnapToGrid>(),
        SpacingBetweenLines = new() { Before = "160", After = "0", Line = "240", LineRule = W.LineSpacingRuleValues.Auto },
        Justification = Aligned(W.JustificationValues.Center),
    };

    private static W.StyleParagraphProperties TitleLook() => new()
    {
        KeepNext = new(),
        SnapToGrid = Off<W.SnapToGrid>(),
        SpacingBetweenLines = new() { Line = $"{TitleFlow.Pitch}", LineRule = W.LineSpacingRuleValues.Exact },
        Justification = Aligned(W.JustificationValues.Center),
    };

    private static W.Indentation Copy(W.Indentation indentation) => (W.Indentation)indentation.CloneNode(true);
}
