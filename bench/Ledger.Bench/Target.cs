namespace Ledger.Bench;

/// <summary>What a number has to reach, at the sizes it is meant for.</summary>
internal sealed record Target(bool AtMost, double Limit, string Unit, int FromSize = 0)
{
    public bool IsMet(double value) => AtMost ? value <= Limit : value >= Limit;

    public override string ToString() =>
        $"{(AtMost ? "≤" : "≥")} {Output.Numbers.Text(Limit)} {Unit}".Trim() + (FromSize > 0 ? $" from {FromSize:#,0}" : "");
}

internal static class Targets
{
    private static readonly Dictionary<string, Target> All = new()
    {
        [Names.Log(1) + ", p50"] = new(AtMost: true, 4, "ms"),
        [Names.Log(1) + ", p99"] = new(AtMost: true, 20, "ms"),
        [Names.Log(16)] = new(AtMost: false, 850, "/s"),
        [Names.Log(16) + ", p99"] = new(AtMost: true, 50, "ms"),
        [Names.LogRatio] = new(AtMost: false, 0.8, "×"),
        [Names.Visible + ", p50"] = new(AtMost: true, 30, "ms"),
        [Names.Visible + ", p99"] = new(AtMost: true, 200, "ms"),
        [Names.OneFigure + ", p95"] = new(AtMost: true, 5, "ms"),
        [Names.AllFigures + ", p95"] = new(AtMost: true, 5, "ms"),
        [Names.EarlierBySequence + ", p95"] = new(AtMost: true, 100, "ms"),
        [Names.EarlierByTime + ", p95"] = new(AtMost: true, 100, "ms"),
        [Names.County + ", p95"] = new(AtMost: true, 20, "ms"),
        [Names.CountyChanged + ", p95"] = new(AtMost: true, 20, "ms"),
        [Names.Rebuild] = new(AtMost: false, 20_000, "events/s", FromSize: 100_000),
        [Names.ReportWarm] = new(AtMost: true, 50, "ms"),
        [Names.ReportCold] = new(AtMost: true, 1_500, "ms"),
        [Names.DocumentWarm] = new(AtMost: true, 35, "ms"),
        [Names.DocumentCold] = new(AtMost: true, 250, "ms"),
        [Names.DocumentLong] = new(AtMost: true, 300, "ms"),
        [Names.DocumentWord] = new(AtMost: true, 30, "ms"),
        [Names.DocumentSize] = new(AtMost: true, 450, "KB"),
        [Names.DocumentMemory] = new(AtMost: true, 150, "MB"),
        [Names.MemoryAfterRequests] = new(AtMost: true, 250, "MB"),
        [Names.HomePage + ", p95"] = new(AtMost: true, 30, "ms"),
        [Names.SealingRatio] = new(AtMost: false, 0.9, "×"),
        [Names.SealingLag + ", p99"] = new(AtMost: true, 1_000, "ms"),
        [Names.Proof + ", p99"] = new(AtMost: true, 5, "ms"),
        [Names.ProofSize] = new(AtMost: true, 1_024, "B"),
        [Names.LogVerified] = new(AtMost: true, 20, "s"),
        [Names.EditionVerified] = new(AtMost: true, 2_000, "ms"),
        [Names.FlatLog] = new(AtMost: true, 1.5, "×"),
        [Names.FlatFigure] = new(AtMost: true, 1.5, "×"),
        [Names.FlatRebuild] = new(AtMost: false, 0.8, "×"),
    };

    private static readonly Target SamePage = new(AtMost: true, 1.2, "×");

    public static Target? Of(string name) =>
        All.GetValueOrDefault(name) ?? (Array.Exists(Measurements.Pages.All, p => Names.Flat(p.Name) == name) ? SamePage : null);
}
