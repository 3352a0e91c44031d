using Ledger.Documents.Drawings;
using Ledger.Documents.Layout;

namespace Ledger.Documents.Charts;

/// <summary>A chart's numbers as a table: the categories across the page when they fit there, else down it.</summary>
internal static class ChartTwin
{
    private const int MostAcross = 12;
    private const double NameWeight = 2;

    public static Table Of(Chart chart) => chart switch
    {
        SeriesChart series => Of(series),
        CalendarChart calendar => CalendarTwin.Of(calendar),
        _ => throw new DocumentException($"不认识的图 {chart.GetType().Name}。", $"Unknown kind of chart {chart.GetType().Name}."),
    };

    public static string? UnitLine(Chart chart) => chart.Unit is { Length: > 0 } unit ? $"单位：{unit}" : null;

    private static Table Of(SeriesChart chart)
    {
        ChartCheck.Of(chart);
        List<ChartSeries> series = [.. chart.Series.Select(EvenDecimals.Of)];
        if (chart is ColumnChart { Stacked: true } && series.Count > 1) series.Add(EvenDecimals.Of(Sum(chart)));
        var across = FitsAcross(chart.Categories, series);
        var titles = across ? chart.Categories : series.Select(one => one.Name);
        return new Table
        {
            Columns =
            [
                new(chart.CategoryName, NameWeight, ColumnAlignment.Center),
                .. titles.Select(title => new TableColumn(title, across ? 1 : NameWeight, ColumnAlignment.Decimal)),
            ],
            Rows = across
                ? [.. series.Select(one => Row(one.Name, one.Values))]
                : [.. chart.Categories.Select((category, i) => Row(category, series.Select(one => one.Values[i])))],
            UnitLine = UnitLine(chart),
            Note = chart.Note,
        };
    }

    private static bool FitsAcross(IReadOnlyList<string> categories, List<ChartSeries> series)
    {
        if (categories.Count > MostAcross || categories.Count <= series.Count) return false;
        var style = PageStyle.Standard;
        var room = style.Width / (categories.Count + NameWeight) - 2 * style.CellPaddingX;
        bool Fits(string text) => LabelWidth.Of(text, style.TableSize) <= room;
        return categories.All(Fits) && series.All(one => one.Values.Select(ChartNumber.Exact).All(Fits));
    }

    private static TableRow Row(string name, IEnumerable<decimal?> values) =>
        TableRow.Of(values.Select(ChartNumber.Exact).Prepend(name)) with { Headed = true };

    private static ChartSeries Sum(SeriesChart chart) => new(
        "合计",
        [.. chart.Categories.Select((_, i) => chart.Series.All(one => one.Values[i] is null) ? null : chart.Series.Sum(one => one.Values[i]))]);
}
