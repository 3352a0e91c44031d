namespace Ledger.Documents.Sheets;

/// <summary>How a row looks.</summary>
public enum RowLook
{
    Plain,

    /// <summary>Not part of the data: counts and hashes below it, an example above it.</summary>
    Aside,
}

/// <summary>A row of a table that is written.</summary>
public sealed record SheetRow(IReadOnlyList<SheetCell> Cells, RowLook Look = RowLook.Plain);

/// <summary>A column: its heading, how wide it is, and what may be written below.</summary>
/// <param name="Heading">What stands in the frozen first row.</param>
/// <param name="Width">In characters of Latin type, as spreadsheets measure; a Chinese character takes two.</param>
public sealed record SheetColumn(string Heading, double Width)
{
    /// <summary>What cells that are still empty will hold, so that what is typed there is taken as that.</summary>
    public CellKind Kind { get; init; } = CellKind.Text;

    /// <summary>Has to be filled in: the heading is red.</summary>
    public bool Required { get; init; }

    /// <summary>Shown beside a cell of the column when one is about to fill it in.</summary>
    public string? Prompt { get; init; }

    /// <summary>Where the values stand that may be chosen, as a reference: <c>选项!$A$2:$A$9</c>.</summary>
    public string? OptionsAt { get; init; }
}

/// <summary>A sheet of a workbook; its rows are taken one by one as they are written.</summary>
public sealed record Sheet(string Name, IReadOnlyList<SheetColumn> Columns, IAsyncEnumerable<SheetRow> Rows)
{
    /// <summary>There for the other sheets only.</summary>
    public bool Hidden { get; init; }

    /// <summary>Rows below the heading that one is expected to fill in: they take the columns' formats and choices.</summary>
    public int RowsToFill { get; init; }
}
