using System.Globalization;
using Ledger.Documents.Drawings;

namespace Ledger.Documents.Charts;

/// <summary>A row for each month, a box for each day: the more happened the darker, with the number in it; sums at the right.</summary>
internal static class CalendarDrawing
{
    private const double MonthRoom = 26, SumRoom = 34, Digit = 0.5, Inset = 1;
    private const int Days = 31;
    private static readonly Pen Edge = new(0.4, 0.7);

    public static Drawing Of(CalendarChart chart, double width)
    {
        var cell = (width - MonthRoom - SumRoom) / Days;
        var height = Math.Min(cell, 16);
        var shades = new CalendarShades(chart.Counts.Values);
        var shapes = new List<Shape>();
        for (var day = 1; day <= Days; day++) shapes.Add(new Label(Text(day), MonthRoom + (day - 0.5) * cell, 8, 7.5));
        shapes.Add(new Label(chart.Unit is { Length: > 0 } unit ? $"合计/{unit}" : "合计", width, 8, 7.5, LabelAnchor.End));
        for (var month = 1; month <= 12; month++) shapes.AddRange(Month(chart, month, new(MonthRoom, 11 + (month - 1) * height), cell, height, shades, width));
        return new Drawing(width, 11 + 12 * height + 1, shapes);
    }

    private static IEnumerable<Shape> Month(CalendarChart chart, int month, Point from, double cell, double height, CalendarShades shades, double width)
    {
        var baseline = from.Y + height / 2 + ChartStyle.DigitMiddle * ChartStyle.Size;
        yield return new Label($"{Text(month)}月", from.X - ChartStyle.Gap, baseline, ChartStyle.Size, LabelAnchor.End);
        long sum = 0;
        for (var day = 1; day <= DateTime.DaysInMonth(chart.Year, month); day++)
        {
            var count = chart.Counts.GetValueOrDefault(new DateOnly(chart.Year, month, day));
            sum += count;
            var left = from.X + (day - 1) * cell;
            yield return new Box(left, from.Y, cell, height, shades.Grey(count), Edge);
            if (count > 0) yield return Number(count, left + cell / 2, from.Y + height / 2, cell);
        }

        yield return new Label(Text(sum), width, baseline, ChartStyle.Size, LabelAnchor.End);
    }

    private static Label Number(int count, double x, double middle, double cell)
    {
        var text = Text(count);
        var size = Math.Min(8, (cell - Inset) / (Digit * text.Length));
        return new Label(text, x, middle + ChartStyle.DigitMiddle * size, Math.Round(size, 2));
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
