using DocumentFormat.OpenXml;
using static Ledger.Documents.Word.Measure;
using A = DocumentFormat.OpenXml.Drawing;
using P = DocumentFormat.OpenXml.Drawing.Wordprocessing;
using S = DocumentFormat.OpenXml.Office2010.Word.DrawingShape;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Ledger.Documents.Word;

/// <summary>What stands outside the type area: the page number and the mark for invented data.</summary>
internal static class Furniture
{
    private const string Dash = "—";
    private const string ShapeUri = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape";

    // The turned number's box: a line of 4号 with room to spare, its right side where the upright number's line begins.
    private const int BoxWidth = 400, BoxLength = 2000, BoxRight = 1730, PerTwip = 635;

    /// <summary>How tall the header's line is, in twips.</summary>
    public const int HeaderLine = 280;

    public static W.Header Header(string mark) => new(Styled(StyleId.Header, WordText.Run(mark)));

    /// <summary>
    /// 7.5: the dash's top 7 mm below the type area; with 4号 宋体 the line then ends this far above the page's edge, in twips.
    /// </summary>
    public const int FooterDistance = 1450;

    private const int FooterLine = 280;

    public static W.Footer Blank() => new(UpToTypeArea(Styled(StyleId.Footer)));

    /// <summary>7.5: — 1 —, on odd pages at the right, on even ones at the left.</summary>
    public static W.Footer Number(bool isOdd) => new(UpToTypeArea(Line(isOdd)));

    /// <summary>
    /// 8: on a turned page the number stays where it is on the sheet, so here it stands at the left edge, a quarter turned:
    /// the sheet's foot is the page's left, the sheet's right its bottom.
    /// </summary>
    public static W.Footer TurnedNumber(bool isOdd)
    {
        var top = isOdd ? Left + Width - BoxLength : Left;
        var anchor = new P.Anchor(
            new P.SimplePosition { X = 0, Y = 0 },
            new P.HorizontalPosition(new P.PositionOffset($"{(BoxRight - BoxWidth) * PerTwip}")) { RelativeFrom = P.HorizontalRelativePositionValues.Page },
            new P.VerticalPosition(new P.PositionOffset($"{top * PerTwip}")) { RelativeFrom = P.VerticalRelativePositionValues.Page },
            new P.Extent { Cx = BoxWidth * PerTwip, Cy = BoxLength * PerTwip },
            new P.EffectExtent { LeftEdge = 0, TopEdge = 0, RightEdge = 0, BottomEdge = 0 },
            new P.WrapNone(),
            new P.DocProperties { Id = 1, Name = "页码" },
            new P.NonVisualGraphicFrameDrawingProperties(),
            new A.Graphic(new A.GraphicData(Box(Line(isOdd))) { Uri = ShapeUri }))
        {
            DistanceFromTop = 0,
            DistanceFromBottom = 0,
            DistanceFromLeft = 0,
            DistanceFromRight = 0,
            SimplePos = false,
            RelativeHeight = 0,
            BehindDoc = false,
            Locked = true,
            LayoutInCell = true,
            AllowOverlap = true,
        };
        return new(Styled(StyleId.Footer, new W.Run(new W.Drawing(anchor))));
    }

    private static S.WordprocessingShape Box(W.Paragraph text) => new(
        new S.NonVisualDrawingShapeProperties { TextBox = true },
        new S.ShapeProperties(
            new A.Transform2D(new A.Offset { X = 0, Y = 0 }, new A.Extents { Cx = BoxWidth * PerTwip, Cy = BoxLength * PerTwip }),
            new A.PresetGeometry(new A.AdjustValueList()) { Preset = A.ShapeTypeValues.Rectangle },
            new A.NoFill(),
            new A.Outline(new A.NoFill())),
        new S.TextBoxInfo2(new W.TextBoxContent(text)),
        new S.TextBodyProperties(new A.NoAutoFit())
        {
            Vertical = A.TextVerticalValues.Vertical,
            LeftInset = 0,
            TopInset = 0,
            RightInset = 0,
            BottomInset = 0,
        });

    private static W.Paragraph Line(bool isOdd) => Styled(
        isOdd ? StyleId.Footer : StyleId.EvenFooter,
        WordText.Run($"{Dash} "),
        new W.Run(new W.FieldChar { FieldCharType = W.FieldCharValues.Begin }),
        new W.Run(new W.FieldCode(" PAGE ") { Space = SpaceProcessingModeValues.Preserve }),
        new W.Run(new W.FieldChar { FieldCharType = W.FieldCharValues.Separate }),
        new W.Run(new W.Text(isOdd ? "1" : "2")),
        new W.Run(new W.FieldChar { FieldCharType = W.FieldCharValues.End }),
        WordText.Run($" {Dash}"));

    // LibreOffice ends the type area where the footer begins: the footer has to begin there, a tenth of a point below.
    private static W.Paragraph UpToTypeArea(W.Paragraph line)
    {
        line.ParagraphProperties!.SpacingBetweenLines = new() { Before = $"{Bottom - FooterDistance - FooterLine - 2}" };
        return line;
    }

    private static W.Paragraph Styled(string style, params IReadOnlyList<OpenXmlElement> content)
    {
        var paragraph = new W.Paragraph(new W.ParagraphProperties { ParagraphStyleId = new W.ParagraphStyleId { Val = style } });
        paragraph.Append(content);
        return paragraph;
    }
}
