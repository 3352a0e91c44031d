namespace Ledger.Documents.Charts;

/// <summary>
/// The grey of a day: white for nothing, then four steps by how many of the other days are below it, so that one
/// uncommon day leaves the others their differences.
/// </summary>
internal sealed class CalendarShades(IEnumerable<int> counts)
{
    // Black digits are readable on each.
    private static readonly double[] Greys = [0.92, 0.8, 0.69, 0.58];

    private readonly int[] active = [.. counts.Where(count => count > 0)];

    public double Grey(int count) =>
        count == 0 ? 1 : Greys[active.Count(other => other < count) * Greys.Length / active.Length];
}
