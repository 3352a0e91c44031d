namespace Ledger.Documents.Layout;

/// <summary>
/// Prints the part of a table that stands on one page: texts in the middle of their cells, then the rules. A cell over
/// several rows is printed in the part of it that is on the page; where it goes on on a later page its text is repeated
/// there when it has room, for the eye only.
/// </summary>
internal sealed class TableMarks(PageStyle style)
{
    private readonly HashSet<StructNode> printed = [];

    public void Add(PageContent page, IReadOnlyList<PlacedItem> rows)
    {
        var boxes = Boxes(rows);
        foreach (var box in boxes) AddText(page, box);
        foreach (var rule in Rules(boxes)) page.Marks.Add(rule);
    }

    private static List<Box> Boxes(IReadOnlyList<PlacedItem> rows)
    {
        var boxes = new List<Box>();
        var open = new Dictionary<StructNode, int>();
        foreach (var placed in rows)
        {
            var row = (RowItem)placed.Item;
            foreach (var cell in row.Cells)
            {
                var bottom = placed.Top + row.Height;
                if (cell.Spans && open.TryGetValue(cell.Node, out var known)) boxes[known] = boxes[known] with { Bottom = bottom };
                else boxes.Add(new Box(cell, placed.Top, bottom, placed.IsRepeated));
                if (cell.Spans) open.TryAdd(cell.Node, boxes.Count - 1);
            }
        }

        return boxes;
    }

    private void AddText(PageContent page, Box box)
    {
        var (cell, size, leading) = (box.Cell, style.TableSize, style.TableLeading);
        var isAgain = box.IsRepeated || (cell.Spans && !printed.Add(cell.Node));
        var height = cell.Lines.Count * leading;
        if (isAgain && height > box.Bottom - box.Top) return;
        if (cell.Lines.Count == 0 && !isAgain) page.Marks.Add(new EmptyMark(cell.Node));
        var first = (box.Top + box.Bottom - height) / 2 + (leading - size) / 2 + style.Ascent * size;
        for (var i = 0; i < cell.Lines.Count; i++)
            LineMarks.Add(page, style, new FixedLine(cell.Lines[i], size, cell.Left + cell.Offsets[i], first + i * leading, isAgain ? null : cell.Node));
    }

    // Each rule once and as long as it goes: along the top, below and beside the cells.
    private IEnumerable<RuleMark> Rules(List<Box> boxes)
    {
        var (left, top, right, bottom) = (boxes[0].Cell.Left, boxes[0].Top, boxes[0].Right, boxes[0].Bottom);
        foreach (var box in boxes)
        {
            (left, top) = (Math.Min(left, box.Cell.Left), Math.Min(top, box.Top));
            (right, bottom) = (Math.Max(right, box.Right), Math.Max(bottom, box.Bottom));
        }

        yield return Horizontal(left, right, top);
        foreach (var below in Stretch.Joined(boxes.Select(box => new Stretch(Math.Round(box.Bottom, 3), box.Cell.Left, box.Right))))
            yield return Horizontal(below.From, below.To, below.Level);

        yield return Vertical(left, top, bottom);
        foreach (var beside in Stretch.Joined(boxes.Select(box => new Stretch(Math.Round(box.Right, 3), box.Top, box.Bottom))))
            yield return Vertical(beside.Level, beside.From, beside.To);
    }

    private RuleMark Horizontal(double from, double to, double y) => new(from, y, to, y, style.RuleWidth);

    private RuleMark Vertical(double x, double from, double to) => new(x, from, x, to, style.RuleWidth);

    private sealed record Box(SetCell Cell, double Top, double Bottom, bool IsRepeated)
    {
        public double Right => Cell.Left + Cell.Width;
    }
}
