using CsCheck;
using Ledger.Documents.Charts;
using Ledger.Documents.Drawings;
using Ledger.Documents.Tests.Fixtures;

namespace Ledger.Documents.Tests.Charts;

public class ChartDrawingTests
{
    private const double Width = 442.2;

    private static readonly Gen<decimal?> Value = Gen.Frequency(
        (8, Gen.Int[0, 100_000_000].Select(value => (decimal?)value / 10)), (4, Gen.Int[0, 50].Select(value => (decimal?)value)), (1, Gen.Const((decimal?)null)));

    private static readonly Gen<SeriesChart> AnyChart =
        from categories in Gen.String[Gen.Char["法治政府建设1234年月（）abc "], 0, 16].List[1, 31]
        from series in Value.Array[categories.Count].Select(Gen.String[Gen.Char["甲乙丙丁"], 1, 60], (values, name) => new ChartSeries(name, values)).List[1, 6]
        from kind in Gen.Int[0, 2]
        select kind switch
        {
            0 => new LineChart { Caption = "图", Unit = "件", Categories = categories, Series = series },
            _ => (SeriesChart)new ColumnChart { Caption = "图", Unit = "件", Categories = categories, Series = series, Stacked = kind == 2 },
        };

    [Fact]
    public void every_shape_of_every_chart_stays_inside_the_drawing() => AnyChart.Sample(chart =>
    {
        var drawing = ChartDrawing.Of(chart, Width);
        var room = new Extent(-0.01, -0.5, Width + 0.5, drawing.Height + 0.01);
        Assert.InRange(drawing.Height, 150, 500);
        Assert.All(drawing.Shapes, shape => Assert.True(room.Holds(ExtentOf(shape)), $"{shape}"));
    });

    [Fact]
    public void no_two_labels_of_a_plain_column_chart_cover_each_other() => AnyChart.Where(chart => chart is ColumnChart { Stacked: false }).Sample(chart =>
    {
        var labels = ChartDrawing.Of(chart, Width).Shapes.OfType<Label>().Where(label => label.Text.All(char.IsDigit)).Select(Extent.Of).ToList();
        for (var i = 0; i < labels.Count; i++) Assert.DoesNotContain(labels.Skip(i + 1), labels[i].Meets);
    });

    [Fact]
    public void a_column_is_as_high_as_its_number_and_stands_on_zero()
    {
        var boxes = Columns(SampleCharts.Columns);
        Assert.Equal(11, boxes.Count + 1);
        var bottom = boxes[0].Y + boxes[0].Height;
        Assert.All(boxes, box => Assert.Equal(bottom, box.Y + box.Height, 6));
        Assert.Equal(31.0 / 4, boxes[6].Height / boxes[0].Height, 6);
    }

    [Fact]
    public void a_missing_value_is_a_gap_and_zero_says_so()
    {
        var labels = ChartDrawing.Of(SampleCharts.Columns, Width).Shapes.OfType<Label>().Select(label => label.Text).ToList();
        Assert.Equal(2, labels.Count(text => text == "0"));
        var strokes = ChartDrawing.Of(SampleCharts.Lines, Width).Shapes.OfType<Trace>().Where(trace => trace.Pen == ChartStyle.Pens[0]).ToList();
        Assert.Equal([4, 7], strokes.Select(stroke => stroke.Points.Count));
    }

    [Fact]
    public void a_scale_without_zero_says_so()
    {
        static IEnumerable<string> Texts(Chart chart) => ChartDrawing.Of(chart, Width).Shapes.OfType<Label>().Select(label => label.Text);
        Assert.Contains("单位：%（纵轴从 85 起）", Texts(SampleCharts.Lines));
        Assert.DoesNotContain(Texts(SampleCharts.Lines with { Categories = ["甲", "乙"], Series = [new("数", [1, 2])] }), text => text.Contains("纵轴", StringComparison.Ordinal));
        Assert.DoesNotContain(Texts(SampleCharts.Columns), text => text.Contains("纵轴", StringComparison.Ordinal));
    }

    [Fact]
    public void every_column_of_a_usual_chart_says_its_number()
    {
        var labels = ChartDrawing.Of(SampleCharts.Columns, Width).Shapes.OfType<Label>().Select(label => label.Text).ToList();
        foreach (var value in SampleCharts.Columns.Series[0].Values.OfType<decimal>()) Assert.Contains(ChartNumber.Exact(value), labels);
    }

    [Fact]
    public void six_series_look_different_in_grey()
    {
        Assert.Equal(6, ChartStyle.Fills.Distinct().Count());
        Assert.Equal(6, ChartStyle.Pens.Select(pen => $"{pen.Grey} {string.Join(' ', pen.Dash ?? [])}").Distinct().Count());
        Assert.All(ChartStyle.Fills, fill => Assert.True(Contrast(fill.Grey) > 4.5));
    }

    [Fact]
    public void the_darker_the_day_the_more_happened_and_its_number_stays_readable()
    {
        var shades = new CalendarShades([1, 1, 2, 3, 5, 8, 13, 500]);
        var greys = new[] { 0, 1, 2, 3, 5, 8, 13, 500 }.Select(shades.Grey).ToList();
        Assert.Equal(greys.OrderDescending(), greys);
        Assert.Equal(5, greys.Distinct().Count());
        Assert.All(greys, grey => Assert.True(Contrast(grey) > 4.5));
    }

    [Fact]
    public void a_leap_year_has_its_day_and_no_month_has_more_than_it_has()
    {
        int Days(int year) => ChartDrawing.Of(SampleCharts.Calendar with { Year = year, Counts = new Dictionary<DateOnly, int>() }, Width).Shapes.OfType<Box>().Count();
        Assert.Equal(365, Days(2023));
        Assert.Equal(366, Days(2024));
    }

    [Fact]
    public void names_that_would_meet_are_moved_apart() =>
        Gen.Double[20, 170].Array[2, 6].Sample(wanted =>
        {
            var places = LineEnds.Spread([.. wanted.Order()], 20, 170);
            Assert.All(places, place => Assert.InRange(place, 20 - 1e-9, 170 + 1e-9));
            for (var i = 1; i < places.Length; i++) Assert.True(places[i] - places[i - 1] > 10.99);
        });

    private static List<Box> Columns(SeriesChart chart) =>
        [.. ChartDrawing.Of(chart, Width).Shapes.OfType<Box>().Where(box => box.Fill == ChartStyle.Alone.Grey)];

    // WCAG 2: the contrast of black on a grey of sRGB.
    private static double Contrast(double grey) => (Math.Pow((grey + 0.055) / 1.055, 2.4) + 0.05) / 0.05;

    private static Extent ExtentOf(Shape shape) => shape switch
    {
        Box box => new(box.X, box.Y, box.X + box.Width, box.Y + box.Height),
        Trace trace => new(trace.Points.Min(p => p.X), trace.Points.Min(p => p.Y), trace.Points.Max(p => p.X), trace.Points.Max(p => p.Y)),
        Label label => Extent.Of(label),
        _ => default,
    };
}
