namespace Ledger.Bench;

/// <summary>How many requests a measurement makes; each is bounded in time as well.</summary>
internal sealed record Volumes
{
    public int WarmUp { get; init; } = 1_000;
    public int RawAlone { get; init; } = 10_000;
    public int RawTogether { get; init; } = 60_000;
    public int StoreAlone { get; init; } = 2_000;
    public int StoreTogether { get; init; } = 12_000;

    /// <summary>Rounds of the paired load: ours and bare take turns.</summary>
    public int Rounds { get; init; } = 4;

    public int LogAlone { get; init; } = 2_000;
    public int LogTogether { get; init; } = 8_000;
    public int Visible { get; init; } = 400;
    public int Reads { get; init; } = 1_000;
    public int EarlierReads { get; init; } = 300;
    public int Lists { get; init; } = 200;
    public int WarmReports { get; init; } = 60;
    public int ColdReports { get; init; } = 5;

    /// <summary>What may grow with the store stops here, with the requests it got through.</summary>
    public TimeSpan ListLimit { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>No measurement runs longer than this.</summary>
    public TimeSpan Limit { get; init; } = TimeSpan.FromMinutes(2);

    public static Volumes Full { get; } = new();

    public static Volumes Quick { get; } = new()
    {
        WarmUp = 200,
        RawAlone = 2_000,
        RawTogether = 8_000,
        StoreAlone = 300,
        StoreTogether = 1_000,
        Rounds = 2,
        LogAlone = 300,
        LogTogether = 1_200,
        Visible = 60,
        Reads = 200,
        EarlierReads = 60,
        Lists = 40,
        WarmReports = 20,
        ColdReports = 2,
        Limit = TimeSpan.FromSeconds(20),
    };
}
