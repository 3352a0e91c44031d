namespace Ledger.Documents.Layout;

/// <summary>
/// Collects a table's rows and gives the cells that cover several of them their room: the last row grows when the text is
/// taller than its rows, and a page ends between them only where the whole text has room above and below.
/// </summary>
/// <param name="room">A page's height below the repeated head.</param>
internal sealed class SpanHeights(PageStyle style, double room)
{
    private const double Rounding = 0.01;

    private readonly Dictionary<int, int> firstItems = [];

    public List<RowItem> Items { get; } = [];

    /// <exception cref="DocumentException">A cell over several rows is taller than a page.</exception>
    public void Add(int row, IReadOnlyList<GridCell> cells, IReadOnlyDictionary<GridCell, SetCell> set, IReadOnlyList<RowItem> pieces)
    {
        firstItems[row] = Items.Count;
        Items.AddRange(pieces);
        foreach (var cell in cells.Where(cell => cell.Cell.RowSpan > 1 && cell.LastRow == row))
        {
            var needed = set[cell].Lines.Count * style.TableLeading + 2 * style.CellPaddingY;
            var first = firstItems[cell.Row];
            var missing = needed - Items.Skip(first).Sum(item => item.Height);
            if (missing > 0) Items[^1] = Items[^1] with { Height = Items[^1].Height + missing };
            KeepTogether(first, needed, set[cell]);
        }
    }

    private void KeepTogether(int first, double needed, SetCell cell)
    {
        if (needed > room) throw TooTall(cell);
        double above = 0, below = Items.Skip(first).Sum(item => item.Height);
        for (var i = first; i < Items.Count - 1; i++)
        {
            (above, below) = (above + Items[i].Height, below - Items[i].Height);
            if (above < needed - Rounding || below < needed - Rounding) Items[i] = Items[i] with { KeepWithNext = true };
        }
    }

    private static DocumentException TooTall(SetCell cell)
    {
        var text = string.Concat(cell.Lines.Select(line => line.Text));
        var start = text[..Math.Min(12, text.Length)];
        return new DocumentException(
            $"跨行单元格“{start}……”在一页内排不下，请拆成几格。",
            $"The cell “{start}…” covers several rows and is taller than a page. Split it.");
    }
}
