using Ledger.Api.Entries;
using Ledger.Domain;
using Ledger.Domain.Calendars;
using Ledger.Domain.Entries;
using Ledger.Domain.Figures;
using Ledger.Domain.Units;
using Marten;
using Npgsql;

namespace Ledger.Api.Counties;

/// <summary>How far a unit's year is covered: what is logged, what is confirmed to be nothing, what nobody said anything about, and where its report stands.</summary>
public sealed record UnitCoverage(
    string Unit, string Name, UnitKind? Kind, int Entries, DateOnly? LastDay, DateOnly? LastLogged, int Counted, int NilConfirmed, int NeverEntered, ReportCourse Report);

/// <summary>Reads the coverage of a county's year: the units in the order of its organs, never by how much they did.</summary>
public sealed class Coverage(IDocumentStore store, NpgsqlDataSource database, LegalCalendar calendar, TimeProvider clock)
{
    private const string Sql = $"""
        select u.code,
            (select coalesce(sum(c.entries), 0)::int from {EntryCounts.Table} c where c.tenant_id = u.code and c.occurred_on between $2 and $3 and c.status <> all ($4)),
            (select max(c.occurred_on) from {EntryCounts.Table} c where c.tenant_id = u.code and c.occurred_on between $2 and $3 and c.status <> all ($4) and c.entries > 0),
            (select max(e.timestamp) from ledger.mt_events e where e.tenant_id = u.code)
        from unnest($1) as u(code)
        """;

    public async Task<IReadOnlyList<UnitCoverage>> ReadAsync(IReadOnlyList<Unit> units, CountyBook book, int year, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(units);
        ArgumentNullException.ThrowIfNull(book);
        var today = ChinaCalendar.Today(clock);
        var courses = await CourseFacts.ReadAsync(store, database, calendar, units, book, year, today, ct);
        await using var command = database.CreateCommand(Sql);
        command.Parameters.Add(new() { Value = units.Select(u => u.Id).ToArray() });
        command.Parameters.Add(new() { Value = new DateOnly(year, 1, 1) });
        command.Parameters.Add(new() { Value = new DateOnly(year, 12, 31) });
        command.Parameters.Add(new() { Value = StandingCards.Gone.ToArray() });
        var rows = new Dictionary<string, UnitCoverage>();
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
        {
            var unit = units.First(u => u.Id == reader.GetString(0));
            var figures = Figure.ReadAll(book.Units[unit.Id], unit.Enforcement);
            rows[unit.Id] = new UnitCoverage(
                unit.Id, unit.Name, unit.Kind, reader.GetInt32(1), reader.IsDBNull(2) ? null : reader.GetFieldValue<DateOnly>(2),
                reader.IsDBNull(3) ? null : ChinaCalendar.DayOf(reader.GetFieldValue<DateTimeOffset>(3)),
                figures.Count(f => f.State is FigureState.Counted or FigureState.Zero), figures.Count(f => f.State == FigureState.NilConfirmed), figures.Count(f => f.State == FigureState.NeverEntered),
                courses[unit.Id]);
        }

        return [.. units.Select(u => rows[u.Id])];
    }
}
