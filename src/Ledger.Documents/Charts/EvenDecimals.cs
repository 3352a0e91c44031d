namespace Ledger.Documents.Charts;

/// <summary>All numbers of a series with the same number of decimals, as many as one of them needs: 93.0 beside 92.5.</summary>
internal static class EvenDecimals
{
    // Dividing by it takes the zeros a decimal carries behind its last digit.
    private const decimal One = 1.0000000000000000000000000000m;

    public static SeriesChart In(SeriesChart chart) => chart with { Series = [.. chart.Series.Select(Of)] };

    public static ChartSeries Of(ChartSeries series)
    {
        List<decimal?> plain = [.. series.Values.Select(value => value / One)];
        var places = plain.Max(value => value?.Scale) ?? 0;
        return series with { Values = [.. plain.Select(value => value + new decimal(0, 0, 0, false, places))] };
    }
}
