using System.Globalization;
using DocumentFormat.OpenXml;
using static Ledger.Documents.Word.Measure;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Ledger.Documents.Word;

/// <summary>
/// A letter's head (10.1). The mark and the first double line are the first page's header, the second line is in its
/// footer: both are outside the type area, and the first page so has no number.
/// </summary>
internal static class LetterFlow
{
    // 10.1: 30 mm, 20 mm and 170 mm; the first thing below the line 7/8 of a 3号 character away.
    private const int MarkTop = 1701, Side = 1134, Length = 9638;

    // A character stands in the middle of its line of the grid: half of what the line has more is above it.
    private const int RuleGap = 280 - (Pitch - 320) / 2;

    // The double line: 1 mm, 0.35 mm (in eighths of a point) and 0.5 mm between (in twips), as the PDF has them.
    private const uint Thick = 23, Thin = 8;
    // A row's height takes its rules in.
    private const int Space = 28, Both = 105, RowHeight = Space + Both / 3;
    private const string Red = "FF0000";

    public static W.Header Header(Head head, string? sampleMark)
    {
        var header = new W.Header();
        var top = (int)Sections.HeaderDistance;
        if (!string.IsNullOrEmpty(sampleMark))
        {
            header.Append(Furniture.Header(sampleMark).Elements().Select(line => line.CloneNode(true)));
            top += Furniture.HeaderLine;
        }

        var size = HeadFlow.MarkSize(head.Mark);
        var mark = Paragraph(StyleId.Mark, HeadFlow.Sized(WordText.Run(head.Mark), size));
        mark.ParagraphProperties!.SpacingBetweenLines = new()
        {
            Before = $"{MarkTop - top - Twips(size * HeadFlow.Inset)}",
            After = "0",
            Line = $"{Twips(size * HeadFlow.LineHeight)}",
            LineRule = W.LineSpacingRuleValues.Exact,
        };
        var rest = Twips(size * (HeadFlow.LineHeight - HeadFlow.Inset - 1));
        header.Append(mark, Below(HeadFlow.RuleGap - rest, Thick), Below(Space, Thin));
        return header;
    }

    /// <summary>The second double line at its place on the sheet, whatever else the footer has.</summary>
    public static W.Footer Footer() => new(Lower(), Paragraph(StyleId.Footer));

    /// <summary>The lines between the first double line and the title.</summary>
    public static void Add(Flow flow, Head head)
    {
        (string Style, string? Text)[] parts = [(StyleId.CopyNumber, head.CopyNumber), (StyleId.Secrecy, head.Secrecy), (StyleId.Secrecy, head.Urgency)];
        var corner = parts.Where(part => !string.IsNullOrEmpty(part.Text)).ToList();
        var number = WordText.Run(head.Number?.ToString() ?? "");
        var first = corner.Count == 0
            ? flow.Add(StyleId.Number, number)
            : flow.Add(corner[0].Style, WordText.Run(corner[0].Text!), new W.Run(new W.TabChar()), InBody(number));
        if (corner.Count == 0) first.ParagraphProperties!.Justification = Looks.Aligned(W.JustificationValues.Right);
        else first.ParagraphProperties!.Tabs = new(new W.TabStop { Val = W.TabStopValues.Right, Position = Width });
        var last = first;
        foreach (var (style, text) in corner.Skip(1)) last = flow.Add(style, WordText.Run(text!));
        first.ParagraphProperties!.SpacingBetweenLines = new() { Before = $"{RuleGap}", After = last == first ? $"{2 * Pitch}" : "0" };
        if (last != first) last.ParagraphProperties!.SpacingBetweenLines = new() { After = $"{2 * Pitch}" };
    }

    /// <summary>How much of the first page's type area all of it takes, in twips, with the blank lines above the title.</summary>
    public static int Height(Head head)
    {
        var corner = new[] { head.CopyNumber, head.Secrecy, head.Urgency }.Count(text => !string.IsNullOrEmpty(text));
        return MarkTop - Top + Twips(HeadFlow.MarkSize(head.Mark)) + HeadFlow.RuleGap + Both + RuleGap + (Math.Max(1, corner) + 2) * Pitch;
    }

    // Beside 密级 in 黑体 the number stays in 仿宋.
    private static W.Run InBody(W.Run run)
    {
        run.RunProperties ??= new W.RunProperties();
        var hint = run.RunProperties.RunFonts?.Hint;
        run.RunProperties.RunFonts = WordFonts.Of(Fonts.FontRole.Body);
        run.RunProperties.RunFonts.Hint = hint;
        return run;
    }

    private static W.Paragraph Below(int gap, uint thickness)
    {
        var line = Paragraph(StyleId.RedRule);
        line.ParagraphProperties!.SpacingBetweenLines = new() { After = "0", Line = $"{gap}", LineRule = W.LineSpacingRuleValues.Exact };
        line.ParagraphProperties.ParagraphBorders = new W.ParagraphBorders(
            new W.BottomBorder { Val = W.BorderValues.Single, Size = thickness, Space = 0, Color = Red });
        line.ParagraphProperties.Indentation = new() { Left = Outward(Side - Left), Right = Outward(Side - Right) };
        return line;
    }

    // Not all cultures write a minus alike.
    private static string Outward(int twips) => twips.ToString(CultureInfo.InvariantCulture);

    // A table keeps its place on the sheet in every office program; a paragraph's frame does not.
    private static W.Table Lower()
    {
        var line = Paragraph(StyleId.RedRule);
        line.ParagraphProperties!.SpacingBetweenLines = new() { After = "0", Line = $"{Space}", LineRule = W.LineSpacingRuleValues.Exact };
        return new W.Table(
            new W.TableProperties
            {
                TablePositionProperties = new W.TablePositionProperties
                {
                    HorizontalAnchor = W.HorizontalAnchorValues.Page,
                    TablePositionX = Side,
                    VerticalAnchor = W.VerticalAnchorValues.Page,
                    TablePositionY = PageHeight - Side - Both,
                },
                TableWidth = new W.TableWidth { Width = $"{Length}", Type = W.TableWidthUnitValues.Dxa },
                TableBorders = new W.TableBorders(
                    new W.TopBorder { Val = W.BorderValues.Single, Size = Thin, Space = 0, Color = Red },
                    new W.BottomBorder { Val = W.BorderValues.Single, Size = Thick, Space = 0, Color = Red }),
                TableLayout = new W.TableLayout { Type = W.TableLayoutValues.Fixed },
                TableCellMarginDefault = new W.TableCellMarginDefault(
                    new W.TableCellLeftMargin { Width = 0, Type = W.TableWidthValues.Dxa },
                    new W.TableCellRightMargin { Width = 0, Type = W.TableWidthValues.Dxa }),
            },
            new W.TableGrid(new W.GridColumn { Width = $"{Length}" }),
            new W.TableRow(
                new W.TableRowProperties(new W.TableRowHeight { Val = RowHeight, HeightType = W.HeightRuleValues.Exact }),
                new W.TableCell(new W.TableCellProperties(new W.TableCellWidth { Width = $"{Length}", Type = W.TableWidthUnitValues.Dxa }), line)));
    }

    private static W.Paragraph Paragraph(string style, params IReadOnlyList<OpenXmlElement> content)
    {
        var paragraph = new W.Paragraph(new W.ParagraphProperties { ParagraphStyleId = new W.ParagraphStyleId { Val = style } });
        paragraph.Append(content);
        return paragraph;
    }
}
