using Ledger.Domain.Figures;

namespace Ledger.Domain.Kinds;

/// <summary>The unit adopted a rule for itself (制度建设): one entry is one rule and counts as one 项.</summary>
[Kind("internal-rule", "制度建设", "Internal rule", KindGroup.I, 1)]
public sealed record InternalRuleAdopted : Activity
{
    [Field("制度名称", "Name", MaxLength = 100)]
    public required string Name { get; init; }

    public static readonly FigureDefinition Rules =
        FigureDefinition.Entries("internal-rules", "制度建设", "Internal rules", "项");

    public override IEnumerable<Line> Lines() => Rules.One();
}
