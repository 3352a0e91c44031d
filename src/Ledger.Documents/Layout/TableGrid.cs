namespace Ledger.Documents.Layout;

/// <summary>A cell and the row and column in which it begins.</summary>
internal sealed record GridCell(TableCell Cell, int Row, int Column)
{
    /// <summary>The last row it covers.</summary>
    public int LastRow => Row + Cell.RowSpan - 1;
}

/// <summary>Which cells cover each row of a table's head or of its body, those from the rows above included.</summary>
internal static class TableGrid
{
    /// <summary>For each row its cells from left to right.</summary>
    /// <exception cref="DocumentException">A row does not fill the columns, or a cell reaches below the last row.</exception>
    public static IReadOnlyList<IReadOnlyList<GridCell>> Rows(IReadOnlyList<TableRow> rows, int columns)
    {
        var grid = new List<IReadOnlyList<GridCell>>(rows.Count);
        for (var row = 0; row < rows.Count; row++)
        {
            List<GridCell> above = row == 0 ? [] : [.. grid[row - 1].Where(cell => cell.LastRow >= row)];
            grid.Add(Fill(rows[row], row, above, columns));
        }

        if (rows.Count > 0 && grid[^1].FirstOrDefault(cell => cell.LastRow >= rows.Count) is { } deep)
        {
            throw new DocumentException(
                $"单元格“{TextOf(deep.Cell)}”跨 {deep.Cell.RowSpan} 行，超出了表格的最后一行。",
                $"The cell “{TextOf(deep.Cell)}” covers {deep.Cell.RowSpan} rows and reaches below the table's last.");
        }

        return grid;
    }

    private static List<GridCell> Fill(TableRow row, int index, List<GridCell> above, int columns)
    {
        var cells = new List<GridCell>();
        var own = new Queue<TableCell>(row.Cells);
        var column = 0;
        while (column < columns)
        {
            var cell = above.Find(known => known.Column == column) ?? (own.TryDequeue(out var next) ? new GridCell(next, index, column) : null);
            if (cell is null) break;
            column += cell.Cell.ColumnSpan > 0 && cell.Cell.RowSpan > 0 ? cell.Cell.ColumnSpan : columns + 1;
            cells.Add(cell);
        }

        if (column == columns && own.Count == 0 && above.TrueForAll(cells.Contains)) return cells;
        var first = row.Cells.Count > 0 ? TextOf(row.Cells[0]) : "";
        var spanned = row.Cells.Sum(cell => cell.ColumnSpan) + above.Sum(cell => cell.Cell.ColumnSpan);
        throw new DocumentException(
            $"表格共 {columns} 栏，而以“{first}”开头的一行有 {spanned} 栏，或与上一行跨下来的单元格相叠。",
            $"The table has {columns} columns, but the row that begins with “{first}” fills {spanned}, or overlaps a cell from above.");
    }

    private static string TextOf(TableCell cell) => string.Concat(cell.Runs.Select(run => run.Text));
}
