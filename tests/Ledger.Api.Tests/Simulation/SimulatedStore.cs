using JasperFx.Events;
using Ledger.Domain.Entries;
using Ledger.Domain.Figures;
using Ledger.Domain.Rules;
using Ledger.Domain.Years;

namespace Ledger.Api.Tests.Simulation;

/// <summary>What one request wants to write: events behind a version of one stream, under a key of the sender's.</summary>
internal sealed record Commit(string Key, string Unit, Guid Stream, int Expected, IReadOnlyList<object> Events, string By);

/// <summary>What the sender of a commit hears.</summary>
internal enum Heard
{
    Acknowledged,

    /// <summary>Somebody else was faster, or the version is stale.</summary>
    Conflict,

    /// <summary>503, or nothing at all: it may stand or not.</summary>
    Nothing,
}

/// <summary>
/// PostgreSQL and its disk as far as an event store sees them: commits are flushed in the order in which they came, a crash
/// keeps some of those that were under way and tells fewer of them, a failed flush rolls back and burns the numbers drawn,
/// a key is claimed in the commit itself. What is in <see cref="Events"/> is on the disk.
/// </summary>
internal sealed class SimulatedStore(Random random, Planted planted)
{
    private readonly Dictionary<Guid, Entry> _entries = [];
    private readonly Dictionary<(string Unit, int Year), Year> _years = [];
    private readonly Dictionary<string, List<IEvent>> _ofUnit = [];
    private readonly Dictionary<Guid, int> _versions = [];
    private Dictionary<string, Guid> _claims = [];
    private long _drawn;

    public List<IEvent> Events { get; } = [];

    /// <summary>What stands, commit by commit, and when.</summary>
    public List<(Commit Commit, DateTimeOffset At)> Written { get; } = [];
    public RuleBook Rules { get; private set; } = RuleBook.Unchanged;
    public List<RuleChange> Proposals { get; } = [];

    /// <summary>The stream a key was answered with, if it ever was.</summary>
    public Guid? Claimed(string key) => _claims.TryGetValue(key, out var stream) ? stream : null;

    public Entry? Entry(Guid id) => _entries.GetValueOrDefault(id);
    public IEnumerable<Entry> Entries => _entries.Values;
    public int Version(Guid stream) => _versions.GetValueOrDefault(stream);
    public Year Year(string unit, int year) => _years.GetValueOrDefault((unit, year)) ?? new Year { Number = year };

    /// <summary>The events that change a unit's books, its own and those that name it.</summary>
    public IReadOnlyList<IEvent> Of(string unit) => _ofUnit.GetValueOrDefault(unit) ?? [];

    /// <summary>All of these are under way at once.</summary>
    /// <param name="commits">In the order in which they reach the disk.</param>
    /// <param name="now">The server's time.</param>
    /// <param name="fault">What happens meanwhile.</param>
    public IReadOnlyList<Heard> Flush(IReadOnlyList<Commit> commits, DateTimeOffset now, Fault fault)
    {
#pragma warning disable CA5394 // the seed comes from the simulation, so that it can be replayed
        var kept = fault == Fault.Crash ? random.Next(commits.Count + 1) : commits.Count;
        var told = fault == Fault.Crash ? random.Next(kept + 1) : commits.Count;
        if (planted == Planted.AnswersBeforeFlushing && fault == Fault.Crash)
            told = commits.Count;
        var heard = new List<Heard>();
        for (var i = 0; i < commits.Count; i++)
        {
            var failing = fault == Fault.FlushFails && random.Next(2) == 0;
#pragma warning restore CA5394
            if (failing || i >= kept)
                _drawn += commits[i].Events.Count;
            var stands = i < kept && !failing && TryWrite(commits[i], now);
            heard.Add(i >= told || failing ? Heard.Nothing : stands || i >= kept ? Heard.Acknowledged : Heard.Conflict);
        }

        if (fault == Fault.Crash && planted == Planted.ForgetsKeys)
            _claims = [];
        return heard;
    }

    private bool TryWrite(Commit commit, DateTimeOffset now)
    {
        if (_claims.ContainsKey(commit.Key))
            return true;
        if (Version(commit.Stream) != commit.Expected)
            return false;
        foreach (var data in commit.Events)
        {
            var e = (IEvent)Activator.CreateInstance(typeof(Event<>).MakeGenericType(data.GetType()), data)!;
            (e.Id, e.StreamId, e.Version, e.Sequence) = (Ids.Next(random), commit.Stream, _versions[commit.Stream] = Version(commit.Stream) + 1, ++_drawn);
            (e.Timestamp, e.TenantId, e.UserName) = (now, commit.Unit, commit.By);
            e.EventTypeName = data.GetType().GetEventTypeName();
            Events.Add(e);
            See(e);
        }

        _claims.Add(commit.Key, commit.Stream);
        Written.Add((commit, now));
        return true;
    }

    /// <summary>What the product keeps beside its events in the same commit, or folds from them.</summary>
    private void See(IEvent e)
    {
        foreach (var unit in YearBookEvents.YearOf(e.Data) is null ? [] : YearBookEvents.UnitsOf(e))
        {
            if (!_ofUnit.TryGetValue(unit, out var events))
                _ofUnit[unit] = events = [];
            events.Add(e);
        }

        if (YearIn(e.Data) is { } year)
            _years[(e.TenantId, year)] = Year(e.TenantId, year).Evolve(e);
        else if (e.TenantId == RuleChange.Tenant)
            SeeRule(e);
        else
            _entries[e.StreamId] = (Entry(e.StreamId) ?? new Entry()).Evolve(e);
    }

    private void SeeRule(IEvent e)
    {
        var at = Proposals.FindIndex(p => p.Id == e.StreamId);
        var change = (at < 0 ? new RuleChange() : Proposals[at]).Evolve(e);
        if (at < 0)
            Proposals.Add(change);
        else
            Proposals[at] = change;
        if (e.Data is RuleApproved)
            Rules = Rules with { Changes = Rules.Changes.Add(new RuleFrom(change.Proposed.Figure, change.Proposed.FromYear, change.Proposed.Rule)) };
    }

    private static int? YearIn(object data) => data switch
    {
        NilReturnConfirmed nil => nil.Year,
        NilReturnWithdrawn nil => nil.Year,
        YearFrozen frozen => frozen.Year,
        YearReopened reopened => reopened.Year,
        _ => null,
    };
}
