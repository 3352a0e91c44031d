using Ledger.Documents.Charts;
using Ledger.Documents.Tests.Fixtures;

namespace Ledger.Documents.Tests.Charts;

public class ChartTwinTests
{
    [Fact]
    public void short_series_lie_across_the_page()
    {
        var table = SampleCharts.Columns.Twin();
        Assert.Equal(SampleCharts.Months.Prepend("月份"), table.Columns.Select(column => column.Title));
        Assert.Equal(["次数", "4", "7", "12", "9", "15", "22", "—", "0", "31", "18", "11", "26"], Texts(table.Rows[0]));
        Assert.Equal("单位：次", table.UnitLine);
    }

    [Fact]
    public void the_numbers_of_a_series_have_the_same_decimals_and_no_more_than_they_need()
    {
        var rows = (SampleCharts.Lines with { Categories = ["甲", "乙", "丙", "丁"], Series = [new("率", [92.5m, 93, 94.250m, null]), new("数", [5.00m, 10, 0, null])] }).Twin().Rows;
        Assert.Equal(["率", "92.50", "93.00", "94.25", "—"], Texts(rows[0]));
        Assert.Equal(["数", "5", "10", "0", "—"], Texts(rows[1]));
    }

    [Fact]
    public void long_names_go_down_the_page()
    {
        var table = (SampleCharts.Columns with { Categories = [.. SampleCharts.Months.Select(month => $"2023年{month}")] }).Twin();
        Assert.Equal(12, table.Rows.Count);
        Assert.Equal(["2023年7月", "—"], Texts(table.Rows[6]));
    }

    [Fact]
    public void a_stack_has_its_sum_and_nothing_known_sums_to_nothing()
    {
        var table = SampleCharts.Stacked.Twin();
        Assert.Equal(["一季度", "6", "12", "1", "19"], Texts(table.Rows[0]));
        Assert.Equal(["二季度", "7", "18", "—", "25"], Texts(table.Rows[1]));
        Assert.Equal(["三季度", "—", "—", "—", "—"], Texts(table.Rows[2]));
    }

    [Fact]
    public void a_calendar_counts_months_days_and_the_year()
    {
        var rows = SampleCharts.Calendar.Twin().Rows.Select(Texts).ToList();
        Assert.Equal(["1月", "4", "2", "5日1次、9日3次"], rows[0]);
        Assert.Equal(["2月", "0", "0", "—"], rows[1]);
        Assert.Equal(["全年", "129", "4", ""], rows[12]);
    }

    [Fact]
    public void what_is_heard_says_the_numbers()
    {
        Assert.Contains("柱形图“图1 2023年各月活动次数”，单位：次。次数：1月 4，", ChartWords.Of(SampleCharts.Columns), StringComparison.Ordinal);
        Assert.Contains("7月 无数据", ChartWords.Of(SampleCharts.Columns), StringComparison.Ordinal);
        Assert.Contains("2023年有活动 4 天，共 129 次；最多的一天是6月6日，123 次。", ChartWords.Of(SampleCharts.Calendar), StringComparison.Ordinal);
        Assert.Equal("一句话", ChartWords.Of(SampleCharts.Lines with { AlternativeText = "一句话" }));
    }

    public static TheoryData<Chart, string> Faults => new()
    {
        { SampleCharts.Columns with { Categories = [] }, "类别" },
        { SampleCharts.Columns with { Categories = [.. Enumerable.Repeat("类", 32)] }, "类别" },
        { SampleCharts.Columns with { Series = [] }, "组数据" },
        { SampleCharts.Columns with { Series = [new("缺", [1])] }, "“缺”" },
        { SampleCharts.Columns with { Categories = ["大"], Series = [new("巨", [10_000_000_000_000_000])] }, "“巨”" },
        { SampleCharts.Stacked with { Categories = ["负"], Series = [new("负", [-1])] }, "负数" },
        { SampleCharts.Calendar with { Year = 2022 }, "2023-01-05" },
        { SampleCharts.Calendar with { Counts = new Dictionary<DateOnly, int> { [new(2023, 5, 5)] = -1 } }, "负数" },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public void numbers_that_make_no_chart_are_refused_by_name(Chart chart, string named)
    {
        var error = Assert.Throws<DocumentException>(() => ChartDrawing.Of(chart, 442));
        Assert.Contains($"图“{chart.Caption}”", error.Message, StringComparison.Ordinal);
        Assert.Contains(named, error.Message, StringComparison.Ordinal);
        Assert.Throws<DocumentException>(chart.Twin);
    }

    private static IEnumerable<string> Texts(TableRow row) => row.Cells.Select(cell => string.Concat(cell.Runs.Select(run => run.Text)));
}
