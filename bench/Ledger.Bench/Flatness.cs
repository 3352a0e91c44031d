namespace Ledger.Bench;

/// <summary>How the numbers change from the smallest store to the largest.</summary>
internal static class Flatness
{
    public static void Add(Results results)
    {
        Compare(results, Names.FlatLog, Names.Log(1) + ", p50", 0);
        Compare(results, Names.FlatFigure, Names.OneFigure + ", p50", 0);
        foreach (var (page, _) in Measurements.Pages.All)
            Compare(results, Names.Flat(page), page + ", p50", 0);
        // Starting a rebuild takes a second whatever there is: the rate says something from 100 000 events up.
        Compare(results, Names.FlatRebuild, Names.Rebuild, 100_000);
    }

    private static void Compare(Results results, string name, string of, int fromSize)
    {
        var rows = results.All.Where(r => r.Name == of && r.Size >= fromSize).OrderBy(r => r.Size).ToList();
        if (rows is [var smallest, .., var largest])
            results.Add(largest.Size, name, largest.Value / smallest.Value, "×");
    }
}
