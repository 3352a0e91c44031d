using System.Text.RegularExpressions;
using Ledger.Documents.Layout;

namespace Ledger.Documents.Word;

/// <summary>
/// The widths of a table's columns, in twips, and where the decimal points of a column of numbers stand: the widest part
/// before and the widest behind the point make a block in the middle of the column.
/// </summary>
internal sealed partial class TableColumns
{
    // 小四: half of 12 pt.
    private const int Digit = 120;

    private readonly Table table;
    private readonly int[] edges;
    private readonly Dictionary<int, (int Before, int Behind)> numbers = [];

    /// <exception cref="DocumentException">No column, a weight that is not above zero, a row that does not fill the columns.</exception>
    public TableColumns(Table table, int width)
    {
        this.table = table;
        if (table.Columns.Count == 0 || table.Columns.Any(column => column.Weight <= 0))
            throw new DocumentException("表格至少要有一栏，栏宽权重要大于零。", "A table needs at least one column, and weights above zero.");
        var total = table.Columns.Sum(column => column.Weight);
        edges = [0, .. table.Columns.Select((_, i) => (int)Math.Round(width * table.Columns.Take(i + 1).Sum(column => column.Weight) / total))];
        foreach (var row in TableGrid.Rows(table.Rows, table.Columns.Count).Select((cells, row) => cells.Where(cell => cell.Row == row))) Note(row);
    }

    public int Width(int column, int span) => edges[column + span] - edges[column];

    /// <summary>
    /// How much room a number leaves behind it, in twips, so that its decimal point is below the others; null when it is no
    /// number or has no room.
    /// </summary>
    /// <param name="padding">What the cell itself leaves at each side.</param>
    public int? Behind(TableCell cell, int column, int padding)
    {
        var widest = numbers.GetValueOrDefault(column);
        var free = Width(column, cell.ColumnSpan) - widest.Before - widest.Behind;
        return Parts(cell) is not { } parts || free < 2 * padding ? null : free / 2 - padding + widest.Behind - parts.Behind;
    }

    private void Note(IEnumerable<GridCell> row)
    {
        foreach (var (cell, _, column) in row)
        {
            if ((cell.Alignment ?? table.Columns[column].Alignment) != ColumnAlignment.Decimal || Parts(cell) is not { } parts) continue;
            var widest = numbers.GetValueOrDefault(column);
            numbers[column] = (Math.Max(widest.Before, parts.Before), Math.Max(widest.Behind, parts.Behind));
        }
    }

    private static (int Before, int Behind)? Parts(TableCell cell)
    {
        var match = Number().Match(Text(cell));
        return match.Success ? (match.Groups["whole"].Length * Digit, (match.Length - match.Groups["whole"].Length) * Digit) : null;
    }

    private static string Text(TableCell cell) => string.Concat(cell.Runs.Select(run => WordText.Clean(run.Text)));

    [GeneratedRegex(@"^(?<whole>[-+−]?\d[\d,]*)(\.\d+)?[%％]?$")]
    private static partial Regex Number();
}
