using Ledger.Api.Setup;
using Ledger.Api.Units;
using Ledger.Domain;
using Ledger.Domain.Reports;
using Marten;
using Wolverine.Http;

namespace Ledger.Api.Reports;

/// <summary>Choose the order of the yearly report's sections for a unit's year.</summary>
/// <param name="Order">Code of an order.</param>
/// <param name="Sections">The collecting office's own headings, with the parts under each; only with <c>themes</c>.</param>
/// <param name="Version">The version it was made from: what another chose meanwhile is not overwritten. Null overwrites.</param>
public sealed record ChooseOrder(string? Order, IReadOnlyList<OrderedSection>? Sections, int? Version = null);

/// <param name="Order">The order in force.</param>
/// <param name="Sections">Its sections.</param>
/// <param name="Orders">Those to choose from.</param>
/// <param name="Parts">The parts an order of one's own has to place: key and heading.</param>
/// <param name="Version">What the next choice names as the version it was made from.</param>
/// <param name="LockedBy">Who locked it; null where nobody did.</param>
public sealed record OrderView(
    string Order, IReadOnlyList<OrderedSection> Sections, IReadOnlyList<SectionOrder> Orders, IReadOnlyDictionary<string, string> Parts, int Version, string? LockedBy)
{
    public static OrderView Of(Report report)
    {
        ArgumentNullException.ThrowIfNull(report);
        var chosen = report.Order;
        var order = Templates.Orders.FirstOrDefault(o => o.Code == chosen?.Order) ?? Templates.Orders[0];
        return new(order.Code, chosen?.Sections ?? order.Sections, Templates.Orders, Templates.All[0].Sections
            .SelectMany(s => s.Parts.Select(p => (p.Key, Heading: p.Heading.Length > 0 ? p.Heading : s.Heading))).ToDictionary(p => p.Key, p => p.Heading),
            report.Versions.GetValueOrDefault(SectionOrder.Key), report.Locks.GetValueOrDefault(SectionOrder.Key)?.By);
    }

    /// <summary>An order in words, as its history tells it: its name, and the headings of one's own.</summary>
    public static string? Words(SectionOrderChosen? chosen) => chosen is null ? null
        : $"{Templates.Orders.FirstOrDefault(o => o.Code == chosen.Order)?.Name ?? chosen.Order}{(chosen.Sections is { } own ? $"：{string.Join("；", own.Select(s => s.Heading ?? Templates.All[0].Sections.FirstOrDefault(t => t.Key == s.Section)?.Heading))}" : "")}";
}

public static class ChooseOrderEndpoint
{
    [WolverineGet("/api/units/{unit}/reports/{year}/order")]
    public static async Task<IResult> Get(string unit, int year, HttpContext http, KnownUnits units, ReportWriter reports, CancellationToken ct) =>
        await units.FindAsync(unit, ct) is null
            ? Results.Problem(http.UnknownUnit(unit))
            : Results.Ok(OrderView.Of(await reports.StateAsync(unit, year, ct)));

    [WolverinePut("/api/units/{unit}/reports/{year}/order")]
    public static async Task<IResult> Put(string unit, int year, ChooseOrder choice, HttpContext http, IDocumentSession session, KnownUnits units, CancellationToken ct)
    {
        if (await units.FindAsync(unit, ct) is null)
            return Results.Problem(http.UnknownUnit(unit));
        var problems = Check(year, choice).ToList();
        if (problems.Count > 0)
            return Results.Problem(http.Invalid(problems));
        var report = await ReportLog.HoldAsync(session, unit, year, ct);
        if (http.WhyNotWritten(report.State, SectionOrder.Key, choice.Version) is { } refusal)
            return Results.Problem(refusal);
        report.Append(new SectionOrderChosen(year, choice.Order!, choice.Sections));
        return Results.Ok(OrderView.Of(await report.SaveAsync(ct)));
    }

    private static IEnumerable<Problem> Check(int year, ChooseOrder? choice)
    {
        if (year is < 2000 or > 2100)
            yield return new("year", "年度应在 2000 到 2100 之间", "The year must lie between 2000 and 2100");
        if (Templates.Orders.All(o => o.Code != choice?.Order))
            yield return new("order", $"应为 {string.Join("、", Templates.Orders.Select(o => o.Code))} 之一", $"Must be one of {string.Join(", ", Templates.Orders.Select(o => o.Code))}");
        else if (choice!.Sections is not null && choice.Order != SectionOrder.Themes)
            yield return new("sections", "只有按专题排列时才自拟标题", "Headings of one's own come with themes alone");
        else if (choice.Sections is { } sections)
        {
            foreach (var problem in SectionOrder.Check(Templates.All[0], sections))
                yield return problem;
        }
    }
}
