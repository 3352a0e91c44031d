using Ledger.Api.Reports;
using Ledger.Api.Setup;
using Ledger.Api.Units;
using Ledger.Domain.Reports;
using Ledger.Domain.SelfInspections;
using Marten;
using Wolverine.Http;

namespace Ledger.Api.SelfInspections;

/// <summary>Draw a sample of the newest edition's entries (自查抽样).</summary>
public sealed record DrawSample(int? Size);

/// <summary>
/// The sample follows from the frozen figures, the year and the running number: nobody picks an entry, and whoever draws
/// again leaves the earlier sample on record.
/// </summary>
public static class DrawSampleEndpoint
{
    public const int UsualSize = 20;

    [WolverinePost("/api/units/{unit}/inspections/{year}")]
    public static async Task<IResult> Post(
        string unit, int year, DrawSample draw, HttpContext http, IDocumentSession session, [NotBody] KnownUnits units, [NotBody] ReportWriter reports, [NotBody] InspectionReader inspections, CancellationToken ct)
    {
        if (await units.FindAsync(unit, ct) is null)
            return Results.Problem(http.UnknownUnit(unit));
        if (draw?.Size is < 1 or > 200)
            return Results.Problem(http.Invalid([new("size", "抽样条数应在 1 到 200 之间", "A sample has 1 to 200 entries")]));
        if (year is < 2000 or > 2100 || await reports.EditionAsync(unit, year, null, ct) is not { } edition)
            return Results.Problem(http.Refuse(409, "no-edition", $"{year} 年还没有定稿，抽样以定稿为准", $"There is no edition of {year} to draw from"));
        await session.HoldAsync($"self-inspection/{unit}/{year}", ct);
        if (await EntryIndex.ReadAsync(session, year, edition.Model.Sequence, ct) is not { } population)
            return Results.Problem(http.Refuse(422, "too-many-entries", $"登记超过 {EntryIndex.LargestInPrint} 条", $"More than {EntryIndex.LargestInPrint} entries"));
        if (population.Count == 0)
            return Results.Problem(http.Refuse(409, "nothing-to-draw", "定稿背后没有登记，无可抽取", "No entry stands behind the edition"));
        var number = (await inspections.AllAsync(unit, year, ct)).Count + 1;
        var seed = SelfInspection.SeedOf(edition.FiguresSha256, year, number);
        var drawn = new SampleDrawn(
            year, number, edition.Number, edition.FiguresSha256, seed, population.Count, SelfInspection.Draw(seed, population.Select(e => e.Entry.Id), draw?.Size ?? UsualSize));
        session.Events.StartStream<SelfInspection>(SelfInspection.StreamOf(unit, year, number), drawn);
        await session.SaveChangesAsync(ct);
        return Results.Created($"/api/units/{unit}/inspections/{year}/{number}", drawn);
    }
}
