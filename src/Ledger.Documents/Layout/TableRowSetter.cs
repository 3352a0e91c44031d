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

    /// <summary>The row; more than one piece when it is taller than a page.</summary>
    public IEnumerable<RowItem> Set(TableRow row, bool isHead, IReadOnlyList<RowItem> head)
    {
        var parent = new StructNode("TR", node);
        var cells = new List<SetCell>();
        for (int i = 0, column = 0; i < row.Cells.Count; column += row.Cells[i].ColumnSpan, i++)
            cells.Add(SetCellOf(row, i, column, isHead, parent));
        var style = flow.Style;
        var room = flow.Frame.Height - head.Sum(h => h.Height) - 2 * style.CellPaddingY;
        var most = Math.Max(1, (int)(room / style.TableLeading));
        var lines = Math.Max(1, cells.Max(cell => cell.Lines.Count));
        for (var from = 0; from < lines; from += most)
        {
            var height = Math.Min(most, lines - from) * style.TableLeading + 2 * style.CellPaddingY;
            List<SetCell> part = lines <= most ? cells : [.. cells.Select(cell => Part(cell, from, most))];
            yield return new RowItem(part, height, head) { IsHead = isHead, Anchor = from == 0 ? row.Anchor : null };
        }
    }

    private static SetCell Part(SetCell cell, int from, int count) => cell with
    {
        Lines = [.. cell.Lines.Skip(from).Take(count)],
        Offsets = [.. cell.Offsets.Skip(from).Take(count)],
        Anchor = from == 0 ? cell.Anchor : null,
    };

    private SetCell SetCellOf(TableRow row, int index, int column, bool isHead, StructNode parent)
    {
        var (cell, padding) = (row.Cells[index], flow.Style.CellPaddingX);
        var isRowHead = row.Headed && index == 0;
        var scope = isHead ? "Column" : isRowHead ? "Row" : null;
        var element = new StructNode(scope is null ? "TD" : "TH", parent) { Scope = scope, ColumnSpan = cell.ColumnSpan };
        var (left, right) = (edges[column], edges[column + cell.ColumnSpan]);
        var runs = row.Link is { } link && index == 0 ? cell.Runs.Select(run => run with { Link = run.Link ?? link }) : cell.Runs;
        var lines = SetRuns(runs, right - left - 2 * padding, isHead, element);
        var alignment = isHead ? ColumnAlignment.Center : cell.Alignment ?? table.Columns[column].Alignment;
        var block = decimals.Offset(column, lines, right - left);
        var offsets = lines.Select(line => alignment switch
        {
            ColumnAlignment.Left => padding,
            ColumnAlignment.Right => right - left - padding - line.Width,
            ColumnAlignment.Decimal when block is { } offset => offset,
            _ => (right - left - line.Width) / 2,
        });
        return new SetCell(lines, [.. offsets], left, right - left, element, cell.Anchor);
    }

    private List<Line> SetRuns(IEnumerable<Run> runs, double width, bool isHead, StructNode parent)
    {
        var (han, latin) = isHead ? (FontRole.Hei, FontRole.Hei) : (FontRole.Body, FontRole.Song);
        var size = flow.Style.TableSize;
        return flow.NaturalLines(flow.Natural(flow.Styled(runs, han, latin, parent), size), size, width);
    }
}
