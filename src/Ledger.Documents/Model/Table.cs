namespace Ledger.Documents;

/// <summary>
/// A ruled table as wide as the type area. The head is repeated on every page the table reaches; a row is split only
/// when it is taller than a page.
/// </summary>
public sealed record Table : Block
{
    /// <summary>At least one; every row's cells, with those that reach into it from above, must cover them all.</summary>
    public required IReadOnlyList<TableColumn> Columns { get; init; }

    /// <summary>Head rows. Empty: one row made of the columns' titles.</summary>
    public IReadOnlyList<TableRow> Head { get; init; } = [];

    /// <summary>The rows below the head, top to bottom.</summary>
    public required IReadOnlyList<TableRow> Rows { get; init; }

    /// <summary>A title above the table, centred in 黑体.</summary>
    public string? Caption { get; init; }

    /// <summary>The line at the table's top right, e.g. 单位：件.</summary>
    public string? UnitLine { get; init; }

    /// <summary>A remark below the table, e.g. 注：….</summary>
    public string? Note { get; init; }
}

/// <summary>A column of a table.</summary>
/// <param name="Title">The head cell's text when <see cref="Table.Head"/> is empty.</param>
/// <param name="Weight">The share of the table's width, relative to the other columns; above zero.</param>
/// <param name="Alignment">Where its cells' text stands unless a cell says otherwise.</param>
public sealed record TableColumn(string Title, double Weight = 1, ColumnAlignment Alignment = ColumnAlignment.Left);

/// <summary>Where the text of a cell stands.</summary>
public enum ColumnAlignment
{
    /// <summary>Flush with the left rule.</summary>
    Left,

    /// <summary>In the middle.</summary>
    Center,

    /// <summary>Flush with the right rule.</summary>
    Right,

    /// <summary>Numbers with their decimal points below each other, as a block in the middle of the column.</summary>
    Decimal,
}

/// <summary>A row of a table.</summary>
/// <param name="Cells">Those that begin in this row, left to right.</param>
public sealed record TableRow(IReadOnlyList<TableCell> Cells)
{
    /// <summary>A name the text can lead to, e.g. <c>figure:legal-service</c>. The first of equal names wins.</summary>
    public string? Anchor { get; init; }

    /// <summary>An absolute address the row's first cell leads to.</summary>
    public string? Link { get; init; }

    /// <summary>The first cell names the row: a row header for readers of the structure.</summary>
    public bool Headed { get; init; }

    /// <summary>The row is never the last on a page while another follows: a row that heads a group.</summary>
    public bool KeepWithNext { get; init; }

    /// <summary>A row of plain cells.</summary>
    public static TableRow Of(params IEnumerable<string> cells) => new([.. cells.Select(text => new TableCell(text))]);
}

/// <summary>A cell of a table; its text is broken over as many lines as it needs.</summary>
public sealed record TableCell(IReadOnlyList<Run> Runs)
{
    /// <summary>A cell of plain text.</summary>
    public TableCell(string text) : this([new Run(text)]) { }

    /// <summary>How many columns the cell covers.</summary>
    public int ColumnSpan { get; init; } = 1;

    /// <summary>How many rows the cell covers; the rows below leave it out. A cell never reaches from the head into the rows.</summary>
    public int RowSpan { get; init; } = 1;

    /// <summary>As <see cref="TableRow.Anchor"/>, for this cell alone.</summary>
    public string? Anchor { get; init; }

    /// <summary>Null: as the column.</summary>
    public ColumnAlignment? Alignment { get; init; }
}
