using Ledger.Api.Access;
using Ledger.Api.Entries;
using Ledger.Api.Setup;
using Ledger.Domain;
using Ledger.Domain.Rules;
using Marten;
using Microsoft.AspNetCore.Mvc;
using Wolverine.Http;

namespace Ledger.Api.Rules;

/// <summary>What a second person says to a proposed rule.</summary>
public sealed record DecideRule(string? Reason);

/// <summary>Approve or reject a proposed counting rule; whoever proposed it does neither.</summary>
public static class DecideRuleEndpoint
{
    [WolverinePost("/api/counting-rules/{id}/approve")]
    public static Task<IResult> Approve(Guid id, DecideRule decide, HttpContext http, IDocumentStore store, TimeProvider clock, CancellationToken ct) =>
        DecideAsync(id, http, store, clock, approve: true, _ => new RuleApproved(Caller.Of(http).Id), ct);

    [WolverinePost("/api/counting-rules/{id}/reject")]
    public static Task<IResult> Reject(Guid id, DecideRule decide, HttpContext http, IDocumentStore store, TimeProvider clock, CancellationToken ct) =>
        PlainText.Is(decide?.Reason, 2, 500)
            ? DecideAsync(id, http, store, clock, approve: false, _ => new RuleRejected(Caller.Of(http).Id, decide!.Reason!), ct)
            : Task.FromResult(Results.Problem(http.Invalid([new("reason", "请写明理由（2 至 500 字）", "A reason of 2 to 500 characters is required")])));

    private static async Task<IResult> DecideAsync(Guid id, HttpContext http, IDocumentStore store, TimeProvider clock, bool approve, Func<RuleChange, object> decision, CancellationToken ct)
    {
        if (RuleChanges.NotForAll(http) is { } closed)
            return Results.Problem(closed);
        await using var session = RuleChanges.Open(store, http);
        // One after the other: two approvals change one book.
        await session.HoldAsync(RuleBook.Only, ct);
        var stream = await session.ForTenant(RuleChange.Tenant).Events.FindForWritingAsync<RuleChange>(id, ct);
        if (stream?.Aggregate is not { Proposed: { } proposed } change)
            return Results.Problem(http.Refuse(404, "unknown-rule", $"没有编号为 {id} 的口径变更", $"There is no rule change {id}"));
        var book = await RuleBook.LoadAsync(session, ct);
        if (Refusal(http, change, proposed, book, approve, ChinaCalendar.Today(clock).Year) is { } refusal)
            return Results.Problem(refusal);
        var decided = decision(change);
        stream.AppendOne(decided);
        if (approve)
            session.Store(book with { Changes = book.Changes.Add(new RuleFrom(proposed.Figure, proposed.FromYear, proposed.Rule)) });
        await session.SaveChangesAsync(ct);
        return Results.Ok(RuleChangeView.Of(decided is RuleRejected rejected
            ? change with { Standing = RuleStanding.Rejected, DecidedBy = rejected.RejectedBy, Why = rejected.Reason }
            : change with { Standing = RuleStanding.Approved, DecidedBy = Caller.Of(http).Id }));
    }

    private static ProblemDetails? Refusal(HttpContext http, RuleChange change, RuleProposed proposed, RuleBook book, bool approve, int thisYear) =>
        change.Standing != RuleStanding.Proposed ? http.Refuse(409, "rule-decided", "这项变更已有结论", "This change was decided already")
        : proposed.ProposedBy == Caller.Of(http).Id ? http.Refuse(403, "same-person", "提出人不能批准或否决自己的变更，须由另一人办理", "Whoever proposed it does not decide it: another person does")
        : !approve ? null
        : proposed.FromYear <= thisYear ? http.Refuse(409, "year-begun", $"{proposed.FromYear} 年已经开始，请重新提出", $"The year {proposed.FromYear} has begun; propose it anew")
        : book.Changes.Exists(c => c.Figure == proposed.Figure && c.FromYear >= proposed.FromYear) ? http.Refuse(409, "rule-there", "该指标已有从这一年或更晚起用的新口径", "The figure has a changed rule from that year or a later one already")
        : null;
}
