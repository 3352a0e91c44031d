using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Ledger.Api.Tests.Importing;
using Ledger.Domain;
using Ledger.Domain.Entries;
using Ledger.Domain.Kinds;
using Ledger.Domain.Rules;
using Ledger.Domain.Units;
using Ledger.Domain.Years;

namespace Ledger.Api.Tests.Simulation;

/// <summary>A request as its sender knows it: the same key and the same words, however often it is sent.</summary>
internal sealed record Intent(string Key, string Unit, string Verb, Func<Commit?> Decide);

/// <summary>
/// The people of sixty departments. What they send is decided by the product's own rules over what the store shows at that
/// moment; what those refuse is not written.
/// </summary>
internal sealed class Offices(Random random, SimulatedStore store, SimulatedBooks books, IReadOnlyList<Unit> units, Func<DateOnly> today)
{
    private const string Why = "模拟办理";
    private readonly Dictionary<string, List<Guid>> _entries = units.ToDictionary(u => u.Id, _ => new List<Guid>());
    private readonly Dictionary<Guid, string> _hosts = [];
    private int _keys;

#pragma warning disable CA5394 // the seed comes from the simulation, so that it can be replayed
    public Intent Next()
    {
        var unit = units[random.Next(units.Count)];
        var (verb, decide) = random.Next(1000) switch
        {
            < 640 => ("log", Log(unit)),
            < 760 => ("correct", Correct(unit)),
            < 800 => ("void", Void(unit)),
            < 860 => ("merge", Merge(unit)),
            < 885 => ("part", Part(unit)),
            < 925 => ("decline", Decline(unit)),
            < 945 => ("accept", Accept(unit)),
            < 965 => ("nil", Nil(unit)),
            < 980 => ("freeze", Freeze(unit)),
            < 990 => ("reopen", Reopen(unit)),
            _ => ("rule", Rule()),
        };
        var key = $"{verb}-{_keys++}";
        return new Intent(key, unit.Id, verb, () => decide(key));
    }

    private Func<string, Commit?> Log(Unit unit)
    {
        // Half of the keys name the entry, as a phone's do; for the others only the kept answer tells that they were here before.
        var (named, sent) = (random.Next(2) == 0 ? Ids.Next(random) : (Guid?)null, Sent(unit, null));
        return key =>
        {
            var id = named ?? Ids.Next(random);
            if (sent is null || (sent.LateReason is null && store.Year(unit.Id, sent.OccurredOn.Year).Frozen) || JointRules.Check(sent, unit, Peers(unit), []).Any())
                return null;
            _entries[unit.Id].Add(id);
            _hosts[id] = unit.Id;
            return new Commit(key, unit.Id, id, 0, [sent], By(unit));
        };
    }

    private Func<string, Commit?> Correct(Unit unit)
    {
        var id = Any(unit);
        var sent = store.Entry(id) is { Stands: true } entry ? Sent(unit, Catalogue.KindOf(entry.Activity)) : null;
        return key => store.Entry(id) is { Stands: true } now && sent is not null
            && !JointRules.Check(sent, unit, Peers(unit), now.Declined).Any()
            && (sent.LateReason is not null || sent.OccurredOn.Year == now.Activity.OccurredOn.Year || !store.Year(unit.Id, sent.OccurredOn.Year).Frozen)
                ? new Commit(key, unit.Id, id, now.Version, now.Correct(sent, ReversalReason.WrongField, Why), By(unit))
                : null;
    }

    private Func<string, Commit?> Void(Unit unit)
    {
        var id = Any(unit);
        return key => store.Entry(id) is { Stands: true } now && !store.Entries.Any(e => e.MergedInto == id)
            ? new Commit(key, unit.Id, id, now.Version, [now.Void(ReversalReason.Duplicate, Why)], By(unit))
            : null;
    }

    private Func<string, Commit?> Merge(Unit unit)
    {
        var id = Any(unit);
        var into = store.Entry(id) is { } it
            ? _entries[unit.Id].LastOrDefault(o => o != id && store.Entry(o) is { Stands: true } other && other.Activity.GetType() == it.Activity.GetType())
            : Guid.Empty;
        return key => store.Entry(id) is { Stands: true } now && store.Entry(into) is { Stands: true } kept
            && kept.Activity.GetType() == now.Activity.GetType() && !store.Entries.Any(e => e.MergedInto == id)
                ? new Commit(key, unit.Id, id, now.Version, [now.Merge(into, Why)], By(unit))
                : null;
    }

    private Func<string, Commit?> Part(Unit unit)
    {
        var id = _entries[unit.Id].LastOrDefault(e => store.Entry(e)?.Status == EntryStatus.Merged);
        return key => store.Entry(id) is { Status: EntryStatus.Merged } now ? new Commit(key, unit.Id, id, now.Version, [now.Part(Why)], By(unit)) : null;
    }

    private Func<string, Commit?> Decline(Unit unit) => Answer(unit, e => e.Activity.JointUnits?.Any(u => u.Unit == unit.Id) == true, e => e.Decline(unit.Id, Why));

    private Func<string, Commit?> Accept(Unit unit) => Answer(unit, e => e.Declined.Exists(u => u.Unit == unit.Id), e => e.Accept(unit.Id, Why));

    /// <summary>A named unit's answer stands on the host's stream.</summary>
    private Func<string, Commit?> Answer(Unit unit, Func<Entry, bool> concerns, Func<Entry, object?> decide)
    {
        var id = store.Entries.LastOrDefault(e => e.Stands && concerns(e))?.Id ?? Guid.Empty;
        return key => store.Entry(id) is { Stands: true } now && decide(now) is { } answer ? new Commit(key, _hosts[id], id, now.Version, [answer], By(unit)) : null;
    }

    private Func<string, Commit?> Nil(Unit unit)
    {
        var (figure, year, withdraw) = (Catalogue.Figures[random.Next(Catalogue.Figures.Count)].Code, today().Year, random.Next(3) == 0);
        return key => OnYear(key, unit, year, withdraw ? new NilReturnWithdrawn(year, figure, Why) : new NilReturnConfirmed(year, figure, "审核员乙", Why));
    }

    private Func<string, Commit?> Freeze(Unit unit)
    {
        var year = today().Year - random.Next(2);
        return key =>
        {
            // What stands at the newest event is what is frozen, as the product reads it after waiting for its projection.
            var at = store.Events.Count == 0 ? 0 : store.Events[^1].Sequence;
            return OnYear(key, unit, year, new YearFrozen(year, store.Year(unit.Id, year).Editions + 1, at, SimulatedBooks.Digest(books.AsKnownAt(unit.Id, year, at))));
        };
    }

    private Func<string, Commit?> Reopen(Unit unit)
    {
        var year = today().Year - random.Next(2);
        return key => store.Year(unit.Id, year).Frozen ? OnYear(key, unit, year, new YearReopened(year, Why)) : null;
    }

    /// <summary>One proposes for the year to come, another approves it.</summary>
    private Func<string, Commit?> Rule()
    {
        var (figure, from, id) = (Catalogue.Figures[random.Next(Catalogue.Figures.Count)], today().Year + 1, Ids.Next(random));
        var open = store.Proposals.Find(p => p.Standing == RuleStanding.Proposed);
        return key =>
        {
            if (open is null)
                return RuleBook.Check(figure, participants: true, []).Any() ? null : new Commit(key, RuleChange.Tenant, id, 0,
                    [new RuleProposed(figure.Code, from, figure.Rule with { Version = store.Rules.RuleOf(figure, from).Version + 1, Participants = true }, Why, "甲")], "甲");
            return open.Proposed.FromYear <= today().Year || store.Rules.Changes.Exists(c => c.Figure == open.Proposed.Figure && c.FromYear >= open.Proposed.FromYear)
                ? new Commit(key, RuleChange.Tenant, open.Id, 1, [new RuleRejected("乙", Why)], "乙")
                : new Commit(key, RuleChange.Tenant, open.Id, 1, [new RuleApproved("乙")], "乙");
        };
    }

    private Commit OnYear(string key, Unit unit, int year, object e)
    {
        var stream = Year.StreamOf(unit.Id, year);
        return new Commit(key, unit.Id, stream, store.Version(stream), [e], By(unit));
    }

    /// <summary>An activity as somebody types it: of the last days, or of long ago.</summary>
    private Activity? Sent(Unit unit, KindDefinition? kind)
    {
        for (var tries = 0; tries < 20; tries++)
        {
            var of = kind ?? Catalogue.Kinds[random.Next(Catalogue.Kinds.Count)];
            if (of.Group == KindGroup.H && !unit.Enforcement)
                continue;
            var json = AnyActivity.Of(of, random.Next());
            var late = random.Next(8) == 0 ? random.Next(300) : random.Next(10);
            json["occurredOn"] = today().AddDays(-late).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            if (random.Next(3) == 0)
                json["lateReason"] = "补录";
            if (unit.County is not null && random.Next(6) == 0)
                json["jointUnits"] = Joint(unit);
            if (ActivityReader.Read(of, JsonSerializer.SerializeToElement(json, LedgerJson.Options), today()).Activity is { } activity)
                return activity;
        }

        return null;
    }

    private JsonArray Joint(Unit unit) => [.. Peers(unit).Where(p => p != unit.Id).OrderBy(_ => random.Next()).Take(random.Next(1, 4))
        .Select(p => (JsonNode)new JsonObject { ["unit"] = p, ["role"] = random.Next(2) == 0 ? "co-host" : "participant" })];

    private HashSet<string> Peers(Unit unit) => [.. units.Where(u => u.County is not null && u.County == unit.County).Select(u => u.Id)];

    private Guid Any(Unit unit) => _entries[unit.Id] is { Count: > 0 } mine ? mine[random.Next(mine.Count)] : Guid.Empty;
#pragma warning restore CA5394

    private static string By(Unit unit) => $"{unit.Id} 填报员";
}
