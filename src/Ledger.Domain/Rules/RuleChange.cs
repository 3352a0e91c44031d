using JasperFx.Events;
using Ledger.Domain.Figures;
using Ledger.Domain.Kinds;

namespace Ledger.Domain.Rules;

/// <summary>
/// A changed counting rule is proposed (口径变更): a new version beside the old one, for activities from the first day of a
/// year that has not begun.
/// </summary>
public sealed record RuleProposed(
    [property: Holds(Personal.Nothing)] string Figure,
    int FromYear,
    CountingRule Rule,
    [property: Holds(Personal.Text)] string Reason,
    [property: Holds(Personal.Name)] string ProposedBy);

/// <summary>Somebody else agreed: from its year on the rule counts.</summary>
public sealed record RuleApproved([property: Holds(Personal.Name)] string ApprovedBy);

public sealed record RuleRejected(
    [property: Holds(Personal.Name)] string RejectedBy,
    [property: Holds(Personal.Text)] string Reason);

/// <summary>Where a proposed rule stands.</summary>
public enum RuleStanding
{
    [Label("待批准", "Proposed")] Proposed,
    [Label("已批准", "Approved")] Approved,
    [Label("未批准", "Rejected")] Rejected,
}

/// <summary>One change of a counting rule: two people, or it does not take effect.</summary>
public sealed partial record RuleChange
{
    /// <summary>Rules are the ledger's and no unit's; no unit's code has an underscore.</summary>
    public const string Tenant = "counting_rules";

    public Guid Id { get; init; }
    public RuleProposed Proposed { get; init; } = null!;
    public RuleStanding Standing { get; init; }

    /// <summary>Who approved or rejected it.</summary>
    public string? DecidedBy { get; init; }

    public string? Why { get; init; }

    public RuleChange Evolve(IEvent e)
    {
        ArgumentNullException.ThrowIfNull(e);
        return e.Data switch
        {
            RuleProposed proposed => this with { Id = e.StreamId, Proposed = proposed },
            RuleApproved approved => this with { Standing = RuleStanding.Approved, DecidedBy = approved.ApprovedBy },
            RuleRejected rejected => this with { Standing = RuleStanding.Rejected, DecidedBy = rejected.RejectedBy, Why = rejected.Reason },
            _ => this,
        };
    }
}
