namespace Ledger.Documents.Layout;

/// <summary>
/// The columns whose numbers stand with their decimal points below each other: the widest part before and the widest part
/// behind the point make a block in the middle of the column. What is no number is centred.
/// </summary>
internal sealed class DecimalColumns
{
    private readonly NumberWidth?[] widths;

    /// <param name="set">Sets a cell's runs on one line.</param>
    public DecimalColumns(Table table, Func<IEnumerable<Run>, List<Line>> set)
    {
        widths = new NumberWidth?[table.Columns.Count];
        foreach (var (cell, _, column) in TableGrid.Rows(table.Rows, table.Columns.Count).SelectMany((cells, row) => cells.Where(cell => cell.Row == row)))
        {
            if ((cell.Alignment ?? table.Columns[column].Alignment) != ColumnAlignment.Decimal) continue;
            if (set(cell.Runs) is not [var line] || Point(line) is not { } before) continue;
            var known = widths[column] ?? new NumberWidth(0, 0);
            widths[column] = new NumberWidth(Math.Max(known.Before, before), Math.Max(known.Behind, line.Width - before));
        }
    }

    /// <summary>Where a number begins in its column of this width; null when the text is no number or does not fit.</summary>
    public double? Offset(int column, List<Line> lines, double width)
    {
        if (lines is not [var line] || Point(line) is not { } before) return null;
        if (widths[column] is not { } widest || widest.Before + widest.Behind > width) return null;
        return (width - widest.Before - widest.Behind) / 2 + widest.Before - before;
    }

    /// <summary>The width before the decimal point, or before what follows the whole number.</summary>
    private static double? Point(Line line)
    {
        var whole = WholeNumber.LengthOf(line.Text);
        return whole == 0 ? null : whole < line.Glyphs.Count ? line.Glyphs[whole].X : line.Width;
    }

    private sealed record NumberWidth(double Before, double Behind);
}
