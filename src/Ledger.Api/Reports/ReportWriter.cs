using Ledger.Api.Figures;
using Ledger.Domain;
using Ledger.Domain.Figures;
using Ledger.Domain.Reports;
using Ledger.Domain.Units;
using Marten;

namespace Ledger.Api.Reports;

/// <summary>A unit's reports of a year: drafts over today's figures, or an edition as it was frozen.</summary>
public sealed class ReportWriter(IDocumentStore store, YearBookReader books, TimeProvider clock)
{
    public static void LoadTemplate() => _ = Templates.All[0].With(null);

    /// <param name="unit">The unit.</param>
    /// <param name="year">The year.</param>
    /// <param name="ct">Cancels the reading.</param>
    /// <param name="trial">A block of prose to try out in place of what is written.</param>
    /// <param name="template">Which report; the yearly one if null.</param>
    public async Task<ReportModel> DraftAsync(Unit unit, int year, CancellationToken ct, (string Key, string Text)? trial = null, TemplateFile? template = null)
    {
        ArgumentNullException.ThrowIfNull(unit);
        var file = template ?? Templates.All[0];
        var book = (await books.ReadAsync(unit.Id, year, null, ct))!;
        await using var session = store.QuerySession(unit.Id);
        var report = await StateAsync(session, unit.Id, year, ct);
        return file.With(file.Code == Templates.Yearly ? OrderOf(report) : null).Render(new ReportInput
        {
            Unit = unit,
            Year = year,
            Book = book,
            LastYear = await LastYearAsync(session, unit.Id, year - 1, ct),
            Prose = trial is var (key, text) ? report.Prose.SetItem(key, text) : report.Prose,
            IssuedOn = ChinaCalendar.Today(clock),
            Addressed = file.Addressed,
            WithEveryFigure = file.WithEveryFigure,
        });
    }

    /// <summary>The prose, the order and the editions of a unit's year.</summary>
    public async Task<Report> StateAsync(string unit, int year, CancellationToken ct)
    {
        await using var session = store.QuerySession(unit);
        return await StateAsync(session, unit, year, ct);
    }

    /// <summary>Whether any of the year's reports has this block.</summary>
    public async Task<bool> HasProseAsync(Unit unit, int year, string key, CancellationToken ct)
    {
        foreach (var template in Templates.All)
        {
            if ((await DraftAsync(unit, year, ct, template: template)).Prose.Any(p => p.Key == key))
                return true;
        }

        return false;
    }

    /// <summary>An edition by its number, or the newest; null if there is none.</summary>
    public async Task<Edition?> EditionAsync(string unit, int year, int? number, CancellationToken ct)
    {
        await using var session = store.QuerySession(unit);
        if (number is { } n)
            return await session.LoadAsync<Edition>(Edition.IdOf(year, n), ct);
        return await session.Query<Edition>().Where(e => e.Year == year).OrderByDescending(e => e.Number).FirstOrDefaultAsync(ct);
    }

    /// <summary>The same as it is printed: with signer and document number, which it gets after it was frozen.</summary>
    public async Task<ReportModel?> PrintedAsync(string unit, int year, int? number, CancellationToken ct) =>
        await EditionAsync(unit, year, number, ct) is { } edition ? (await StateAsync(unit, year, ct)).LifeOf(edition.Number).Printed(edition.Model) : null;

    /// <summary>The entries behind a report's figures; null when they are too many to print.</summary>
    public async Task<IReadOnlyList<IndexedEntry>?> EntriesAsync(ReportModel report, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(report);
        await using var session = store.QuerySession(report.Unit.Id);
        return await EntryIndex.ReadAsync(session, report.Year, report.Sequence, ct);
    }

    /// <summary>The figures of the year before, by code, as they were frozen; null if they never were.</summary>
    public async Task<IReadOnlyDictionary<string, Figure>?> LastYearAsync(string unit, int year, CancellationToken ct)
    {
        await using var session = store.QuerySession(unit);
        return await LastYearAsync(session, unit, year - 1, ct);
    }

    /// <summary>
    /// Last year's figures are what its newest edition says, never what is counted today: neither a late entry nor a
    /// changed rule makes them other than they were reported (counting rule 9).
    /// </summary>
    private static async Task<IReadOnlyDictionary<string, Figure>?> LastYearAsync(IQuerySession session, string unit, int year, CancellationToken ct)
    {
        var report = await StateAsync(session, unit, year, ct);
        return report.Editions > 0 && await session.LoadAsync<Edition>(Edition.IdOf(year, report.Editions), ct) is { } frozen
            ? frozen.Model.Figures.ToDictionary(f => f.Figure.Code, f => f.Figure)
            : null;
    }

    private static IReadOnlyList<OrderedSection>? OrderOf(Report report) =>
        report.Order is { } chosen ? chosen.Sections ?? Templates.Orders.FirstOrDefault(o => o.Code == chosen.Order)?.Sections : null;

    private static async Task<Report> StateAsync(IQuerySession session, string unit, int year, CancellationToken ct) =>
        await session.Events.AggregateStreamAsync<Report>(Report.StreamOf(unit, year), token: ct) ?? new Report();
}
