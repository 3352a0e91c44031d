using System.Globalization;

namespace Ledger.Documents.Charts;

/// <summary>A calendar's numbers as a table: a row for each month with its sum, its days and what happened on each.</summary>
internal static class CalendarTwin
{
    public static Table Of(CalendarChart chart)
    {
        ChartCheck.Of(chart);
        var unit = chart.Unit is { Length: > 0 } known ? known : "次";
        return new Table
        {
            Columns =
            [
                new("月份", 1.2, ColumnAlignment.Center), new($"{unit}数", 1, ColumnAlignment.Decimal), new("天数", 1, ColumnAlignment.Decimal),
                new($"日期及{unit}数", 7),
            ],
            Rows = [.. Enumerable.Range(1, 12).Select(month => Month(chart, month, unit)), Year(chart)],
            UnitLine = ChartTwin.UnitLine(chart),
            Note = chart.Note,
        };
    }

    private static TableRow Month(CalendarChart chart, int month, string unit)
    {
        var days = chart.Counts.Where(day => day.Key.Month == month && day.Value > 0).OrderBy(day => day.Key).ToList();
        var list = string.Join('、', days.Select(day => string.Create(CultureInfo.InvariantCulture, $"{day.Key.Day}日{day.Value}{unit}")));
        return Row(string.Create(CultureInfo.InvariantCulture, $"{month}月"), days.Select(day => day.Value), list.Length == 0 ? ChartNumber.Missing : list);
    }

    private static TableRow Year(CalendarChart chart) => Row("全年", chart.Counts.Values, "");

    private static TableRow Row(string name, IEnumerable<int> counts, string list)
    {
        List<int> active = [.. counts.Where(count => count > 0)];
        return TableRow.Of(name, ChartNumber.Exact(active.Sum(count => (decimal)count)), ChartNumber.Exact(active.Count), list) with { Headed = true };
    }
}
