using System.Globalization;
using Ledger.Api.Figures;
using Ledger.Domain;
using Ledger.Domain.Figures;
using Ledger.Domain.Reports;
using Ledger.Domain.Units;
using Marten;

namespace Ledger.Api.Reports;

/// <summary>A unit's report of a year: the draft over today's figures, or an edition as it was frozen.</summary>
public sealed class ReportWriter(IDocumentStore store, YearBookReader books, TimeProvider clock)
{
    private static readonly string TemplateFile = Path.Combine(AppContext.BaseDirectory, "seeds", "templates", "annual-report.md");
    private static readonly Lazy<ReportTemplate> Template = new(() => ReportTemplate.Parse(File.ReadAllText(TemplateFile)));

    public static void LoadTemplate() => _ = Template.Value;

    /// <param name="unit">The unit.</param>
    /// <param name="year">The year.</param>
    /// <param name="ct">Cancels the reading.</param>
    /// <param name="trial">A block of prose to try out in place of what is written.</param>
    public async Task<ReportModel> DraftAsync(Unit unit, int year, CancellationToken ct, (string Key, string Text)? trial = null)
    {
        ArgumentNullException.ThrowIfNull(unit);
        var book = (await books.ReadAsync(unit.Id, year, null, ct))!;
        await using var session = store.QuerySession(unit.Id);
        var report = await session.Events.AggregateStreamAsync<Report>(Report.StreamOf(unit.Id, year), token: ct) ?? new Report();
        return Template.Value.Render(unit, year, book, await LastYearAsync(session, unit.Id, year - 1, ct), trial is var (key, text) ? report.Prose.SetItem(key, text) : report.Prose, ChinaCalendar.Today(clock));
    }

    /// <summary>An edition by its number, or the newest; null if there is none.</summary>
    public async Task<Edition?> EditionAsync(string unit, int year, int? number, CancellationToken ct)
    {
        await using var session = store.QuerySession(unit);
        if (number is { } n)
            return await session.LoadAsync<Edition>(Edition.IdOf(year, n), ct);
        return await session.Query<Edition>().Where(e => e.Year == year).OrderByDescending(e => e.Number).FirstOrDefaultAsync(ct);
    }

    /// <summary>The entries behind a report's figures; null when they are too many to print.</summary>
    public async Task<IReadOnlyList<IndexedEntry>?> EntriesAsync(ReportModel report, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(report);
        await using var session = store.QuerySession(report.Unit.Id);
        return await EntryIndex.ReadAsync(session, report.Year, report.Sequence, ct);
    }

    /// <summary>The figures of the year before as they were frozen; null if they never were.</summary>
    public async Task<YearBook?> LastYearAsync(string unit, int year, CancellationToken ct)
    {
        await using var session = store.QuerySession(unit);
        return await LastYearAsync(session, unit, year - 1, ct);
    }

    /// <summary>Last year's figures come from its frozen edition, never from today's projection (counting rule 9).</summary>
    private async Task<YearBook?> LastYearAsync(IQuerySession session, string unit, int year, CancellationToken ct)
    {
        var report = await session.Events.AggregateStreamAsync<Report>(Report.StreamOf(unit, year), token: ct);
        if (report is not { Editions: > 0 and var newest } || await session.LoadAsync<Edition>(Edition.IdOf(year, newest), ct) is not { } frozen)
            return null;
        return await books.ReadAsync(unit, year, frozen.Model.Sequence.ToString(CultureInfo.InvariantCulture), ct);
    }
}
