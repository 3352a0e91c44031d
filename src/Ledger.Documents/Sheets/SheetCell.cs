namespace Ledger.Documents.Sheets;

/// <summary>What a cell holds.</summary>
public enum CellKind
{
    Empty,
    Text,
    Number,
    Date,
    Time,
}

/// <summary>
/// One cell of a table: nothing, text, a number, a day, or a moment. Text stays text in every format it is written to;
/// numbers and days are numbers and days there, so that they can be added up and sorted.
/// </summary>
public readonly record struct SheetCell
{
    /// <summary>A cell with nothing in it.</summary>
    public static readonly SheetCell Empty;

    private SheetCell(CellKind kind, string? text, decimal number, DateTime moment) =>
        (Kind, Text, Number, Moment) = (kind, text ?? "", number, moment);

    /// <summary>Which of the others holds.</summary>
    public CellKind Kind { get; }

    /// <summary>The text; empty where it is none.</summary>
    public string Text { get; }

    /// <summary>The number; zero where it is none.</summary>
    public decimal Number { get; }

    /// <summary>The day, or the moment by the clock on the wall; it carries no time zone.</summary>
    public DateTime Moment { get; }

    /// <summary>Text, kept as text; nothing for null or empty.</summary>
    public static SheetCell Of(string? text) => string.IsNullOrEmpty(text) ? Empty : new(CellKind.Text, text, 0, default);

    /// <summary>A number; nothing for null.</summary>
    public static SheetCell Of(decimal? number) => number is { } n ? new(CellKind.Number, null, n, default) : Empty;

    /// <summary>A day; nothing for null.</summary>
    public static SheetCell Of(DateOnly? day) => day is { } d ? new(CellKind.Date, null, 0, d.ToDateTime(TimeOnly.MinValue)) : Empty;

    /// <summary>A moment as the clock showed it, cut to the second.</summary>
    public static SheetCell Of(DateTimeOffset? moment) =>
        moment is { } m ? new(CellKind.Time, null, 0, m.DateTime.AddTicks(-(m.DateTime.Ticks % TimeSpan.TicksPerSecond))) : Empty;
}
