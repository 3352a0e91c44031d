using System.Collections.Concurrent;
using Ledger.Api.Access;
using Ledger.Api.Setup;
using Ledger.Domain;
using Ledger.Domain.Entries;
using Ledger.Domain.Kinds;
using Ledger.Domain.Reports;
using Ledger.Domain.Units;
using Marten;
using Marten.Linq.MatchesSql;
using Npgsql;

namespace Ledger.Api.Reports;

/// <summary>What is not backed yet: to be logged, proved or confirmed while there is time.</summary>
/// <param name="Year">The year.</param>
/// <param name="Since">From this day on it is shown unasked.</param>
/// <param name="Due">Whether that day has come and nothing is frozen yet.</param>
/// <param name="Sentences">Sentences of the draft with nothing or too little behind them.</param>
/// <param name="Bare">How many entries lack the document that usually proves their kind; at most a thousand are counted.</param>
/// <param name="Entries">The first of them.</param>
/// <param name="Expected">Work that was planned and is not seen in the log.</param>
public sealed record GapsView(int Year, DateOnly Since, bool Due, IReadOnlyList<ClaimView> Sentences, int Bare, IReadOnlyList<BareEntry> Entries, IReadOnlyList<ExpectedWork> Expected)
{
    public int Total => Sentences.Count + Bare + Expected.Count;
}

/// <summary>An entry without the document that usually proves its kind. A photo is never asked for.</summary>
public sealed record BareEntry(Guid Id, string Kind, DateOnly OccurredOn, string Title, string Proof);

/// <param name="Source">Where it was planned: plan, publicity-list.</param>
/// <param name="Title">What was planned.</param>
/// <param name="Told">How far it is seen in the log.</param>
/// <param name="EnglishTold">The same in English.</param>
public sealed record ExpectedWork(string Source, string Title, string Told, string EnglishTold);

/// <summary>Holds a year's draft and plans against the log.</summary>
public sealed class YearGaps(IDocumentStore store, UnitDatabase database, ReportWriter reports, Freshness freshness, NewestEvent newest, TimeProvider clock)
{
    private const int Shown = 50;

    /// <summary>Who lacks more documents than this need not know how many more.</summary>
    private const int Counted = 1000;

    private const int MostKept = 64;

    private readonly ConcurrentDictionary<(string Unit, int Year), (long Newest, DateOnly Day, GapsView Gaps)> _kept = new();

    private const string Named = $"""
        select distinct d.data -> 'entry' -> 'activity' ->> 'planItem' from ledger.mt_doc_entrycard d
        where d.tenant_id = $1 and d.occurred_on between $2 and $3 and d.status <> all ($4) and {Indexes.NamesPlanItem}
        """;

    private static readonly string[] Proved = [.. Catalogue.Kinds.Where(k => k.Proof is not null).Select(k => k.Code)];

    /// <summary>1 October of the year, in China's calendar.</summary>
    public static DateOnly SinceOf(int year) => new(year, 10, 1);

    public bool IsDue(int year) => ChinaCalendar.Today(clock) >= SinceOf(year);

    /// <summary>What was last read, until the unit's log or the day moves on.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="year">The year.</param>
    /// <param name="ct">Cancels the reading.</param>
    /// <param name="known">The unit's newest event, where that was just asked for.</param>
    public async Task<GapsView> ReadAsync(Unit unit, int year, CancellationToken ct, long? known = null)
    {
        ArgumentNullException.ThrowIfNull(unit);
        var (reached, today) = (known ?? await newest.OfAsync(unit.Id, ct), ChinaCalendar.Today(clock));
        if (_kept.TryGetValue((unit.Id, year), out var kept) && (kept.Newest, kept.Day) == (reached, today))
            return kept.Gaps;
        await freshness.AwaitAsync(nameof(EntryCards), ct);
        var gaps = await LookAsync(unit, year, ct);
        if (_kept.Count >= MostKept)
            _kept.Clear();
        _kept[(unit.Id, year)] = (reached, today, gaps);
        return gaps;
    }

    private async Task<GapsView> LookAsync(Unit unit, int year, CancellationToken ct)
    {
        var draft = await reports.DraftAsync(unit, year, ct);
        await using var session = store.QuerySession(unit.Id);
        var (newYear, lastDay) = (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
        // In the order of an index and by a function that PostgreSQL takes for often true: it reads on until it has as many
        // as are asked for, and not the whole year first.
        var bare = session.Query<EntryCard>().Standing()
            .Where(c => c.OccurredOn >= newYear && c.OccurredOn <= lastDay && c.Kind.In(Proved) && c.MatchesSql("not jsonb_path_exists(d.data, '$.entry.evidence[0]')"))
            .OrderBy(c => c.OccurredOn).ThenBy(c => c.Id);
        var first = await bare.Take(Shown).ToListAsync(ct);
        return new GapsView(
            year, SinceOf(year), IsDue(year) && (await reports.StateAsync(unit.Id, year, ct)).Editions == 0,
            [.. draft.Claims.Where(c => c.Backing is Backing.Missing or Backing.Partly).Select(ClaimView.Of)],
            first.Count < Shown ? first.Count : (await bare.Select(c => c.Id).Take(Counted).ToListAsync(ct)).Count,
            [.. first.Select(c => new BareEntry(c.Id, c.Kind, c.OccurredOn, c.Title, Catalogue.FindKind(c.Kind)!.Proof!))],
            [.. await PlannedAsync(session, year, ct), .. await ListedAsync(draft, unit.Id, year, ct)]);
    }

    /// <summary>Items of the year's plan that are still open and that no entry names.</summary>
    private async Task<IEnumerable<ExpectedWork>> PlannedAsync(IQuerySession session, int year, CancellationToken ct)
    {
        var open = (await MattersOfReport.ReadAsync(session, year, ChinaCalendar.Today(clock), ct)).Promises.Where(p => p.Open).ToList();
        if (open.Count == 0)
            return [];
        var named = await NamedAsync(session.TenantId, year, ct);
        return open.Where(p => !named.Contains(p.Title) && !named.Contains(p.Id.ToString()))
            .Select(p => new ExpectedWork("plan", p.Title, "列入年度计划，还没有登记", "Planned, and no entry yet"));
    }

    /// <summary>Tasks of the publicity list: an entry says which one it is by naming it as its plan item.</summary>
    private async Task<IReadOnlyList<ExpectedWork>> ListedAsync(ReportModel draft, string unit, int year, CancellationToken ct)
    {
        var listed = draft.Figures.FirstOrDefault(f => f.Figure.Code == PublicityListIssued.ListedItems.Code)?.Figure.Value ?? 0;
        if (listed == 0)
            return [];
        var named = await NamedAsync(unit, year, ct);
        return named.Count >= listed
            ? []
            : [new("publicity-list", "普法责任清单", $"清单列明{FigureText.Number(listed, false)}项，登记中注明所属事项的有{named.Count}项", $"{listed:0} listed, {named.Count} named by entries as their plan item")];
    }

    /// <summary>The plan items that entries of the year name.</summary>
    private async Task<HashSet<string>> NamedAsync(string unit, int year, CancellationToken ct)
    {
        await using var connection = await database.OpenAsync(unit, ct);
        await using var command = new NpgsqlCommand(Named, connection)
        {
            Parameters = { new() { Value = unit }, new() { Value = new DateOnly(year, 1, 1) }, new() { Value = new DateOnly(year, 12, 31) }, new() { Value = StandingCards.Gone.ToArray() } },
        };
        var named = new HashSet<string>();
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
            named.Add(reader.GetString(0));
        return named;
    }
}
