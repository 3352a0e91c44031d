namespace Ledger.Documents.Layout;

/// <summary>One thing that goes down the page as a whole: a line of text, a table row, a blank line.</summary>
internal abstract record FlowItem
{
    /// <summary>It never stands last on a page while something follows.</summary>
    public bool KeepWithNext { get; init; }
}

/// <summary>A line of text.</summary>
/// <param name="Size">The type size.</param>
/// <param name="Left">Where the line's left edge is in the frame.</param>
internal sealed record TextItem(Line Line, double Size, double Left, StructNode Node) : FlowItem
{
    /// <summary>Null: one line of the grid. Else this tall, right below what comes before.</summary>
    public double? Height { get; init; }

    /// <summary>An entry of the outline that leads here.</summary>
    public Bookmark? Bookmark { get; init; }

    /// <summary>A place the text can lead to.</summary>
    public string? Anchor { get; init; }

    /// <summary>How much room must be left below it on its page.</summary>
    public double RoomBelow { get; init; }

    /// <summary>How much lower than on its line of the grid it stands.</summary>
    public double Drop { get; init; }
}

/// <param name="Level">1 for the title, 2 for headings of level 1 and so on.</param>
internal sealed record Bookmark(int Level, string Title);

/// <summary>An empty line of the grid; it vanishes at the top of a page.</summary>
internal sealed record BlankItem : FlowItem;

/// <summary>Blank of a given height; it vanishes at the top of a page.</summary>
internal sealed record GapItem(double Height) : FlowItem;

/// <summary>What follows begins a new page with this frame.</summary>
internal sealed record PageStart(Frame Frame) : FlowItem;

/// <summary>A table row, or a piece of one that is taller than a page.</summary>
/// <param name="Cells">From left to right, also those that reach into it from a row above.</param>
/// <param name="Head">The rows to repeat above it when it is the first of its table on a later page.</param>
/// <param name="Table">The table's element in the structure.</param>
internal sealed record RowItem(IReadOnlyList<SetCell> Cells, double Height, IReadOnlyList<RowItem> Head, StructNode Table) : FlowItem
{
    public bool IsHead { get; init; }

    public string? Anchor { get; init; }
}

/// <summary>A cell with its lines set.</summary>
/// <param name="Left">The cell's left edge in the frame.</param>
/// <param name="Offsets">Where each line begins, from the cell's left edge.</param>
internal sealed record SetCell(
    IReadOnlyList<Line> Lines,
    double[] Offsets,
    double Left,
    double Width,
    StructNode Node,
    string? Anchor)
{
    /// <summary>It covers more than one row, and stands with the same element in each of them.</summary>
    public bool Spans { get; init; }
}
