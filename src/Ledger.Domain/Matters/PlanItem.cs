using Ledger.Domain.Figures;
using Ledger.Domain.Kinds;

namespace Ledger.Domain.Matters;

/// <summary>Something a unit promises for a year (section 4 of the report before), and what came of it (section 2 of the next).</summary>
[Matter("plan-item", "计划事项", "Plan item", KindGroup.J, 6)]
[Slot("plan", "计划文件", "The plan", "planned")]
[Slot("result", "完成佐证", "Proof of the result", "done")]
public sealed record PlanItem : MatterState
{
    public static readonly FigureDefinition Planned =
        FigureDefinition.Entries("plan-items", "列入计划事项", "Items promised", "项").Of("planned", "carried-over");

    public static readonly FigureDefinition Done =
        FigureDefinition.Sum("plan-items-done", "完成计划事项", "Items done", "项", "completed").Of("done");

    public static readonly FigureDefinition Completion =
        FigureDefinition.Rate("plan-completion-rate", "计划完成率", "Plan completion rate", "completed", "promised").Of("planned", "done", "carried-over");

    public static readonly Guard PlannedLate = Guard.Of<PlanItem, PlanItemPlanned>(
        "planned-late", Severity.Low, "年度计划应在第一季度提出", "提出时第一季度已过", "The first quarter of its year was over when it was planned",
        (_, step) => step.OccurredOn > new DateOnly(step.PlanYear, 3, 31));

    public static readonly Guard NoTarget = Guard.Of<PlanItem, PlanItemPlanned>(
        "no-target", Severity.Low, "可量化、可证明、可比较", "没有写明目标，年底无法说明是否完成", "No target: nobody can say whether it was reached",
        (_, step) => step.Target is null && step.TargetValue is null);

    public static readonly Guard OtherYear = Guard.Of<PlanItem, PlanItemDone>(
        "other-year", Severity.Low, "办理程序", "完成日期不在计划年度内", "It was not done in the year it was planned for",
        (matter, step) => step.OccurredOn.Year != matter.Year);

    public static readonly Guard CarriedBack = Guard.Of<PlanItem, PlanItemCarriedOver>(
        "carried-back", Severity.Low, "办理程序", "结转年度不晚于计划年度", "It is carried over to no later year than its own",
        (matter, step) => step.ToYear <= matter.Year);

    /// <summary>The year it is for now; carrying it over moves it.</summary>
    public int Year => YearAt(null);

    public string? Target => Last<PlanItemAdjusted>()?.Target ?? First<PlanItemPlanned>()?.Target;

    /// <summary>The figure its progress is read from, if it names one.</summary>
    public string? Figure => First<PlanItemPlanned>()?.Figure;

    public decimal? TargetValue => Last<PlanItemAdjusted>()?.TargetValue ?? First<PlanItemPlanned>()?.TargetValue;

    public DateOnly Due => Last<PlanItemAdjusted>()?.Due ?? (Has<PlanItemCarriedOver>() ? null : First<PlanItemPlanned>()?.Due) ?? new DateOnly(Math.Max(Year, 1), 12, 31);

    public override IEnumerable<MatterDeadline> Deadlines()
    {
        if (Open)
            yield return new MatterDeadline(Due, "M-PLA-1", $"计划事项“{Title}”到期", $"Plan item '{Title}' is due");
    }

    /// <summary>The year it is for just before a step; null for now.</summary>
    internal int YearAt(MatterStep? step) => Steps
        .TakeWhile(s => !ReferenceEquals(s, step))
        .Select(s => s switch { PlanItemPlanned planned => planned.PlanYear, PlanItemCarriedOver carried => carried.ToYear, _ => (int?)null })
        .LastOrDefault(year => year is not null) ?? 0;
}

[Step(typeof(PlanItem), "planned", 1, "列入计划", "Planned", Becomes = "进行中", EnglishBecomes = "Under way")]
public sealed record PlanItemPlanned : MatterOpening
{
    [Field("计划年度", "Year", Min = 2000, Max = 2100)]
    public required int PlanYear { get; init; }

    [Field("目标", "Target", MaxLength = 500), Holds(Personal.Text)]
    public string? Target { get; init; }

    [Field("对应指标", "Figure", MaxLength = 60), Holds(Personal.Nothing)]
    public string? Figure { get; init; }

    [Field("目标值", "Target value", Max = 1e9, Step = 0.01)]
    public decimal? TargetValue { get; init; }

    [Field("完成期限", "Due")]
    public DateOnly? Due { get; init; }

    /// <summary>Id of the shortcoming it answers.</summary>
    [Field("对应问题", "Shortcoming", MaxLength = 100), Holds(Personal.Text)]
    public string? Shortcoming { get; init; }

    [Field("列入", "Promised"), Stated]
    public int Promised { get; init; } = 1;

    [Field("完成", "Done"), Stated]
    public int Completed { get; init; }

    public override int? CountsIn => PlanYear;

    public override IEnumerable<Line> Lines() => [.. PlanItem.Planned.One(), .. PlanItem.Completion.Rate(Completed, Promised)];
}

[Step(typeof(PlanItem), "adjusted", 2, "调整", "Adjusted", After = "planned", Repeats = true, Aside = true)]
public sealed record PlanItemAdjusted : MatterStep
{
    [Field("调整原因", "Why", MaxLength = 500), Holds(Personal.Text)]
    public required string Why { get; init; }

    [Field("目标", "Target", MaxLength = 500), Holds(Personal.Text)]
    public string? Target { get; init; }

    [Field("目标值", "Target value", Max = 1e9, Step = 0.01)]
    public decimal? TargetValue { get; init; }

    [Field("完成期限", "Due")]
    public DateOnly? Due { get; init; }
}

[Step(typeof(PlanItem), "progress", 3, "推进情况", "Progress made", After = "planned", Repeats = true, Aside = true)]
public sealed record PlanItemProgressed : MatterStep
{
    [Field("推进情况", "Progress", MaxLength = 1000), Holds(Personal.Text)]
    public required string Progress { get; init; }
}

[Step(typeof(PlanItem), "done", 4, "完成", "Done", Becomes = "已完成", EnglishBecomes = "Done", After = "planned", Closes = true)]
public sealed record PlanItemDone : MatterStep
{
    [Field("完成情况", "Result", MaxLength = 1000), Holds(Personal.Text)]
    public string? Result { get; init; }

    [Field("计划年度", "Year"), Stated]
    public int PlanYear { get; init; }

    [Field("列入", "Promised"), Stated]
    public int Promised { get; init; }

    /// <summary>Done twice is done once.</summary>
    [Field("完成", "Done"), Stated]
    public int Completed { get; init; }

    public override int? CountsIn => PlanYear == 0 ? null : PlanYear;

    public override MatterStep State(MatterState matter) => this with
    {
        PlanYear = ((PlanItem)matter).YearAt(this),
        Completed = ReferenceEquals(matter.First<PlanItemDone>(), this) ? 1 : 0,
    };

    public override IEnumerable<Line> Lines() => [.. PlanItem.Done.Sum(Completed), .. PlanItem.Completion.Rate(Completed, Promised)];
}

[Step(typeof(PlanItem), "partly-done", 5, "部分完成", "Partly done", Becomes = "部分完成", EnglishBecomes = "Partly done", After = "planned", Aside = true, Closes = true)]
public sealed record PlanItemPartlyDone : MatterStep
{
    [Field("完成情况", "Result", MaxLength = 1000), Holds(Personal.Text)]
    public string? Result { get; init; }

    [Field("未完成原因", "Why not all of it", MaxLength = 500), Holds(Personal.Text)]
    public required string Why { get; init; }
}

[Step(typeof(PlanItem), "dropped", 6, "取消", "Dropped", Becomes = "已取消", EnglishBecomes = "Dropped", After = "planned", Aside = true, Closes = true)]
public sealed record PlanItemDropped : MatterStep
{
    [Field("取消原因", "Why", MaxLength = 500), Holds(Personal.Text)]
    public required string Why { get; init; }

    [Field("批准（会议或职务）", "Approved by (meeting or office)", MaxLength = 60), Holds(Personal.Text)]
    public required string ApprovedBy { get; init; }
}

[Step(typeof(PlanItem), "carried-over", 7, "结转", "Carried over", Becomes = "已结转", EnglishBecomes = "Carried over", After = "planned", Repeats = true, Aside = true, Reopens = true)]
public sealed record PlanItemCarriedOver : MatterStep
{
    [Field("结转至年度", "To the year", Min = 2000, Max = 2100)]
    public required int ToYear { get; init; }

    [Field("结转原因", "Why", MaxLength = 500), Holds(Personal.Text)]
    public required string Why { get; init; }

    [Field("列入", "Promised"), Stated]
    public int Promised { get; init; } = 1;

    [Field("完成", "Done"), Stated]
    public int Completed { get; init; }

    public override int? CountsIn => ToYear;

    public override IEnumerable<Line> Lines() => [.. PlanItem.Planned.One(), .. PlanItem.Completion.Rate(Completed, Promised)];
}
