using Ledger.Domain.Figures;

namespace Ledger.Domain.Kinds;

/// <summary>An inspection by law enforcement (执法检查): one entry is one inspection and counts as one 次, of however many households.</summary>
[Kind("inspection", "执法检查", "Inspection", KindGroup.H, 1)]
[Words("执法检查", "专项检查", "联合检查", "专项执法检查", "联合执法检查", "联合执法", "抽查", "检查…户", "检查…家", "查了…户", "查了…家", "查…户", "排查…户", "排查…家", Sure = ["双随机"], Hints = ["检查", "执法人员"])]
public sealed record InspectionDone : Activity
{
    [Field("检查方式", "Type")]
    public required InspectionType Type { get; init; }

    [Field("检查户数", "Households", Unit = "户次", Max = 100_000)]
    [Words("检查", "抽查", "商户", "企业", "查了", "排查", "走访")]
    public required int Households { get; init; }

    [Field("执法人员", "Officers", Unit = "人次", Max = 100_000)]
    [Words("执法人员", "出动", "出动执法人员", "人员", Default = true)]
    public int? Officers { get; init; }

    public static readonly FigureDefinition Inspections =
        FigureDefinition.Entries("inspections", "执法检查", "Inspections", "次").By("type");

    public static readonly FigureDefinition HouseholdsInspected =
        FigureDefinition.Sum("inspected-households", "检查市场主体", "Households inspected", "户次", "households");

    public override IEnumerable<Line> Lines() => [.. Inspections.One(Type), .. HouseholdsInspected.Sum(Households)];
}

public enum InspectionType
{
    [Label("双随机", "Random"), Words("随机抽查", "随机检查", "随机")] Random,
    [Label("专项检查", "Special"), Words("专项")] Special,
    [Label("联合检查", "Joint"), Words("联合", "会同")] Joint,
}
