using System.Globalization;

namespace Ledger.Api.Tests.Simulation;

/// <summary>
/// Department-years by the hundred, each from a seed. The seeds of <c>seeds.txt</c> are replayed in every run, those that
/// ever failed among them; <c>dev/simulate.sh</c> runs as many more as asked for and adds one that fails.
/// </summary>
public sealed class SimulationTests(LedgerFixture ledger)
{
    private const int Units = 60;

    public static TheoryData<Planted> Plants => [.. Enum.GetValues<Planted>().Where(p => p != Planted.Nothing)];

    [Fact]
    public async Task departments_go_through_a_year_and_every_invariant_holds_after_each_step()
    {
        await using var database = await SimulationDatabase.OpenAsync(ledger.ConnectionString, seed: 1);
        foreach (var seed in Seeds())
        {
            await database.ClearAsync();
            var simulation = new Simulation(seed, Units);
            try
            {
                await simulation.RunAsync(database.LookAsync);
            }
            catch (SimulationFailedException) when (Environment.GetEnvironmentVariable("LEDGER_SIMULATION_KEEP") is { Length: > 0 } kept)
            {
                await File.AppendAllTextAsync(kept, $"{seed}\n", TestContext.Current.CancellationToken);
                throw;
            }

            // A seed in which nothing happened would hold as well.
            Assert.True(simulation.Crashes > 10);
            Assert.True(simulation.Store.Events.Count > Units * 30);
            TestContext.Current.TestOutputHelper?.WriteLine($"seed {seed}: {Units} units, {simulation.Store.Events.Count} events, {simulation.Crashes} crashes");
        }
    }

    [Theory]
    [MemberData(nameof(Plants))]
    public async Task a_fault_that_is_planted_is_found(Planted planted)
    {
        var found = await Assert.ThrowsAsync<SimulationFailedException>(() => new Simulation(seed: 1, units: 12, planted).RunAsync());
        TestContext.Current.TestOutputHelper?.WriteLine(found.Message);
    }

    [Fact]
    public Task without_a_fault_the_same_simulation_holds() => new Simulation(seed: 1, units: 12).RunAsync();

    [Fact]
    public async Task a_seed_is_the_same_year_whenever_it_is_replayed()
    {
        var (one, other) = (new Simulation(seed: 5, units: 6), new Simulation(seed: 5, units: 6));
        await one.RunAsync();
        await other.RunAsync();
        Assert.Equal(one.Store.Events.Select(e => (e.Sequence, e.Id, e.StreamId, e.Timestamp)), other.Store.Events.Select(e => (e.Sequence, e.Id, e.StreamId, e.Timestamp)));
    }

    /// <summary>Those asked for, else those that are kept.</summary>
    private static IEnumerable<int> Seeds()
    {
        if (Asked("LEDGER_SIMULATION_SEED") is { } only)
            return [only];
        if (Asked("LEDGER_SIMULATIONS") is { } many)
            return Enumerable.Range(Asked("LEDGER_SIMULATION_FROM") ?? 1000, many);
        return File.ReadLines(Path.Combine(AppContext.BaseDirectory, "seeds.txt"))
            .Select(l => l.Split('#')[0].Trim()).Where(l => l.Length > 0).Select(l => int.Parse(l, CultureInfo.InvariantCulture));
    }

    private static int? Asked(string name) => int.TryParse(Environment.GetEnvironmentVariable(name), NumberStyles.None, CultureInfo.InvariantCulture, out var asked) ? asked : null;
}
