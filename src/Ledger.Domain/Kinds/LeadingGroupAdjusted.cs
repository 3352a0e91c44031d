using Ledger.Domain.Figures;

namespace Ledger.Domain.Kinds;

/// <summary>The leading group was set up or changed (领导小组成立/调整): one entry is one change and counts as one 次.</summary>
[Kind("leading-group-change", "领导小组成立/调整", "Leading group set up or changed", KindGroup.A, 2, Proof = "文件")]
[Words("领导小组成立", "领导小组成员", "领导小组组成人员", Sure = ["调整…领导小组", "成立…领导小组", "领导小组…调整"])]
public sealed record LeadingGroupAdjusted : Activity
{
    [Field("组长", "Head", MaxLength = 60), Holds(Personal.Name)]
    [Named(After = ["组长由", "组长为", "组长换成", "组长改由", "组长改为", "组长"], Before = ["担任组长", "任组长", "为组长"], Not = ["副组长"], Most = 12)]
    public required string Head { get; init; }

    [Field("成员人数", "Members", Unit = "人", Max = 1000)]
    [Words("成员", Default = true)]
    public int? Members { get; init; }

    public static readonly FigureDefinition Changes =
        FigureDefinition.Entries("leading-group-changes", "领导小组成立/调整", "Leading group changes", "次");

    public override IEnumerable<Line> Lines() => Changes.One();
}
