using Ledger.Api.Entries;
using Ledger.Domain;
using Ledger.Domain.Entries;
using Ledger.Domain.Figures;
using Ledger.Domain.Kinds;
using Ledger.Domain.Units;
using Npgsql;

namespace Ledger.Api.Counties;

/// <summary>Where a unit's yearly report stands against the two dates of the law: before 1 March sent up, before 1 April published.</summary>
public enum ReportStanding
{
    [Label("年度未终了", "Year not over")] NotDue,
    [Label("待定稿", "To be filed")] Due,
    [Label("按期定稿", "Filed in time")] InTime,
    [Label("逾期定稿", "Filed late")] Late,
    [Label("逾3月1日未定稿", "Not filed by 1 March")] Overdue,
    [Label("逾4月1日未定稿", "Not filed by 1 April")] LongOverdue,
}

/// <summary>How far a unit's year is covered: what is logged, what is confirmed to be nothing, what nobody said anything about.</summary>
public sealed record UnitCoverage(
    string Unit, string Name, UnitKind? Kind, int Entries, DateOnly? LastDay, DateOnly? LastLogged, int Counted, int NilConfirmed, int NeverEntered,
    int Editions, DateOnly? FiledOn, ReportStanding Standing);

/// <summary>Reads the coverage of a county's year: the units in the order of its organs, never by how much they did.</summary>
public static class Coverage
{
    private const string Sql = $"""
        select u.code,
            (select coalesce(sum(c.entries), 0)::int from {EntryCounts.Table} c where c.tenant_id = u.code and c.occurred_on between $2 and $3 and c.status <> all ($4)),
            (select max(c.occurred_on) from {EntryCounts.Table} c where c.tenant_id = u.code and c.occurred_on between $2 and $3 and c.status <> all ($4) and c.entries > 0),
            (select max(e.timestamp) from ledger.mt_events e where e.tenant_id = u.code),
            (select count(*)::int from ledger.mt_events e where e.tenant_id = u.code and e.type = 'year_frozen' and (e.data ->> 'year')::int = $5),
            (select min(e.timestamp) from ledger.mt_events e where e.tenant_id = u.code and e.type = 'year_frozen' and (e.data ->> 'year')::int = $5)
        from unnest($1) as u(code)
        """;

    public static async Task<IReadOnlyList<UnitCoverage>> ReadAsync(NpgsqlDataSource database, IReadOnlyList<Unit> units, CountyBook book, int year, DateOnly today, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(database);
        ArgumentNullException.ThrowIfNull(book);
        await using var command = database.CreateCommand(Sql);
        command.Parameters.Add(new() { Value = units.Select(u => u.Id).ToArray() });
        command.Parameters.Add(new() { Value = new DateOnly(year, 1, 1) });
        command.Parameters.Add(new() { Value = new DateOnly(year, 12, 31) });
        command.Parameters.Add(new() { Value = StandingCards.Gone.ToArray() });
        command.Parameters.Add(new() { Value = year });
        var rows = new Dictionary<string, UnitCoverage>();
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
        {
            var unit = units.First(u => u.Id == reader.GetString(0));
            var figures = Figure.ReadAll(book.Units[unit.Id], unit.Enforcement);
            var filed = Day(reader, 5);
            rows[unit.Id] = new UnitCoverage(
                unit.Id, unit.Name, unit.Kind, reader.GetInt32(1), reader.IsDBNull(2) ? null : reader.GetFieldValue<DateOnly>(2), Day(reader, 3),
                figures.Count(f => f.State is FigureState.Counted or FigureState.Zero), figures.Count(f => f.State == FigureState.NilConfirmed), figures.Count(f => f.State == FigureState.NeverEntered),
                reader.GetInt32(4), filed, StandingOf(year, filed, today));
        }

        return [.. units.Select(u => rows[u.Id])];
    }

    /// <summary>督察工作规定 Art. 24: to the party committee and government before 1 March, to the public before 1 April of the next year.</summary>
    public static ReportStanding StandingOf(int year, DateOnly? filed, DateOnly today)
    {
        var (march, april) = (new DateOnly(year + 1, 3, 1), new DateOnly(year + 1, 4, 1));
        return filed is { } day ? day < march ? ReportStanding.InTime : ReportStanding.Late
            : today.Year <= year ? ReportStanding.NotDue
            : today < march ? ReportStanding.Due
            : today < april ? ReportStanding.Overdue
            : ReportStanding.LongOverdue;
    }

    private static DateOnly? Day(NpgsqlDataReader reader, int column) =>
        reader.IsDBNull(column) ? null : ChinaCalendar.DayOf(reader.GetFieldValue<DateTimeOffset>(column));
}
