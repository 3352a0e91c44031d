using System.Collections.Concurrent;
using System.Globalization;
using JasperFx.Events;
using Ledger.Api.Access;
using Ledger.Api.Setup;
using Ledger.Domain.Figures;
using Ledger.Domain.Rules;
using Marten;
using Marten.Linq.MatchesSql;
using Npgsql;

namespace Ledger.Api.Figures;

/// <summary>A unit's year book, now or as it was known at an earlier time or sequence number.</summary>
public sealed class YearBookReader(IDocumentStore store, UnitDatabase database, Freshness freshness)
{
    /// <summary>A few kilobytes each, a few hundred where a distinct count holds many names.</summary>
    private const int MostBooks = 64;

    private readonly ConcurrentDictionary<(string Unit, int Year), (long Reached, YearBook Book)> _read = new();

    private static readonly string[] Times = ["yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK"];

    /// <summary>Picks a year's events in the database, as <see cref="YearBookEvents.YearOf"/> does in memory: other years' stay there.</summary>
    private const string OfTheYear = """
        left(coalesce(d.data ->> 'countsIn', d.data -> 'step' ->> 'countsIn', d.data ->> 'occurredOn', d.data -> 'activity' ->> 'occurredOn', d.data -> 'step' ->> 'occurredOn',
            case when d.type in ('nil_return_confirmed', 'nil_return_withdrawn') then d.data ->> 'year' end), 4) = ?
        """;

    // Set apart, or PostgreSQL looks for the first by walking the log of all units in the order of its time.
    private const string FirstJoint = $"""
        with joint as materialized (select d.seq_id, d.timestamp from ledger.mt_events d where {JointEvents.Naming})
        select row(seq_id), row(timestamp) from joint where timestamp > ? order by timestamp, seq_id limit 1
        """;

    /// <summary>The book as of a sequence number, a time, or a day (its end in China); null if that cannot be read.</summary>
    public async Task<YearBook?> ReadAsync(string unit, int year, string? asOf, CancellationToken ct)
    {
        var reached = await freshness.AwaitAsync(YearBooks.Name, ct);
        await using var session = store.QuerySession(unit);
        var now = await NowAsync(session, unit, year, reached, ct);
        if (string.IsNullOrWhiteSpace(asOf))
            return now;
        if (await SequenceAsync(unit, asOf.Trim(), ct) is not { } sequence)
            return null;
        return sequence >= now.Sequence ? now : await EarlierAsync(session, year, sequence, ct);
    }

    /// <summary>
    /// The book as the projection left it. A book changes only with its projection: while that has not moved, what was last
    /// read is what stands there.
    /// </summary>
    private async Task<YearBook> NowAsync(IQuerySession session, string unit, int year, long reached, CancellationToken ct)
    {
        if (_read.TryGetValue((unit, year), out var known) && known.Reached == reached)
            return known.Book;
        var book = await session.LoadAsync<YearBook>(YearBook.IdOf(year), ct) ?? await EmptyAsync(session, year, ct);
        if (_read.Count >= MostBooks)
            _read.Clear();
        _read[(unit, year)] = (reached, book);
        return book;
    }

    /// <summary>The book as of one event, and the year's events from there up to another.</summary>
    public async Task<(YearBook Book, IReadOnlyList<IEvent> Events)> BetweenAsync(string unit, int year, long from, long to, CancellationToken ct)
    {
        await freshness.AwaitAsync(YearBooks.Name, ct);
        await using var session = store.QuerySession(unit);
        return (await EarlierAsync(session, year, from, ct), await EventsAsync(session, year, from, to, ct));
    }

    /// <summary>The last checkpoint before the moment, and the few events from there to it.</summary>
    private static async Task<YearBook> EarlierAsync(IQuerySession session, int year, long sequence, CancellationToken ct)
    {
        var id = YearBook.IdOf(year);
        var checkpoint = await session.Query<YearBookCheckpoint>()
            .Where(c => c.Year == id && c.Sequence <= sequence)
            .OrderByDescending(c => c.Sequence)
            .FirstOrDefaultAsync(ct);
        var book = checkpoint?.Book ?? await EmptyAsync(session, year, ct);
        return (await EventsAsync(session, year, book.Sequence, sequence, ct)).Aggregate(book with { Unit = session.TenantId }, (b, e) => b.Apply(e));
    }

    private static async Task<IReadOnlyList<IEvent>> EventsAsync(IQuerySession session, int year, long after, long upTo, CancellationToken ct)
    {
        var id = YearBook.IdOf(year);
        var events = await session.Events.QueryAllRawEvents()
            .Where(e => e.Sequence > after && e.Sequence <= upTo && e.MatchesSql(OfTheYear, id))
            .OrderBy(e => e.Sequence)
            .ToListAsync(ct);
        // As the owner: the index over joint events is not for a session that may see its unit's rows alone.
        await using var all = session.DocumentStore.QuerySession();
        var joint = await all.Events.QueryAllRawEvents()
            .Where(e => e.AnyTenant() && e.Sequence > after && e.Sequence <= upTo && e.MatchesSql(JointEvents.Naming, JointEvents.Unit(session.TenantId)) && e.MatchesSql(OfTheYear, id))
            .ToListAsync(ct);
        // Of the steps of matters only those that count are the book's.
        return [.. events.Concat(joint).DistinctBy(e => e.Sequence).OrderBy(e => e.Sequence).Where(e => YearBookEvents.YearOf(e.Data) == year)];
    }

    /// <summary>A book before its first event, with the rules of its year.</summary>
    private static async Task<YearBook> EmptyAsync(IQuerySession session, int year, CancellationToken ct)
    {
        await using var all = session.DocumentStore.QuerySession();
        return YearBook.Empty(year) with { Unit = session.TenantId, Rules = (await RuleBook.LoadAsync(all, ct)).Of(year) };
    }

    /// <summary>A time stands for the last event before the first one recorded later.</summary>
    private async Task<long?> SequenceAsync(string unit, string asOf, CancellationToken ct)
    {
        if (long.TryParse(asOf, NumberStyles.None, CultureInfo.InvariantCulture, out var sequence))
            return sequence;
        if (DateOnly.TryParseExact(asOf, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            asOf = $"{day:yyyy-MM-dd}T23:59:59.999999+08:00";
        if (!DateTimeOffset.TryParseExact(asOf.Replace(' ', '+'), Times, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time))
            return null;
        // A unit's registration changes no figure, and planted or imported events are older than it.
        await using var connection = await database.OpenAsync(unit, ct);
        await using var command = new NpgsqlCommand(
            "select seq_id, timestamp from ledger.mt_events where tenant_id = $1 and timestamp > $2 and type <> 'unit_registered' order by timestamp, seq_id limit 1", connection);
        command.Parameters.Add(new() { Value = unit });
        command.Parameters.Add(new() { Value = time.ToUniversalTime() });
        await using var reader = await command.ExecuteReaderAsync(ct);
        (long Sequence, DateTimeOffset At)? own = await reader.ReadAsync(ct) ? (reader.GetInt64(0), reader.GetFieldValue<DateTimeOffset>(1)) : null;
        var joint = await JointAfterAsync(unit, time, ct);
        return (own, joint) switch
        {
            (null, null) => long.MaxValue,
            ({ } mine, { } theirs) => (theirs.At < mine.At ? theirs : mine).Sequence - 1,
            _ => (own ?? joint)!.Value.Sequence - 1,
        };
    }

    private async Task<(long Sequence, DateTimeOffset At)?> JointAfterAsync(string unit, DateTimeOffset time, CancellationToken ct)
    {
        await using var all = store.QuerySession();
        return await all.AdvancedSql.QueryAsync<long, DateTimeOffset>(FirstJoint, ct, JointEvents.Unit(unit), time.ToUniversalTime()) is [var (sequence, at)] ? (sequence, at) : null;
    }
}
