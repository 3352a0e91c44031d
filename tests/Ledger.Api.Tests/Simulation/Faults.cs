namespace Ledger.Api.Tests.Simulation;

/// <summary>What happens to the store while commits are under way.</summary>
internal enum Fault
{
    None,

    /// <summary>Everything stops; what is on the disk is there, who had no answer has none.</summary>
    Crash,

    /// <summary>The disk is full or does not flush: some are rolled back and told so.</summary>
    FlushFails,
}

/// <summary>A fault put in on purpose, to see that the simulation finds it.</summary>
public enum Planted
{
    Nothing,
    AnswersBeforeFlushing,
    ForgetsKeys,
    ProjectsAgainAfterACrash,
    SkipsEventsAfterACrash,
    CountsMergedEntries,
    LeavesDeclinedUnitsIn,
    LeavesReturningUnitsOut,
    SealsAgainAfterACrash,
    ChangesAnOldEvent,
}

/// <summary>An invariant that does not hold, and at which step of which seed.</summary>
internal sealed class SimulationFailedException(int seed, int step, string what)
    : Exception($"seed {seed}, step {step}: {what} | replay it: dev/simulate.sh --seed {seed}")
{
    public int Step { get; } = step;
    public string What { get; } = what;
}

internal static class Ids
{
#pragma warning disable CA5394 // a seed's ids are the same whenever it is replayed
    public static Guid Next(Random random)
    {
        Span<byte> bytes = stackalloc byte[16];
        random.NextBytes(bytes);
        return new Guid(bytes);
    }
#pragma warning restore CA5394
}
