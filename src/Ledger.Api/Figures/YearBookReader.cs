using System.Collections.Concurrent;
using System.Globalization;
using Ledger.Api.Setup;
using Ledger.Domain.Figures;
using Ledger.Domain.Rules;
using Marten;
using Marten.Linq.MatchesSql;
using Npgsql;

namespace Ledger.Api.Figures;

/// <summary>A unit's year book, now or as it was known at an earlier time or sequence number.</summary>
public sealed class YearBookReader(IDocumentStore store, NpgsqlDataSource database, Freshness freshness)
{
    /// <summary>A few kilobytes each, a few hundred where a distinct count holds many names.</summary>
    private const int MostBooks = 64;

    private readonly ConcurrentDictionary<(string Unit, int Year), (long Reached, YearBook Book)> _read = new();

    private static readonly string[] Times = ["yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK"];

    /// <summary>Picks a year's events in the database, as <see cref="YearBookEvents.YearOf"/> does in memory: most others stay there.</summary>
    private const string OfTheYear = "left(coalesce(d.data ->> 'occurredOn', d.data -> 'activity' ->> 'occurredOn', d.data ->> 'year'), 4) = ?";

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
        var book = await session.LoadAsync<YearBook>(YearBook.IdOf(year), ct) ?? YearBook.Empty(year) with { Rules = (await RuleBook.LoadAsync(session, ct)).Of(year) };
        if (_read.Count >= MostBooks)
            _read.Clear();
        _read[(unit, year)] = (reached, book);
        return book;
    }

    /// <summary>The last checkpoint before the moment, and the few events from there to it.</summary>
    private static async Task<YearBook> EarlierAsync(IQuerySession session, int year, long sequence, CancellationToken ct)
    {
        var id = YearBook.IdOf(year);
        var checkpoint = await session.Query<YearBookCheckpoint>()
            .Where(c => c.Year == id && c.Sequence <= sequence)
            .OrderByDescending(c => c.Sequence)
            .FirstOrDefaultAsync(ct);
        var book = checkpoint?.Book ?? YearBook.Empty(year) with { Rules = (await RuleBook.LoadAsync(session, ct)).Of(year) };
        var from = book.Sequence;
        var own = await session.Events.QueryAllRawEvents()
            .Where(e => e.Sequence > from && e.Sequence <= sequence && e.MatchesSql(OfTheYear, id))
            .ToListAsync(ct);
        var joint = await session.Events.QueryAllRawEvents()
            .Where(e => e.AnyTenant() && e.Sequence > from && e.Sequence <= sequence && e.MatchesSql(JointEvents.Naming, JointEvents.Unit(session.TenantId)) && e.MatchesSql(OfTheYear, id))
            .ToListAsync(ct);
        return own.Concat(joint).DistinctBy(e => e.Sequence).OrderBy(e => e.Sequence)
            .Where(e => YearBookEvents.YearOf(e.Data) == year)
            .Aggregate(book, (b, e) => b.Apply(session.TenantId, e));
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
        await using var command = database.CreateCommand(
            $"""
            select seq_id from (
                (select seq_id, timestamp from ledger.mt_events where tenant_id = $1 and timestamp > $2 and type <> 'unit_registered' order by timestamp, seq_id limit 1)
                union all
                (select seq_id, timestamp from ledger.mt_events d where {JointEvents.Naming.Replace("?", "$3", StringComparison.Ordinal)} and timestamp > $2 order by timestamp, seq_id limit 1)) later
            order by timestamp, seq_id
            limit 1
            """);
        command.Parameters.Add(new() { Value = unit });
        command.Parameters.Add(new() { Value = time.ToUniversalTime() });
        command.Parameters.Add(new() { Value = JointEvents.Unit(unit) });
        return await command.ExecuteScalarAsync(ct) is long later ? later - 1 : long.MaxValue;
    }
}
