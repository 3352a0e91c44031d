namespace Ledger.Documents.Sheets;

/// <summary>What a cell of somebody else's table turned out to hold.</summary>
public enum ReadKind
{
    Text,
    Number,

    /// <summary>A number that is shown as a day, already as the day it is.</summary>
    Date,
    Bool,

    /// <summary>#REF! and its like, or a formula whose result was never stored.</summary>
    Error,
}

/// <summary>A cell as it was read; of a formula the result that was stored with it.</summary>
/// <param name="Kind">What it holds.</param>
/// <param name="Text">The text, or a number and a truth value as they stand in the file.</param>
/// <param name="Number">The number as it stands in the file; of text 0.</param>
/// <param name="Moment">The day and time of day.</param>
public sealed record ReadCell(ReadKind Kind, string Text, double Number = 0, DateTime Moment = default);

/// <summary>A row that holds something; its number and the columns' are those that people see (from 1, and from A = 0).</summary>
public sealed record ReadRow(int Number, bool Hidden, IReadOnlyDictionary<int, ReadCell> Cells);

/// <summary>A block of cells that were made one.</summary>
public sealed record MergedCells(int FirstRow, int FirstColumn, int LastRow, int LastColumn)
{
    /// <summary>Whether a cell is one of them.</summary>
    public bool Covers(int row, int column) => row >= FirstRow && row <= LastRow && column >= FirstColumn && column <= LastColumn;
}

/// <summary>A table as it was read.</summary>
public sealed record ReadSheet(string Name, IReadOnlyList<ReadRow> Rows, IReadOnlyList<MergedCells> Merged)
{
    /// <summary>A number in a Date column without a date's look is counted from here.</summary>
    public bool From1904 { get; init; }
}
