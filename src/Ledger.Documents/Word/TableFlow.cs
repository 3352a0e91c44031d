using Ledger.Documents.Layout;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Ledger.Documents.Word;

/// <summary>A ruled table: caption, unit line, head on every page, rows that are not split, note.</summary>
/// <param name="width">In twips.</param>
internal sealed class TableFlow(Flow flow, Inlines inlines, Bookmarks bookmarks, Table table, int width)
{
    // With the rule of half a point a row of one line is 25 pt tall, as in the PDF.
    private const short Side = 60;
    private const int Above = 85, Below = 85;

    private readonly TableColumns columns = new(table, width);

    public void Add()
    {
        if (table.Caption is { Length: > 0 } caption) flow.Add(StyleId.Caption, WordText.Run(caption));
        if (table.UnitLine is { Length: > 0 } unit) flow.Add(StyleId.TableUnit, WordText.Run(unit));
        var head = table.Head.Count > 0 ? table.Head : [TableRow.Of(table.Columns.Select(column => column.Title))];
        var element = new W.Table(Properties(), Grid());
        element.Append(Rows(head, isHead: true, _ => true));
        var hasNote = !string.IsNullOrEmpty(table.Note);
        element.Append(Rows(table.Rows, isHead: false, i => table.Rows[i].KeepWithNext || hasNote && i == table.Rows.Count - 1));
        flow.Add(element);
        if (hasNote) flow.Add(StyleId.TableNote, WordText.Run(table.Note!));
        else flow.Add(StyleId.TableEnd);
    }

    private W.TableProperties Properties() => new()
    {
        TableStyle = new W.TableStyle { Val = StyleId.TableGrid },
        TableWidth = new W.TableWidth { Width = $"{width}", Type = W.TableWidthUnitValues.Dxa },
        TableLayout = new W.TableLayout { Type = W.TableLayoutValues.Fixed },
        TableCellMarginDefault = new W.TableCellMarginDefault(
            new W.TopMargin { Width = $"{Above}", Type = W.TableWidthUnitValues.Dxa },
            new W.TableCellLeftMargin { Width = Side, Type = W.TableWidthValues.Dxa },
            new W.BottomMargin { Width = $"{Below}", Type = W.TableWidthUnitValues.Dxa },
            new W.TableCellRightMargin { Width = Side, Type = W.TableWidthValues.Dxa }),
    };

    private W.TableGrid Grid() => new(table.Columns.Select((_, i) => new W.GridColumn { Width = $"{columns.Width(i, 1)}" }));

    private IEnumerable<W.TableRow> Rows(IReadOnlyList<TableRow> rows, bool isHead, Func<int, bool> keepsNext)
    {
        var grid = TableGrid.Rows(rows, table.Columns.Count);
        for (var i = 0; i < rows.Count; i++)
        {
            var properties = new W.TableRowProperties(new W.CantSplit());
            if (isHead) properties.Append(new W.TableHeader());
            var element = new W.TableRow(properties);
            foreach (var place in grid[i]) element.Append(place.Row == i ? CellOf(rows[i], place, isHead, keepsNext(i)) : Covered(place));
            yield return element;
        }
    }

    // A cell from a row above goes on here: Word wants a cell without text in its place.
    private W.TableCell Covered(GridCell place) => new(Place(place, W.MergedCellValues.Continue), new W.Paragraph(HeadText()));

    private W.TableCell CellOf(TableRow row, GridCell place, bool isHead, bool keepNext)
    {
        var (cell, column) = (place.Cell, place.Column);
        var isFirst = ReferenceEquals(cell, row.Cells[0]);
        var runs = row.Link is { } link && isFirst ? cell.Runs.Select(run => run with { Link = run.Link ?? link }) : cell.Runs;
        var content = bookmarks.Around(cell.Anchor, inlines.Of(runs));
        var paragraph = new W.Paragraph(isHead ? HeadText() : Text(cell, column, keepNext));
        paragraph.Append(isFirst ? bookmarks.Around(row.Anchor, content) : content);
        return new W.TableCell(Place(place, cell.RowSpan > 1 ? W.MergedCellValues.Restart : null), paragraph);
    }

    private W.TableCellProperties Place(GridCell place, W.MergedCellValues? merge) => new()
    {
        TableCellWidth = new W.TableCellWidth { Width = $"{columns.Width(place.Column, place.Cell.ColumnSpan)}", Type = W.TableWidthUnitValues.Dxa },
        GridSpan = place.Cell.ColumnSpan > 1 ? new W.GridSpan { Val = place.Cell.ColumnSpan } : null,
        VerticalMerge = merge is { } part ? new W.VerticalMerge { Val = part } : null,
        TableCellVerticalAlignment = new W.TableCellVerticalAlignment { Val = W.TableVerticalAlignmentValues.Center },
    };

    private static W.ParagraphProperties HeadText() => new() { ParagraphStyleId = new W.ParagraphStyleId { Val = StyleId.TableHead } };

    private W.ParagraphProperties Text(TableCell cell, int column, bool keepNext)
    {
        var alignment = cell.Alignment ?? table.Columns[column].Alignment;
        // Not by a decimal tab: only Word itself sets a cell's number at one without a tab before it.
        var behind = alignment == ColumnAlignment.Decimal ? columns.Behind(cell, column, Side) : null;
        return new W.ParagraphProperties
        {
            ParagraphStyleId = new W.ParagraphStyleId { Val = StyleId.TableText },
            KeepNext = keepNext ? new W.KeepNext() : null,
            Indentation = behind is { } right ? new W.Indentation { Right = $"{right}" } : null,
            Justification = alignment switch
            {
                ColumnAlignment.Left => null,
                ColumnAlignment.Right => Looks.Aligned(W.JustificationValues.Right),
                _ => Looks.Aligned(behind is null ? W.JustificationValues.Center : W.JustificationValues.Right),
            },
        };
    }
}
