using System.Collections.Concurrent;
using System.Text.Json;
using Ledger.Api.Access;
using Ledger.Api.Setup;
using Ledger.Domain.Entries;
using Ledger.Domain.Kinds;
using Marten;
using Marten.Linq;
using Marten.Linq.MatchesSql;

namespace Ledger.Api.Entries;

/// <summary>
/// Finds entries, newest activity first. The order ends in the entry's id, so that pages neither overlap nor skip while
/// nothing is logged; text is found by the pairs of characters in the index and then tested exactly.
/// </summary>
public sealed class EntrySearch(IDocumentStore store, UnitDatabase database, Freshness freshness)
{
    public const int LargestPage = 500;
    private const int MostTotals = 1_000;

    private readonly ConcurrentDictionary<(string Unit, EntryFilter Filter), (long Reached, int Total)> _totals = new();

    public async Task<EntryList> FindAsync(string unit, EntryFilter filter, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(filter);
        var reached = await freshness.AwaitAsync(nameof(EntryCards), ct);
        await using var session = store.QuerySession(unit);
        var total = await TotalAsync(unit, filter with { Page = 1, Size = 1 }, reached, ct);
        var counted = new QueryStatistics();
        // What is not kept is counted by the reading itself: what a text is found in is looked through once.
        var cards = session.Query<EntryCard>();
        var items = await Narrow(total is null ? cards.Stats(out counted) : cards, filter)
            .OrderByDescending(c => c.OccurredOn).ThenByDescending(c => c.Id)
            .Skip((filter.Page - 1) * filter.Size).Take(filter.Size)
            .ToListAsync(ct);
        // Behind the last page there is no row to say how many there were.
        var all = total ?? (items.Count > 0 || filter.Page == 1 ? (int)counted.TotalResults : await Narrow(session.Query<EntryCard>(), filter).CountAsync(ct));
        return new EntryList(all, filter.Page, filter.Size, [.. items.Select(EntryItem.Of)]);
    }

    /// <summary>Cards change only with their projection: while that has not moved, a total is what it was.</summary>
    private async Task<int?> TotalAsync(string unit, EntryFilter filter, long reached, CancellationToken ct)
    {
        if (_totals.TryGetValue((unit, filter), out var known) && known.Reached == reached)
            return known.Total;
        if (await EntryCounts.TotalAsync(database, unit, filter, ct) is not { } total)
            return null;
        if (_totals.Count >= MostTotals)
            _totals.Clear();
        _totals[(unit, filter)] = (reached, total);
        return total;
    }

    /// <summary>What of the cards a filter admits, whatever the page.</summary>
    internal static IQueryable<EntryCard> Narrow(IQueryable<EntryCard> cards, EntryFilter filter)
    {
        var query = cards.Where(_ => true);
        if (filter.FirstDay is { } first)
            query = query.Where(c => c.OccurredOn >= first);
        if (filter.LastDay is { } last)
            query = query.Where(c => c.OccurredOn <= last);
        // A figure is of one kind, whose index holds the order of the list.
        if ((filter.Kind ?? (filter.Figure is { } of ? Catalogue.FindFigure(of)?.Kind : null)) is { } kind)
            query = query.Where(c => c.Kind == kind);
        if (filter.Status is { } status)
            query = query.Where(c => c.Status == status);
        if (filter.Late)
            query = query.Where(c => c.MatchesSql($"{EntryCounts.IsLate}(d.data)"));
        if (filter.Figure is { } figure)
        {
            // The function of the operator ?: PostgreSQL takes the operators of jsonb for hardly ever true, and would read and
            // sort all of the kind's year where the newest fifty are at hand.
            query = query.Where(c => c.MatchesSql("jsonb_exists(d.data -> 'figures', ?)", figure));
        }

        if (!string.IsNullOrWhiteSpace(filter.Text))
        {
            var text = filter.Text.Trim().ToLowerInvariant();
            var terms = Json(SearchText.Terms(text));
            query = query.Where(c => c.MatchesSql($"d.id in (select {Indexes.CardsWith}(?::jsonb, ?))", terms, text));
        }

        return query;
    }

    private static string Json(IReadOnlyList<string> terms) => JsonSerializer.Serialize(terms);
}

/// <summary>What a list is narrowed by; a null narrows nothing.</summary>
public sealed record EntryFilter(
    int? Year = null,
    string? Kind = null,
    DateOnly? From = null,
    DateOnly? To = null,
    string? Text = null,
    EntryStatus? Status = null,
    string? Figure = null,
    bool Late = false,
    int Page = 1,
    int Size = 50)
{
    /// <summary>The year and the days asked for, as one span of days: the indexes hold days.</summary>
    public DateOnly? FirstDay => Year is { } year && new DateOnly(year, 1, 1) is var first && !(From > first) ? first : From;

    public DateOnly? LastDay => Year is { } year && new DateOnly(year, 12, 31) is var last && !(To < last) ? last : To;
}
