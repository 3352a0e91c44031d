using Ledger.Domain;
using Ledger.Domain.Units;

namespace Ledger.Api.Tests.Simulation;

/// <summary>
/// One seed drives departments through a year and a month: what they send, when, under which ids, what the store does to it
/// and when it crashes. After each step the invariants hold, or the simulation ends with the seed that replays it.
/// </summary>
internal sealed class Simulation
{
    private const int Days = 396;
    private const int RequestsAUnit = 60;
    private const int Quarters = 4;
    private static readonly DateTimeOffset Start = new(2023, 1, 1, 1, 0, 0, TimeSpan.Zero);

    private readonly int _seed;
    private readonly Planted _planted;
    private readonly Random _random;
    private readonly List<Unit> _units;
    private readonly SimulatedStore _store;
    private readonly SimulatedBooks _books;
    private readonly SimulatedLog _log;
    private readonly Offices _offices;
    private readonly Invariants _invariants;
    private readonly List<Intent> _unanswered = [];
    private DateTimeOffset _now = Start;
    private int _step;

    public Simulation(int seed, int units = 60, Planted planted = Planted.Nothing)
    {
        (_seed, _planted, _random) = (seed, planted, new Random(seed));
        _units = [.. Enumerable.Range(1, units).Select(i => new Unit
        {
            Id = $"s{i:00}",
            Name = $"模拟单位{i}",
            ShortName = $"模拟{i}",
            Enforcement = i % 2 == 0,
            County = i % 3 == 0 ? null : "s-county",
        })];
        _store = new SimulatedStore(_random, planted);
        _books = new SimulatedBooks(_store, planted);
        _log = new SimulatedLog(_store, _random, planted);
        _offices = new Offices(_random, _store, _books, _units, () => ChinaCalendar.DayOf(_now));
        _invariants = new Invariants(_store, _books, _log, _random);
    }

    public IReadOnlyList<Unit> Units => _units;
    public SimulatedStore Store => _store;
    public SimulatedBooks Books => _books;
    public int Crashes { get; private set; }

    /// <param name="quarterly">Looks at it from outside when a quarter is over; says what is wrong, or nothing.</param>
    public async Task RunAsync(Func<Simulation, Task<IReadOnlyList<string>>>? quarterly = null)
    {
        var steps = _units.Count * RequestsAUnit * 2 / 7;
        for (_step = 1; _step <= steps; _step++)
        {
#pragma warning disable CA5394 // the seed is the point
            _now = Start.AddDays((double)Days * _step / steps);
            var fault = _random.Next(100) switch { < 4 => Fault.Crash, < 8 => Fault.FlushFails, _ => Fault.None };
            Step([.. _unanswered, .. Enumerable.Range(0, _random.Next(1, 7)).Select(_ => _offices.Next())], fault);
            if (_planted == Planted.ChangesAnOldEvent && _step == steps / 2)
                _store.Events[_random.Next(_store.Events.Count / 2)].UserName = "另一人";
#pragma warning restore CA5394
            if (_step % (steps / Quarters) == 0)
                await EverythingAsync(quarterly);
        }
    }

    private void Step(List<Intent> sent, Fault fault)
    {
        _unanswered.Clear();
        var touched = new HashSet<string>();
        var (intents, commits) = (new List<Intent>(), new List<Commit>());
        foreach (var intent in sent)
        {
            if (_store.Claimed(intent.Key) is { } stream)
            {
                _invariants.Acknowledged(intent.Key, stream, 1);
            }
            else if (intent.Decide() is { } commit)
            {
                intents.Add(intent);
                commits.Add(commit);
                touched.Add(intent.Unit);
            }
        }

        var heard = _store.Flush(commits, _now, fault);
        for (var i = 0; i < commits.Count; i++)
        {
            if (heard[i] == Heard.Acknowledged)
                _invariants.Acknowledged(commits[i].Key, commits[i].Stream, commits[i].Expected + commits[i].Events.Count);
            else if (heard[i] == Heard.Nothing)
                _unanswered.Add(intents[i]);
        }

        Background(fault == Fault.Crash);
        Hold(_invariants.Check(touched, fault == Fault.Crash));
    }

    /// <summary>Projection and sealer work at their own pace and stop where the crash finds them.</summary>
    private void Background(bool crash)
    {
        Crashes += crash ? 1 : 0;
#pragma warning disable CA5394 // the seed is the point
        if (crash || _random.Next(3) > 0)
            _books.Project(_random.Next(1, 60), crash);
        if (crash || _random.Next(3) > 0)
            _log.Seal(_random.Next(1, 60), crash);
#pragma warning restore CA5394
    }

    /// <summary>Everybody has their answer, projection and sealer are done: all must hold over all.</summary>
    private async Task EverythingAsync(Func<Simulation, Task<IReadOnlyList<string>>>? quarterly)
    {
        Step([.. _unanswered], Fault.None);
        _books.Project(int.MaxValue - _store.Events.Count, crash: false);
        _log.Seal(int.MaxValue - _store.Events.Count, crash: false);
        Hold(_invariants.CheckAll([.. _units.Select(u => u.Id)]));
        if (quarterly is not null)
            Hold(await quarterly(this));
    }

    private void Hold(IEnumerable<string> wrong)
    {
        if (wrong.FirstOrDefault() is { } first)
            throw new SimulationFailedException(_seed, _step, first);
    }
}
