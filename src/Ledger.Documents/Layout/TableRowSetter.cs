using Ledger.Documents.Fonts;

namespace Ledger.Documents.Layout;

/// <summary>Sets the rows of one table: widths by weight, text wrapped and aligned in its cell.</summary>
internal sealed class TableRowSetter
{
    private readonly Flow flow;
    private readonly Table table;
    private readonly StructNode node;
    private readonly double[] edges;
    private readonly DecimalColumns decimals;

    public TableRowSetter(Flow flow, Table table, StructNode node)
    {
        (this.flow, this.table, this.node) = (flow, table, node);
        var scale = flow.Frame.Width / table.Columns.Sum(column => column.Weight);
        edges = new double[table.Columns.Count + 1];
        for (var i = 0; i < table.Columns.Count; i++) edges[i + 1] = edges[i] + table.Columns[i].Weight * scale;
        decimals = new DecimalColumns(table, runs => SetRuns(runs, double.PositiveInfinity, isHead: false, node));
    }

    /// <summary>The head, or all rows below it; a row is in more than one piece when it is taller than a page.</summary>
    /// <param name="head">What is repeated above the rows on every page.</param>
    public List<RowItem> Set(IReadOnlyList<TableRow> rows, bool isHead, IReadOnlyList<RowItem> head)
    {
        var grid = TableGrid.Rows(rows, table.Columns.Count);
        var set = new Dictionary<GridCell, SetCell>(ReferenceEqualityComparer.Instance);
        var spans = new SpanHeights(flow.Style, flow.Frame.Height - head.Sum(row => row.Height));
        for (var row = 0; row < rows.Count; row++)
        {
            var parent = new StructNode("TR", node);
            foreach (var cell in grid[row].Where(cell => cell.Row == row)) set[cell] = SetCellOf(rows[row], cell, isHead, parent);
            spans.Add(row, grid[row], set, [.. Pieces(rows[row], [.. grid[row].Select(cell => set[cell])], isHead, head)]);
        }

        return spans.Items;
    }

    private IEnumerable<RowItem> Pieces(TableRow row, List<SetCell> cells, bool isHead, IReadOnlyList<RowItem> head)
    {
        var style = flow.Style;
        var room = flow.Frame.Height - head.Sum(h => h.Height) - 2 * style.CellPaddingY;
        var most = Math.Max(1, (int)(room / style.TableLeading));
        var lines = 1;
        foreach (var cell in cells.Where(cell => !cell.Spans)) lines = Math.Max(lines, cell.Lines.Count);
        for (var from = 0; from < lines; from += most)
        {
            var height = Math.Min(most, lines - from) * style.TableLeading + 2 * style.CellPaddingY;
            List<SetCell> part = lines <= most ? cells : [.. cells.Select(cell => Part(cell, from, most))];
            yield return new RowItem(part, height, head, node)
            {
                IsHead = isHead,
                Anchor = from == 0 ? row.Anchor : null,
                KeepWithNext = row.KeepWithNext && from + most >= lines,
            };
        }
    }

    private static SetCell Part(SetCell cell, int from, int count) => cell.Spans ? cell : cell with
    {
        Lines = [.. cell.Lines.Skip(from).Take(count)],
        Offsets = [.. cell.Offsets.Skip(from).Take(count)],
        Anchor = from == 0 ? cell.Anchor : null,
    };

    private SetCell SetCellOf(TableRow row, GridCell place, bool isHead, StructNode parent)
    {
        var (cell, column, padding) = (place.Cell, place.Column, flow.Style.CellPaddingX);
        var isFirst = ReferenceEquals(cell, row.Cells[0]);
        var scope = isHead ? "Column" : row.Headed && isFirst ? "Row" : null;
        var element = new StructNode(scope is null ? "TD" : "TH", parent) { Scope = scope, ColumnSpan = cell.ColumnSpan, RowSpan = cell.RowSpan };
        var (left, right) = (edges[column], edges[column + cell.ColumnSpan]);
        var runs = row.Link is { } link && isFirst ? cell.Runs.Select(run => run with { Link = run.Link ?? link }) : cell.Runs;
        var lines = SetRuns(runs, right - left - 2 * padding, isHead, element);
        var alignment = isHead ? ColumnAlignment.Center : cell.Alignment ?? table.Columns[column].Alignment;
        var block = decimals.Offset(column, lines, right - left);
        var offsets = new double[lines.Count];
        for (var i = 0; i < offsets.Length; i++) offsets[i] = Offset(lines[i]);
        return new SetCell(lines, offsets, left, right - left, element, cell.Anchor) { Spans = cell.RowSpan > 1 };

        double Offset(Line line) => alignment switch
        {
            ColumnAlignment.Left => padding,
            ColumnAlignment.Right => right - left - padding - line.Width,
            ColumnAlignment.Decimal when block is { } offset => offset,
            _ => (right - left - line.Width) / 2,
        };
    }

    private List<Line> SetRuns(IEnumerable<Run> runs, double width, bool isHead, StructNode parent)
    {
        var (han, latin) = isHead ? (FontRole.Hei, FontRole.Hei) : (FontRole.Body, FontRole.Song);
        var size = flow.Style.TableSize;
        return flow.NaturalLines(flow.Natural(flow.Styled(runs, han, latin, parent), size), size, width);
    }
}
