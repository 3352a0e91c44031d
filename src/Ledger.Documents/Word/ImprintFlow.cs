using System.Globalization;
using static Ledger.Documents.Word.Measure;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Ledger.Documents.Word;

/// <summary>版记 (7.4): a table that stays at the bottom of the type area of the page its anchor is on; a letter's has neither rules nor office (10.1).</summary>
internal static class ImprintFlow
{
    // 7.4.1: 0.35 and 0.25 mm in eighths of a point.
    private const uint Thick = 8, Thin = 6;

    // 7.4.2: 4号, one character in on both sides; names wrap behind the label.
    public const int Side = 280;
    private const int Label = 3 * Side;

    public static void Add(Flow flow, Imprint imprint, bool isLetter)
    {
        var table = new W.Table(Properties(isRuled: !isLetter), new W.TableGrid(new W.GridColumn { Width = $"{Width}" }));
        var names = Names(imprint).Select(line => Text(line, hanging: Label)).ToList();
        if (names.Count > 0) table.Append(Row(names));
        if (!isLetter) table.Append(Row([Office(imprint)]));
        flow.Add(table);
        flow.Add(StyleId.ImprintAnchor);
    }

    /// <summary>How tall it is, in twips, if no list of names takes more lines than its characters say.</summary>
    public static int Height(Imprint imprint, bool isLetter) =>
        Pitch * ((isLetter ? 0 : 1) + Names(imprint).Sum(line => 1 + (line.Length - 3) * Side / (Width - 2 * Side - Label)));

    private static IEnumerable<string> Names(Imprint imprint)
    {
        if (imprint.Addressees.Count > 0) yield return $"主送：{string.Join('，', imprint.Addressees)}。";
        if (imprint.Copies.Count > 0) yield return $"抄送：{string.Join('，', imprint.Copies)}。";
    }

    private static W.Paragraph Office(Imprint imprint)
    {
        var date = imprint.PrintedOn.ToString("yyyy年M月d日", CultureInfo.InvariantCulture);
        var office = Text(imprint.Office, hanging: 0);
        office.Append(new W.Run(new W.TabChar()), WordText.Run($"{date}印发"));
        office.ParagraphProperties!.Tabs = new(new W.TabStop { Val = W.TabStopValues.Right, Position = Width - Side });
        return office;
    }

    private static W.Paragraph Text(string text, int hanging) => new(
        new W.ParagraphProperties
        {
            ParagraphStyleId = new W.ParagraphStyleId { Val = StyleId.Imprint },
            Indentation = hanging == 0 ? null : new W.Indentation { Left = $"{Side + hanging}", Right = $"{Side}", Hanging = $"{hanging}" },
        },
        WordText.Run(text));

    private static W.TableRow Row(IEnumerable<W.Paragraph> lines)
    {
        var cell = new W.TableCell(new W.TableCellProperties(new W.TableCellWidth { Width = $"{Width}", Type = W.TableWidthUnitValues.Dxa }));
        cell.Append(lines);
        return new W.TableRow(new W.TableRowProperties(new W.CantSplit()), cell);
    }

    private static W.TableProperties Properties(bool isRuled) => new()
    {
        TablePositionProperties = new W.TablePositionProperties
        {
            // From the page's edge, not the margin: LibreOffice lets a table as wide as the margins flow with the text.
            HorizontalAnchor = W.HorizontalAnchorValues.Page,
            TablePositionX = Left,
            VerticalAnchor = W.VerticalAnchorValues.Margin,
            TablePositionYAlignment = W.VerticalAlignmentValues.Bottom,
        },
        TableWidth = new W.TableWidth { Width = $"{Width}", Type = W.TableWidthUnitValues.Dxa },
        TableBorders = !isRuled ? null : new W.TableBorders(
            new W.TopBorder { Val = W.BorderValues.Single, Size = Thick, Space = 0, Color = "000000" },
            new W.BottomBorder { Val = W.BorderValues.Single, Size = Thick, Space = 0, Color = "000000" },
            new W.InsideHorizontalBorder { Val = W.BorderValues.Single, Size = Thin, Space = 0, Color = "000000" }),
        TableLayout = new W.TableLayout { Type = W.TableLayoutValues.Fixed },
        TableCellMarginDefault = new W.TableCellMarginDefault(
            new W.TableCellLeftMargin { Width = 0, Type = W.TableWidthValues.Dxa },
            new W.TableCellRightMargin { Width = 0, Type = W.TableWidthValues.Dxa }),
    };
}
