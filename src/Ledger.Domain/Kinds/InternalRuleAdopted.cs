using Ledger.Domain.Figures;

namespace Ledger.Domain.Kinds;

/// <summary>The unit adopted a rule for itself (制度建设): one entry is one rule and counts as one 项.</summary>
[Kind("internal-rule", "制度建设", "Internal rule", KindGroup.I, 1, Proof = "制度文件")]
[Words("建立…制度", "完善…制度", Sure = ["印发…办法", "印发…制度", "印发…规定", "印发…规则", "印发…细则", "印发…规程", "制定…办法", "制定…制度", "制定…规定", "制定…规则", "制定…细则", "制定…规程", "修订…办法", "修订…制度", "修订…规定", "修订…规则", "修订…细则", "修订…规程", "出台…办法", "出台…制度", "出台…规定", "出台…规则", "出台…细则", "出台…规程", "办法…印发", "制度…印发", "规定…印发", "细则…印发", "办法…出台", "制度…出台", "规定…出台", "细则…出台"], Not = ["应知应会"])]
public sealed record InternalRuleAdopted : Activity
{
    [Field("制度名称", "Name", MaxLength = 100), Holds(Personal.Text)]
    [Named(Quoted = true, Ends = ["制度", "办法", "规定", "规则", "细则", "规范", "规程"], Stops = ["建立", "完善", "建立健全"])]
    public required string Name { get; init; }

    public static readonly FigureDefinition Rules =
        FigureDefinition.Entries("internal-rules", "制度建设", "Internal rules", "项");

    public override IEnumerable<Line> Lines() => Rules.One();
}
