using Ledger.Domain.Figures;

namespace Ledger.Domain.Kinds;

/// <summary>The year's plan or key points were issued (年度计划/要点): one entry is one document and counts as one 件.</summary>
[Kind("annual-plan", "年度计划/要点", "Annual plan", KindGroup.A, 4, Proof = "文件")]
[Words("工作要点", "年度计划", "工作计划", "普法计划", "学法计划", "普法…计划", "法治…计划", "法治…要点", "年度…要点", "学法…计划", Hints = ["印发", "下发", "制定", "任务"])]
public sealed record AnnualPlanIssued : Activity
{
    /// <summary>The year planned for; the plan counts in the year it was issued.</summary>
    [Field("计划年度", "Year planned for", Min = 2000, Max = 2100)]
    [Words(Unit = "年")]
    public required int PlanYear { get; init; }

    [Field("计划事项", "Items", Unit = "项", Max = 1000)]
    [Words("共", "任务", "事项", "列了", "列入", Default = true)]
    public int? Items { get; init; }

    public static readonly FigureDefinition Plans =
        FigureDefinition.Entries("annual-plans", "年度计划/要点", "Annual plans", "件");

    public static readonly FigureDefinition ItemsPlanned =
        FigureDefinition.Sum("annual-plan-items", "年度计划事项", "Annual plan items", "项", "items");

    public override IEnumerable<Line> Lines() => [.. Plans.One(), .. ItemsPlanned.Sum(Items)];
}
