namespace Ledger.Documents.Charts;

/// <summary>A scale whose steps are 1, 2 or 5 times a power of ten, with two to seven ticks.</summary>
internal sealed record Axis(decimal From, decimal To, decimal Step)
{
    private const int MostSteps = 5;
    private const decimal Smallest = 0.000000001m;

    public IEnumerable<decimal> Ticks
    {
        get
        {
            for (var tick = From; tick <= To; tick += Step) yield return tick;
        }
    }

    /// <summary>The smallest such scale that holds all values.</summary>
    /// <param name="fromZero">Zero is on the scale whatever the values are.</param>
    /// <param name="whole">No tick between two whole numbers.</param>
    public static Axis Of(IReadOnlyCollection<decimal> values, bool fromZero, bool whole)
    {
        var (low, high) = values.Count == 0 ? (0, 0) : (values.Min(), values.Max());
        if (fromZero || low == high) (low, high) = (Math.Min(low, 0), Math.Max(high, 0));
        if (low == high) high = 1;
        var step = StepOf(Math.Max((high - low) / MostSteps, whole ? 1 : Smallest));
        return new(Math.Floor(low / step) * step, Math.Ceiling(high / step) * step, step);
    }

    /// <summary>Where a value is between the ends, from 0 to 1.</summary>
    public double Share(decimal value) => (double)((value - From) / (To - From));

    private static decimal StepOf(decimal least)
    {
        var power = 1m;
        while (power < least) power *= 10;
        while (power / 10 >= least) power /= 10;
        return power / 5 >= least ? power / 5 : power / 2 >= least ? power / 2 : power;
    }
}
