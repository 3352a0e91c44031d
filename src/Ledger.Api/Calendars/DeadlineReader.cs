using System.Collections.Concurrent;
using Ledger.Api.Access;
using Ledger.Api.Figures;
using Ledger.Api.Setup;
using Ledger.Domain.Calendars;
using Ledger.Domain.Entries;
using Ledger.Domain.Matters;
using Ledger.Domain.Units;
using Marten;

namespace Ledger.Api.Calendars;

/// <summary>
/// A unit's deadlines over what its ledger holds. Worked out once and kept until the unit's log moves on or the day
/// changes: a home page costs one look at the newest event.
/// </summary>
public sealed class DeadlineReader(IDocumentStore store, UnitDatabase database, Freshness freshness, NewestEvent newestEvent, YearBookReader books, LegalCalendar calendar)
{
    private const int MostKept = 256;

    /// <summary>What rules look at; all else stays in the database.</summary>
    private readonly IReadOnlyList<FactNeed> _needs = FactNeed.Of(calendar.Rules.Rules);

    private readonly ConcurrentDictionary<(string Unit, int Year, DateOnly On), (long Newest, IReadOnlyList<Deadline> Deadlines)> _kept = new();

    /// <summary>Every deadline that falls in the year.</summary>
    public Task<IReadOnlyList<Deadline>> OfYearAsync(Unit unit, int year, DateOnly on, CancellationToken ct) =>
        ReadAsync(unit, year, on, year - 1, year, facts => Deadlines.Of(calendar, facts, year, on), null, ct);

    /// <summary>What is past or near on the day, and open.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="on">The day.</param>
    /// <param name="ct">Cancels the reading.</param>
    /// <param name="known">The unit's newest event, where that was just asked for.</param>
    public Task<IReadOnlyList<Deadline>> CallingAsync(Unit unit, DateOnly on, CancellationToken ct, long? known = null) =>
        ReadAsync(unit, 0, on, on.Year - 2, on.Year + 1, facts => Deadlines.Calling(calendar, facts, on), known, ct);

    private async Task<IReadOnlyList<Deadline>> ReadAsync(
        Unit unit, int year, DateOnly on, int first, int last, Func<UnitFacts, IReadOnlyList<Deadline>> work, long? known, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(unit);
        var newest = known ?? await newestEvent.OfAsync(unit.Id, ct);
        if (_kept.TryGetValue((unit.Id, year, on), out var kept) && kept.Newest == newest)
            return kept.Deadlines;
        var deadlines = work(await FactsAsync(unit, first, last, on, ct));
        if (_kept.Count >= MostKept)
            _kept.Clear();
        _kept[(unit.Id, year, on)] = (newest, deadlines);
        return deadlines;
    }

    private async Task<UnitFacts> FactsAsync(Unit unit, int first, int last, DateOnly on, CancellationToken ct)
    {
        await freshness.AwaitAsync(nameof(EntryCards), ct);
        // A period may begin in one year and end, late, in the next.
        var entries = await CalendarFacts.EntriesAsync(database, unit.Id, _needs, new DateOnly(first, 1, 1), new DateOnly(last + 1, 12, 31), ct);
        await using var session = store.QuerySession(unit.Id);
        var years = new Dictionary<int, YearFacts>();
        for (var year = first; year <= last; year++)
            years[year] = new YearFacts((await books.ReadAsync(unit.Id, year, null, ct))!, await CalendarFacts.EditionsAsync(session, unit.Id, year, ct));
        var matters = await session.Query<Matter>().ToListAsync(ct);
        return new UnitFacts(unit.Enforcement, entries, years, DaysOf(matters, on)) { Campaigns = CampaignsOf(matters, on) };
    }

    /// <summary>What the calendar does not know of a year and no campaign of the unit says.</summary>
    public async Task<IReadOnlyList<CalendarNotice>> NoticesAsync(Unit unit, int year, DateOnly on, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(unit);
        var notices = calendar.Notices(year, on);
        if (notices.All(n => !n.Code.StartsWith("campaign-", StringComparison.Ordinal)))
            return notices;
        await using var session = store.QuerySession(unit.Id);
        return calendar.Notices(year, on, CampaignsOf(await session.Query<Matter>().ToListAsync(ct), on));
    }

    private IReadOnlyList<CampaignWindow> CampaignsOf(IReadOnlyList<Matter> matters, DateOnly on) =>
        [.. matters.Where(m => !m.Void).Select(m => m.StateAt(on)).OfType<Campaign>().Select(calendar.OwnWindow).OfType<CampaignWindow>()];

    /// <summary>
    /// The days that open matters state of themselves, as they stood on the day. This is the one place where a source of
    /// such days is added.
    /// </summary>
    private static IReadOnlyList<MatterDay> DaysOf(IReadOnlyList<Matter> matters, DateOnly on) =>
    [
        .. matters.Where(m => !m.Void).SelectMany(matter => matter.StateAt(on).Deadlines()
            .GroupBy(d => (d.Rule, d.Due))
            .SelectMany(same => same.Select((d, i) => new MatterDay(d.Due, d.Rule, d.Text, d.EnglishText, $"{matter.Id}/{d.Due:yyyyMMdd}{(i > 0 ? $"-{i + 1}" : "")}")))),
    ];
}
