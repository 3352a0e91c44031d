namespace Ledger.Documents.Tests.Fixtures;

/// <summary>Invented charts.</summary>
public static class SampleCharts
{
    public static IReadOnlyList<string> Months { get; } = [.. Enumerable.Range(1, 12).Select(month => $"{month}月")];

    public static ColumnChart Columns { get; } = new()
    {
        Caption = "图1 2023年各月活动次数",
        Unit = "次",
        CategoryName = "月份",
        Categories = Months,
        Series = [new("次数", [4, 7, 12, 9, 15, 22, null, 0, 31, 18, 11, 26])],
    };

    public static ColumnChart Stacked { get; } = new()
    {
        Caption = "图2 各季度活动构成",
        Categories = ["一季度", "二季度", "三季度"],
        Stacked = true,
        Series = [new("学习", [6, 7, null]), new("宣传", [12, 18, null]), new("讲座", [1, null, null])],
    };

    public static LineChart Lines { get; } = new()
    {
        Caption = "图3 采纳率和办结率",
        Unit = "%",
        Categories = Months,
        Series =
        [
            new("采纳率", [92.5m, 93, 94.2m, 95, null, 96, 96.5m, 97, 97.2m, 98, 98.1m, 98.5m]),
            new("办结率", [88, 88.5m, 90, 91, 91.5m, 93, 92.8m, 94, 95, 96, 97, 98.2m]),
        ],
    };

    public static CalendarChart Calendar { get; } = new()
    {
        Caption = "图4 2023年每日活动次数",
        Unit = "次",
        Year = 2023,
        Counts = new Dictionary<DateOnly, int> { [new(2023, 1, 5)] = 1, [new(2023, 1, 9)] = 3, [new(2023, 6, 6)] = 123, [new(2023, 12, 31)] = 2 },
    };

    public static IReadOnlyList<Chart> All { get; } = [Columns, Stacked, Lines, Calendar];
}
