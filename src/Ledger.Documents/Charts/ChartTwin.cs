using System.Globalization;

namespace Ledger.Documents.Charts;

/// <summary>A chart's numbers as a table.</summary>
internal static class ChartTwin
{
    public static Table Of(Chart chart) => chart switch
    {
        SeriesChart series => Of(series),
        CalendarChart calendar => Of(calendar),
        _ => throw new DocumentException($"不认识的图 {chart.GetType().Name}。", $"Unknown kind of chart {chart.GetType().Name}."),
    };

    private static Table Of(SeriesChart chart)
    {
        ChartCheck.Of(chart);
        var total = chart is ColumnChart { Stacked: true } && chart.Series.Count > 1;
        var columns = chart.Series.Select(series => Column(series.Name)).Prepend(new TableColumn(chart.CategoryName, 2, ColumnAlignment.Center));
        return new Table
        {
            Columns = [.. columns, .. total ? [Column("合计")] : Array.Empty<TableColumn>()],
            Rows = [.. chart.Categories.Select((category, i) => Row(category, chart.Series.Select(series => series.Values[i]), total))],
            UnitLine = UnitLine(chart),
            Note = chart.Note,
        };
    }

    private static TableRow Row(string category, IEnumerable<decimal?> values, bool total)
    {
        List<decimal?> cells = [.. values];
        if (total) cells.Add(cells.Any(value => value is not null) ? cells.Sum() : null);
        return TableRow.Of(cells.Select(ChartNumber.Exact).Prepend(category)) with { Headed = true };
    }

    private static TableColumn Column(string title) => new(title, 2, ColumnAlignment.Decimal);

    private static Table Of(CalendarChart chart)
    {
        ChartCheck.Of(chart);
        return new Table
        {
            Columns = [new("月份", 1.2, ColumnAlignment.Center), new("次数", 1, ColumnAlignment.Decimal), new("天数", 1, ColumnAlignment.Decimal), new("日期（次数）", 6)],
            Rows = [.. Enumerable.Range(1, 12).Select(month => Month(chart, month)), Sum(chart)],
            UnitLine = UnitLine(chart),
            Note = chart.Note,
        };
    }

    private static TableRow Month(CalendarChart chart, int month)
    {
        var days = chart.Counts.Where(day => day.Key.Month == month && day.Value > 0).OrderBy(day => day.Key).ToList();
        var list = string.Join('、', days.Select(day => string.Create(CultureInfo.InvariantCulture, $"{day.Key.Day}日（{day.Value}）")));
        return TableRow.Of(
            string.Create(CultureInfo.InvariantCulture, $"{month}月"),
            ChartNumber.Exact(days.Sum(day => (decimal)day.Value)),
            ChartNumber.Exact(days.Count),
            days.Count == 0 ? ChartNumber.Missing : list) with { Headed = true };
    }

    private static TableRow Sum(CalendarChart chart) => TableRow.Of(
        "全年",
        ChartNumber.Exact(chart.Counts.Values.Sum(count => (decimal)count)),
        ChartNumber.Exact(chart.Counts.Values.Count(count => count > 0)),
        "") with { Headed = true };

    private static string? UnitLine(Chart chart) => chart.Unit is { Length: > 0 } unit ? $"单位：{unit}" : null;
}
