using Ledger.Domain.Entries;
using Ledger.Domain.Figures;
using Ledger.Domain.Kinds;
using Ledger.Domain.Years;

namespace Ledger.Api.Tests.Simulation;

/// <summary>What has to hold after each step, whatever happened in it. Each says what is wrong, or nothing.</summary>
internal sealed class Invariants(SimulatedStore store, SimulatedBooks books, SimulatedLog log, Random random)
{
    private readonly Dictionary<string, (Guid Stream, int Version)> _acknowledged = [];
    private readonly List<(string Unit, int Year, long Sequence, string Digest)> _known = [];

    /// <summary>Somebody was told that a key's request stands: in this stream, at this version at least.</summary>
    public void Acknowledged(string key, Guid stream, int version) => _acknowledged[key] = (stream, version);

    /// <summary>Cheap ones each time; those that fold again for the units touched and a few remembered.</summary>
    public IEnumerable<string> Check(IReadOnlyCollection<string> touched, bool crashed) =>
        (crashed ? NothingIsLost() : []).Concat(EachCountsOnce(touched)).Concat(ThePastStands()).Concat(touched.Select(log.Ask).OfType<string>());

    /// <summary>All of them over everything: at the end of a quarter, and at the very end.</summary>
    public IEnumerable<string> CheckAll(IReadOnlyCollection<string> units) =>
        NothingIsLost().Concat(NothingIsDoubled()).Concat(EachCountsOnce(units)).Concat(EditionsStand()).Concat(units.Select(log.Ask).OfType<string>()).Concat(log.Audit());

    private IEnumerable<string> NothingIsLost() =>
        _acknowledged.Where(a => store.Version(a.Value.Stream) < a.Value.Version).Select(a => $"{a.Key} was acknowledged and is lost");

    /// <summary>Each request that logs gave its stream one first event: a key never led to two.</summary>
    private IEnumerable<string> NothingIsDoubled()
    {
        var doubled = store.Events.GroupBy(e => (e.StreamId, e.Version)).FirstOrDefault(g => g.Count() > 1);
        if (doubled is not null)
            yield return $"{doubled.Key} stands twice";
        if (store.Events.Zip(store.Events.Skip(1)).Any(p => p.First.Sequence >= p.Second.Sequence))
            yield return "the numbers do not ascend";
        var logs = _acknowledged.Count(a => a.Key.StartsWith("log-", StringComparison.Ordinal));
        var entries = store.Entries.Count();
        if (logs != entries)
            yield return $"{logs} were logged and {entries} entries stand";
    }

    /// <summary>Once the books are current they say what the entries that stand add up to, each once, wherever it counts.</summary>
    private IEnumerable<string> EachCountsOnce(IReadOnlyCollection<string> units)
    {
        if (!books.CaughtUp)
            yield break;
        foreach (var unit in units)
        {
            var sums = new Dictionary<int, YearBook>();
            foreach (var e in store.Of(unit).Where(e => e.Version == 1 && e.Data is Activity).Select(e => (Entry: store.Entry(e.StreamId)!, Host: e.TenantId)).Concat(Joined(unit)).Where(e => e.Entry.Stands).DistinctBy(e => e.Entry.Id))
            {
                var year = e.Entry.Activity.OccurredOn.Year;
                var sum = sums.GetValueOrDefault(year) ?? YearBook.Empty(year) with { Unit = unit, Rules = store.Rules.Of(year) };
                sums[year] = e.Host == unit ? sum.Add(e.Entry.Activity) : Shared(sum, e.Entry.Activity);
            }

            foreach (var year in sums.Keys.Union(books.All.Where(b => b.Key.Unit == unit).Select(b => b.Key.Year)))
            {
                var said = books.Book(unit, year) with { NilReturns = YearBook.Empty(year).NilReturns };
                var (should, does) = (SimulatedBooks.Text(sums.GetValueOrDefault(year) ?? YearBook.Empty(year)), SimulatedBooks.Text(said));
                if (!should.SequenceEqual(does))
                    yield return $"{unit} {year}: entries say {string.Join("; ", should.Except(does).Take(3))}, the book {string.Join("; ", does.Except(should).Take(3))}";
            }
        }
    }

    /// <summary>Entries of others that came to name the unit by a correction.</summary>
    private IEnumerable<(Entry Entry, string Host)> Joined(string unit) => store.Of(unit).Where(e => e.TenantId != unit).Select(e => (store.Entry(e.StreamId)!, e.TenantId));

    private static YearBook Shared(YearBook sum, Activity activity) => activity.JointUnits?.FirstOrDefault(u => u.Unit == sum.Unit) is { } named ? sum.Share(activity.As(named), 1) : sum;

    /// <summary>What was known at a moment is known of it for ever.</summary>
    private IEnumerable<string> ThePastStands()
    {
#pragma warning disable CA5394 // the seed comes from the simulation, so that it can be replayed
        if (_known.Count > 0 && _known[random.Next(_known.Count)] is var k && SimulatedBooks.Digest(books.AsKnownAt(k.Unit, k.Year, k.Sequence)) != k.Digest)
            yield return $"{k.Unit} {k.Year} as known at {k.Sequence} is not what it was";
        var all = books.All.ToList();
        if (books.CaughtUp && all.Count > 0 && all[random.Next(all.Count)] is var ((unit, year), book))
            _known.Add((unit, year, store.Events[^1].Sequence, SimulatedBooks.Digest(book)));
#pragma warning restore CA5394
    }

    private IEnumerable<string> EditionsStand()
    {
        foreach (var e in store.Events)
        {
            if (e.Data is YearFrozen frozen && SimulatedBooks.Digest(books.AsKnownAt(e.TenantId, frozen.Year, frozen.Sequence)) != frozen.Sha256)
                yield return $"edition {frozen.Edition} of {e.TenantId} {frozen.Year} is not what was frozen";
        }
    }
}
