using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Ledger.Documents.Word;

/// <summary>The styles of tables: without rules, and ruled in lines of half a point.</summary>
internal static class TableStyles
{
    public static W.Style NoTable() => new(
        new W.StyleName { Val = "Normal Table" },
        new W.StyleTableProperties(
            new W.TableIndentation { Width = 0, Type = W.TableWidthUnitValues.Dxa },
            new W.TableCellMarginDefault(
                new W.TopMargin { Width = "0", Type = W.TableWidthUnitValues.Dxa },
                new W.TableCellLeftMargin { Width = 0, Type = W.TableWidthValues.Dxa },
                new W.BottomMargin { Width = "0", Type = W.TableWidthUnitValues.Dxa },
                new W.TableCellRightMargin { Width = 0, Type = W.TableWidthValues.Dxa })))
    {
        Type = W.StyleValues.Table,
        StyleId = "TableNormal",
        Default = true,
    };

    public static W.Style Grid()
    {
        T Side<T>() where T : W.BorderType, new() => new() { Val = W.BorderValues.Single, Size = 4, Space = 0, Color = "000000" };
        return new(
            new W.StyleName { Val = "Table Grid" },
            new W.BasedOn { Val = "TableNormal" },
            new W.StyleTableProperties(new W.TableBorders(
                Side<W.TopBorder>(), Side<W.LeftBorder>(), Side<W.BottomBorder>(), Side<W.RightBorder>(), Side<W.InsideHorizontalBorder>(), Side<W.InsideVerticalBorder>())))
        {
            Type = W.StyleValues.Table,
            StyleId = StyleId.TableGrid,
        };
    }
}
