using Ledger.Api.Calendars;
using Ledger.Domain.Calendars;
using Ledger.Domain.Entries;
using Ledger.Domain.Figures;
using Ledger.Domain.Reports;
using Ledger.Domain.Units;
using Marten;
using Marten.Linq.MatchesSql;
using Npgsql;

namespace Ledger.Api.Counties;

/// <summary>What the reports of many units have come to, in two questions to the database however many units there are.</summary>
internal static class CourseFacts
{
    /// <summary>Of a report's stream what happened to its editions; what people wrote stays in the database.</summary>
    private const string OfEditions = "d.type like 'edition\\_%'";

    public static async Task<IReadOnlyDictionary<string, ReportCourse>> ReadAsync(
        IDocumentStore store, NpgsqlDataSource database, LegalCalendar calendar, IReadOnlyList<Unit> units, CountyBook book, int year, DateOnly today, CancellationToken ct)
    {
        var reports = await ReportsAsync(store, units, year, ct);
        var entries = await EntriesAsync(database, ReportDays.Kinds(calendar), units, year, ct);
        return units.ToDictionary(u => u.Id, unit =>
        {
            var report = reports.GetValueOrDefault(Report.StreamOf(unit.Id, year)) ?? new Report();
            var years = new Dictionary<int, YearFacts> { [year] = new(book.Units[unit.Id], EditionFact.Of(report)) };
            var facts = new UnitFacts(unit.Enforcement, [.. entries[unit.Id]], years, []);
            return ReportCourse.Of(report, ReportDays.Of(calendar, facts, year, today), year, today);
        });
    }

    private static async Task<Dictionary<Guid, Report>> ReportsAsync(IDocumentStore store, IReadOnlyList<Unit> units, int year, CancellationToken ct)
    {
        Guid[] streams = [.. units.Select(u => Report.StreamOf(u.Id, year))];
        await using var session = store.QuerySession();
        var events = await session.Events.QueryAllRawEvents()
            .Where(e => e.AnyTenant() && e.StreamId.IsOneOf(streams) && e.MatchesSql(OfEditions))
            .OrderBy(e => e.Sequence).ToListAsync(ct);
        return events.GroupBy(e => e.StreamId).ToDictionary(g => g.Key, g => g.Aggregate(new Report(), (report, e) => report.Evolve(e)));
    }

    /// <summary>Entries that may stand for a step, of the year after: that is when a report goes its way.</summary>
    private static async Task<ILookup<string, EntryFact>> EntriesAsync(NpgsqlDataSource database, IReadOnlyList<string> kinds, IReadOnlyList<Unit> units, int year, CancellationToken ct)
    {
        await using var command = database.CreateCommand($"""
            select {CalendarFacts.Columns}, d.tenant_id from ledger.mt_doc_entrycard d
            where tenant_id = any ($1) and kind = any ($2) and occurred_on between $3 and $4 and status <> all ($5)
            """);
        command.Parameters.Add(new() { Value = units.Select(u => u.Id).ToArray() });
        command.Parameters.Add(new() { Value = kinds.ToArray() });
        command.Parameters.Add(new() { Value = new DateOnly(year + 1, 1, 1) });
        command.Parameters.Add(new() { Value = new DateOnly(year + 1, 12, 31) });
        command.Parameters.Add(new() { Value = StandingCards.Gone.ToArray() });
        var found = new List<(string Unit, EntryFact Entry)>();
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
            found.Add((reader.GetString(5), CalendarFacts.Entry(reader)));
        return found.ToLookup(f => f.Unit, f => f.Entry);
    }
}
