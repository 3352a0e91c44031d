using Ledger.Documents.Charts;

namespace Ledger.Documents;

/// <summary>
/// A chart as wide as the type area, black and greys only so that it survives any printer and copier. A table with the
/// same numbers follows it unless <see cref="WithTable"/> says no.
/// </summary>
public abstract record Chart : Block
{
    /// <summary>The line below the chart, e.g. 图1 各月活动次数.</summary>
    public required string Caption { get; init; }

    /// <summary>What the numbers count, e.g. 次. Null: nothing is said.</summary>
    public string? Unit { get; init; }

    /// <summary>What a listener hears in place of the chart. Null: a sentence made from the numbers.</summary>
    public string? AlternativeText { get; init; }

    /// <summary>A remark below the table, e.g. 注：….</summary>
    public string? Note { get; init; }

    /// <summary>Whether the renderers print <see cref="Twin"/> below the chart.</summary>
    public bool WithTable { get; init; } = true;

    /// <summary>The chart's numbers as a table.</summary>
    /// <exception cref="DocumentException">The numbers do not make a chart.</exception>
    public Table Twin() => ChartTwin.Of(this);
}

/// <summary>Series of numbers over the same categories: 1 to 31 categories, 1 to 6 series.</summary>
public abstract record SeriesChart : Chart
{
    /// <summary>Names along the axis, left to right.</summary>
    public required IReadOnlyList<string> Categories { get; init; }

    /// <summary>The numbers over the categories.</summary>
    public required IReadOnlyList<ChartSeries> Series { get; init; }

    /// <summary>What the categories are: the head of the table's first column, e.g. 月份.</summary>
    public string CategoryName { get; init; } = "项目";
}

/// <summary>A row of numbers under one name.</summary>
/// <param name="Name">As the legend has it.</param>
/// <param name="Values">One for each category, at most 10¹⁵ either way; null is a missing value and leaves a gap.</param>
public sealed record ChartSeries(string Name, IReadOnlyList<decimal?> Values);

/// <summary>柱形图: columns on a zero line, side by side for each category.</summary>
public sealed record ColumnChart : SeriesChart
{
    /// <summary>The series on top of each other with their sum above; no number may then be below zero.</summary>
    public bool Stacked { get; init; }
}

/// <summary>折线图: a line for each series, broken where a value is missing.</summary>
public sealed record LineChart : SeriesChart;

/// <summary>日历图: what happened on which day of one year, a row for each month and a shade for each number.</summary>
public sealed record CalendarChart : Chart
{
    /// <summary>The year drawn, from 1 January to 31 December.</summary>
    public required int Year { get; init; }

    /// <summary>How much happened on a day; days left out are zero. Days of other years and numbers below zero are refused.</summary>
    public required IReadOnlyDictionary<DateOnly, int> Counts { get; init; }
}
