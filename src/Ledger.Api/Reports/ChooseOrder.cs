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
public sealed record ChooseOrder(string? Order, IReadOnlyList<OrderedSection>? Sections);

/// <param name="Order">The order in force.</param>
/// <param name="Sections">Its sections.</param>
/// <param name="Orders">Those to choose from.</param>
/// <param name="Parts">The parts an order of one's own has to place: key and heading.</param>
public sealed record OrderView(string Order, IReadOnlyList<OrderedSection> Sections, IReadOnlyList<SectionOrder> Orders, IReadOnlyDictionary<string, string> Parts)
{
    public static OrderView Of(SectionOrderChosen? chosen)
    {
        var order = Templates.Orders.FirstOrDefault(o => o.Code == chosen?.Order) ?? Templates.Orders[0];
        return new(order.Code, chosen?.Sections ?? order.Sections, Templates.Orders, Templates.All[0].Sections
            .SelectMany(s => s.Parts.Select(p => (p.Key, Heading: p.Heading.Length > 0 ? p.Heading : s.Heading))).ToDictionary(p => p.Key, p => p.Heading));
    }
}

public static class ChooseOrderEndpoint
{
    [WolverineGet("/api/units/{unit}/reports/{year}/order")]
    public static async Task<IResult> Get(string unit, int year, HttpContext http, KnownUnits units, ReportWriter reports, CancellationToken ct) =>
        await units.FindAsync(unit, ct) is null
            ? Results.Problem(http.UnknownUnit(unit))
            : Results.Ok(OrderView.Of((await reports.StateAsync(unit, year, ct)).Order));

    [WolverinePut("/api/units/{unit}/reports/{year}/order")]
    public static async Task<IResult> Put(string unit, int year, ChooseOrder choice, HttpContext http, IDocumentSession session, KnownUnits units, CancellationToken ct)
    {
        if (await units.FindAsync(unit, ct) is null)
            return Results.Problem(http.UnknownUnit(unit));
        var problems = Check(year, choice).ToList();
        if (problems.Count > 0)
            return Results.Problem(http.Invalid(problems));
        var chosen = new SectionOrderChosen(year, choice.Order!, choice.Sections);
        await ReportLog.AppendAsync(session, unit, year, chosen, ct);
        await session.SaveChangesAsync(ct);
        return Results.Ok(OrderView.Of(chosen));
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
