using Ledger.Api.Counties;
using Ledger.Api.Figures;
using Ledger.Api.Reports;
using Ledger.Api.Setup;
using Ledger.Api.Units;
using Ledger.Api.Years;
using Ledger.Domain.Entries;
using Ledger.Domain.Reports;
using Ledger.Domain.Units;
using Ledger.Domain.Years;
using Marten;
using Npgsql;

namespace Ledger.Api.Commands;

/// <summary>
/// <c>seed county</c>: plants the invented county of <see cref="CountyYears"/> with its zero returns and the editions that
/// most units filed, some of them late. What is there already is left alone, so that one that was cut off goes on.
/// </summary>
public static class CountySample
{
    private const string By = "填报员（虚构）";
    private const string Head = "主要负责人（虚构）";

    public static async Task<int> PlantAsync(IDocumentStore store, NpgsqlDataSource database, TextWriter output, CancellationToken ct)
    {
        await RegisterAsync(store, ct);
        using var daemon = !await Projections.AreServedAsync(database, ct) && await Projections.AreBehindAsync(database, ct) ? await store.BuildProjectionDaemonAsync() : null;
        if (daemon is not null)
            await daemon.StartAllAsync();
        var (events, editions) = (0, 0);
        var months = CountyYears.Steps().ToLookup(s => (s.At.Year, s.At.Month));
        // The last year is reported as well, in months in which nothing else was recorded.
        foreach ((int Year, int Month) month in months.Select(m => m.Key).Concat([(CountyYears.Last + 1, 2), (CountyYears.Last + 1, 3)]).Distinct().Order())
        {
            if (months.Contains(month))
                events += await PlantAsync(store, [.. months[month]], ct);
            if (month.Month is 2 or 3)
                editions += await FileAsync(store, database, month.Year, late: month.Month == 3, ct);
        }

        if (daemon is not null)
            await daemon.StopAllAsync();
        await output.WriteLineAsync(events + editions == 0
            ? $"{CountyYears.County}: 已有 | already there"
            : $"{CountyYears.County}: {CountyYears.Units.Count} 个单位 | units, {events} 个事件 | events, {editions} 版定稿 | editions");
        return 0;
    }

    private static async Task RegisterAsync(IDocumentStore store, CancellationToken ct)
    {
        await using var session = store.LightweightSession();
        if (await session.LoadAsync<County>(CountyYears.County, ct) is not null)
            return;
        RegisterCountyEndpoint.Register(session, new RegisterCounty(CountyYears.County, CountyYears.Name, Sample: true));
        foreach (var u in CountyYears.Units)
            RegisterUnitEndpoint.Register(session, new RegisterUnit(u.Id, u.Name, u.ShortName, u.Addressees, u.Enforcement, u.Sample, u.County, u.Kind, u.Staff));
        await session.SaveChangesAsync(ct);
    }

    /// <summary>A month in one commit, if it is not there yet.</summary>
    private static async Task<int> PlantAsync(IDocumentStore store, IReadOnlyList<CountyStep> steps, CancellationToken ct)
    {
        var first = steps[0];
        await using (var look = store.QuerySession(first.Unit))
        {
            // Whatever follows an activity follows it alone.
            if (await look.Events.FetchStreamStateAsync(first.Id, ct) is { } there && (first.Begins || there.Version > 1))
                return 0;
        }

        await using var session = store.LightweightSession();
        session.LastModifiedBy = By;
        var events = 0;
        foreach (var step in steps)
        {
            var unit = session.ForTenant(step.Unit);
            object[] stored = [.. step.Events.Select(e => At(session, e, step.At))];
            if (step.Begins)
                unit.Events.StartStream<Entry>(step.Id, stored);
            else
                unit.Events.Append(step.Id, stored);
            events += stored.Length;
        }

        await session.SaveChangesAsync(ct);
        return events;
    }

    /// <summary>In February nine units file the year before; in March one more, too late, and most publish; the two others never do.</summary>
    private static async Task<int> FileAsync(IDocumentStore store, NpgsqlDataSource database, int year, bool late, CancellationToken ct)
    {
        var filed = new DateTimeOffset(year, late ? 3 : 2, late ? 12 : 24, 10, 0, 0, TimeSpan.FromHours(8));
        var of = year - 1;
        if (of is < CountyYears.First or > CountyYears.Last)
            return 0;
        var reports = new ReportWriter(store, new YearBookReader(store, Access.UnitDatabase.OfOwner(database), new Freshness(database, TimeProvider.System, new AppendBell())), TimeProvider.System);
        var filedNow = 0;
        foreach (var unit in late ? [CountyEditions.Late] : CountyEditions.InTime)
        {
            await using var session = store.LightweightSession(unit.Id);
            if (await session.Events.FetchStreamStateAsync(Report.StreamOf(unit.Id, of), ct) is not null)
                continue;
            session.LastModifiedBy = Head;
            // One by one: what a year begins with must stand before something can follow it.
            foreach (var figure in (string[])["litigations", "reconsiderations"])
            {
                await YearLog.AppendAsync(session, unit.Id, of, At(session, new NilReturnConfirmed(of, figure, Head, "全年没有（虚构）"), filed.AddHours(-2)), ct);
                await session.SaveChangesAsync(ct);
            }

            // Where a service is running, it is its projections that the draft waits for.
            await AppendListener.NotifyAsync(database, ct);
            var draft = await reports.DraftAsync(unit, of, ct);
            var edition = FreezeReportEndpoint.Freeze(draft, 1, new FreezeReport(DateOnly.FromDateTime(filed.DateTime)), filed);
            var frozen = new EditionFrozen(of, 1, draft.Sequence, edition.FiguresSha256, edition.ModelSha256, draft.TemplateSha256, edition.Model.IssuedOn, null, null);
            session.Events.StartStream<Report>(
                Report.StreamOf(unit.Id, of), [At(session, frozen, filed), .. CountyEditions.Submitted(unit, of, edition.Model.IssuedOn).Select((step, i) => At(session, step, filed.AddMinutes(10 * (i + 1))))]);
            await YearLog.AppendAsync(session, unit.Id, of, At(session, new YearFrozen(of, 1, draft.Sequence, edition.FiguresSha256), filed), ct);
            session.Insert(edition);
            await session.SaveChangesAsync(ct);
            filedNow++;
        }

        if (late)
            await PublishAsync(store, of, new DateTimeOffset(year, 3, 20, 10, 0, 0, TimeSpan.FromHours(8)), ct);
        return filedNow;
    }

    private static async Task PublishAsync(IDocumentStore store, int of, DateTimeOffset at, CancellationToken ct)
    {
        foreach (var unit in CountyEditions.Published)
        {
            await using var session = store.LightweightSession(unit.Id);
            var report = await session.Events.AggregateStreamAsync<Report>(Report.StreamOf(unit.Id, of), token: ct);
            // An edition of an older sample was frozen and no more: it is left as it is.
            if (report?.LifeOf(1) is not { } life || !life.Has(EditionStage.Submitted) || life.Has(EditionStage.Published))
                continue;
            session.LastModifiedBy = Head;
            session.Events.Append(Report.StreamOf(unit.Id, of), At(session, CountyEditions.PublishedOn(of, DateOnly.FromDateTime(at.DateTime)), at));
            await session.SaveChangesAsync(ct);
        }
    }

    private static object At(IDocumentSession session, object data, DateTimeOffset at)
    {
        var e = session.Events.BuildEvent(data);
        e.Timestamp = at.ToUniversalTime();
        return e;
    }
}
