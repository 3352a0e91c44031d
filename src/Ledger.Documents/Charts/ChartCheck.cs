namespace Ledger.Documents.Charts;

/// <summary>Refuses numbers that do not make a chart, naming the chart.</summary>
internal static class ChartCheck
{
    private const int MostCategories = 31, MostSeries = 6;
    private const decimal Largest = 1_000_000_000_000_000;

    public static void Of(SeriesChart chart)
    {
        var (categories, series) = (chart.Categories.Count, chart.Series.Count);
        if (categories is < 1 or > MostCategories)
            throw Refused(chart, $"要有 1 至 {MostCategories} 个类别，现有 {categories} 个", $"needs 1 to {MostCategories} categories, not {categories}");
        if (series is < 1 or > MostSeries)
            throw Refused(chart, $"要有 1 至 {MostSeries} 组数据，现有 {series} 组", $"needs 1 to {MostSeries} series, not {series}");
        foreach (var one in chart.Series)
        {
            if (one.Values.Count != categories)
                throw Refused(
                    chart,
                    $"有 {categories} 个类别，而“{one.Name}”有 {one.Values.Count} 个数",
                    $"has {categories} categories, but “{one.Name}” has {one.Values.Count} values");
            if (one.Values.FirstOrDefault(value => value is > Largest or < -Largest) is { } vast)
                throw Refused(chart, $"容不下“{one.Name}”的 {vast}", $"cannot hold {vast} of “{one.Name}”");
            if (chart is ColumnChart { Stacked: true } && one.Values.FirstOrDefault(value => value < 0) is { } below)
                throw Refused(chart, $"是堆积柱形图，容不下“{one.Name}”的负数 {below}", $"is stacked and cannot hold {below} of “{one.Name}”");
        }
    }

    public static void Of(CalendarChart chart)
    {
        if (chart.Year is < 1 or > 9999) throw Refused(chart, $"没有 {chart.Year} 年", $"has no year {chart.Year}");
        foreach (var (day, count) in chart.Counts)
        {
            if (day.Year != chart.Year)
                throw Refused(chart, $"是 {chart.Year} 年的，容不下 {day:yyyy-MM-dd}", $"is of {chart.Year} and cannot hold {day:yyyy-MM-dd}");
            if (count < 0) throw Refused(chart, $"{day:yyyy-MM-dd} 为负数 {count}", $"has {count} on {day:yyyy-MM-dd}");
        }
    }

    private static DocumentException Refused(Chart chart, FormattableString chinese, FormattableString english) => new(
        $"图“{chart.Caption}”{FormattableString.Invariant(chinese)}。",
        $"The chart “{chart.Caption}” {FormattableString.Invariant(english)}.");
}
