using System.Globalization;

namespace Ledger.Documents.Charts;

/// <summary>A chart in one sentence, for those who do not see it.</summary>
internal static class ChartWords
{
    private const int MostNumbers = 12;

    public static string Of(Chart chart)
    {
        if (chart.AlternativeText is { Length: > 0 } given) return given;
        var unit = chart.Unit is { Length: > 0 } name ? $"，单位：{name}" : "";
        return chart switch
        {
            SeriesChart series => $"{KindOf(series)}“{chart.Caption}”{unit}。{string.Concat(series.Series.Select(one => Of(EvenDecimals.Of(one), series.Categories)))}",
            CalendarChart calendar => $"日历图“{chart.Caption}”{unit}。{Of(calendar, calendar.Unit is { Length: > 0 } known ? known : "次")}",
            _ => chart.Caption,
        };
    }

    private static string KindOf(SeriesChart chart) => chart switch
    {
        ColumnChart { Stacked: true } => "堆积柱形图",
        ColumnChart => "柱形图",
        _ => "折线图",
    };

    private static string Of(ChartSeries series, IReadOnlyList<string> categories)
    {
        var pairs = series.Values.Select((value, i) => (Value: value, Category: categories[i])).ToList();
        var known = pairs.Where(pair => pair.Value is not null).ToList();
        if (known.Count == 0) return $"{series.Name}：无数据。";
        if (pairs.Count <= MostNumbers)
            return $"{series.Name}：{string.Join("，", pairs.Select(pair => $"{pair.Category} {pair.Value switch { { } v => ChartNumber.Exact(v), _ => "无数据" }}"))}。";
        var (most, least) = (known.MaxBy(pair => pair.Value), known.MinBy(pair => pair.Value));
        return $"{series.Name}：{pairs.Count} 项，最高 {ChartNumber.Exact(most.Value)}（{most.Category}），最低 {ChartNumber.Exact(least.Value)}（{least.Category}）。";
    }

    private static string Of(CalendarChart chart, string unit)
    {
        var days = chart.Counts.Where(day => day.Value > 0).OrderBy(day => day.Key).ToList();
        if (days.Count == 0) return string.Create(CultureInfo.InvariantCulture, $"{chart.Year}年没有活动。");
        var most = days.MaxBy(day => day.Value);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{chart.Year}年有活动 {days.Count} 天，共 {days.Sum(day => (long)day.Value)} {unit}；最多的一天是{most.Key:M月d日}，{most.Value} {unit}。");
    }
}
