using Ledger.Api.Access;
using Ledger.Api.Entries;
using Ledger.Api.Setup;
using Ledger.Domain;
using Ledger.Domain.Kinds;
using Ledger.Domain.Rules;
using Marten;
using Wolverine.Http;

namespace Ledger.Api.Rules;

/// <summary>A changed counting rule.</summary>
/// <param name="Figure">Code of the figure.</param>
/// <param name="FromYear">The year from whose first day it counts; one that has not begun.</param>
/// <param name="Participants">Participation counts in the main value too.</param>
/// <param name="Only">The codes of the figure's split that count; all of them where none is named.</param>
/// <param name="Reason">Why.</param>
public sealed record ProposeRule(string? Figure, int FromYear, bool Participants, IReadOnlyList<string>? Only, string? Reason);

/// <summary>A change as the API shows it.</summary>
public sealed record RuleChangeView(Guid Id, string Figure, string Name, int FromYear, int Version, string Text, string Reason, RuleStanding Standing, string ProposedBy, string? DecidedBy, string? Why)
{
    public static RuleChangeView Of(RuleChange change)
    {
        ArgumentNullException.ThrowIfNull(change);
        var (proposed, figure) = (change.Proposed, Catalogue.FindFigure(change.Proposed.Figure)!);
        return new(change.Id, figure.Code, figure.Name, proposed.FromYear, proposed.Rule.Version, Domain.Figures.RuleText.Of(figure with { Rule = proposed.Rule }).Text,
            proposed.Reason, change.Standing, proposed.ProposedBy, change.DecidedBy, change.Why);
    }
}

/// <summary>One person proposes a changed counting rule; it counts nothing until another approves it.</summary>
public static class ProposeRuleEndpoint
{
    [WolverinePost("/api/counting-rules")]
    public static async Task<IResult> Post(ProposeRule propose, HttpContext http, IDocumentStore store, TimeProvider clock, CancellationToken ct)
    {
        if (RuleChanges.NotForAll(http) is { } refusal)
            return Results.Problem(refusal);
        var problems = Check(propose, ChinaCalendar.Today(clock).Year).ToList();
        if (problems.Count > 0)
            return Results.Problem(http.Invalid(problems));
        var figure = Catalogue.FindFigure(propose.Figure!)!;
        await using var session = RuleChanges.Open(store, http);
        var before = (await RuleBook.LoadAsync(session, ct)).RuleOf(figure, propose.FromYear);
        var rule = figure.Rule with { Version = before.Version + 1, Participants = propose.Participants };
        if (propose.Only is { Count: > 0 } only)
            rule = rule with { WhenField = figure.Rule.By, WhenCodes = only };
        var id = Guid.CreateVersion7();
        var proposed = new RuleProposed(figure.Code, propose.FromYear, rule, propose.Reason!, Caller.Of(http).Id);
        session.ForTenant(RuleChange.Tenant).Events.StartStream<RuleChange>(id, proposed);
        await session.SaveChangesAsync(ct);
        return Results.Created($"/api/counting-rules/{id}", RuleChangeView.Of(new RuleChange { Id = id, Proposed = proposed }));
    }

    private static IEnumerable<Problem> Check(ProposeRule? propose, int thisYear)
    {
        if (propose?.Figure is null || Catalogue.FindFigure(propose.Figure) is not { } figure)
            yield return new("figure", $"没有代码为“{propose?.Figure}”的指标", $"There is no figure with the code '{propose?.Figure}'");
        else
            foreach (var problem in RuleBook.Check(figure, propose.Participants, propose.Only ?? []))
                yield return problem;
        if (propose is null || propose.FromYear <= thisYear || propose.FromYear > 2100)
            yield return new("fromYear", "新口径只能从尚未开始的年度起用", "A changed rule counts from a year that has not begun");
        if (!PlainText.Is(propose?.Reason, 2, 500))
            yield return new("reason", "请写明理由（2 至 500 字）", "A reason of 2 to 500 characters is required");
    }
}
