using Ledger.Domain.Figures;
using Ledger.Domain.Kinds;

namespace Ledger.Domain.Matters;

// The steps of a major decision from its discussion on.

[Step(typeof(MajorDecision), "discussed", 12, "集体讨论", "Discussed", Becomes = "已集体讨论", EnglishBecomes = "Discussed", After = "legality", Repeats = true)]
public sealed record DecisionDiscussed : MatterStep
{
    [Field("会议", "Meeting")]
    public required DecidingMeeting Meeting { get; init; }

    [Field("讨论结果", "Result")]
    public required DiscussionResult Result { get; init; }

    [Field("行政首长最后发言", "The head spoke last")]
    public bool? HeadSpokeLast { get; init; }

    [Field("不同意见", "Dissent", MaxLength = 2000), Holds(Personal.Text)]
    public string? Dissent { get; init; }
}

public enum DecidingMeeting
{
    [Label("常务会议", "Executive meeting")] Executive,
    [Label("全体会议", "Plenary meeting")] Plenary,
    [Label("党组（党委）会议", "Party group")] PartyGroup,
    [Label("办公会议", "Office meeting")] Office,
}

public enum DiscussionResult
{
    [Label("通过", "Approved")] Approved,
    [Label("修改后再议", "Deferred")] Deferred,
    [Label("不通过", "Rejected")] Rejected,
}

[Step(typeof(MajorDecision), "party", 13, "向同级党委请示报告", "Party committee asked", Becomes = "已请示报告", EnglishBecomes = "Party committee asked", After = "listed", Repeats = true)]
public sealed record DecisionReportedToParty : MatterStep;

[Step(typeof(MajorDecision), "decided", 14, "作出决策", "Decided", Becomes = "已决策", EnglishBecomes = "Decided", After = "discussed")]
public sealed record DecisionMade : MatterStep
{
    [Field("已履行的法定程序", "Steps done", Unit = "项"), Stated]
    public int StepsDone { get; init; }

    [Field("应履行的法定程序", "Steps due", Unit = "项"), Stated]
    public int StepsDue { get; init; }

    public override MatterStep State(MatterState matter)
    {
        var (done, due) = ((MajorDecision)matter).FiveSteps(OccurredOn);
        return this with { StepsDone = done, StepsDue = due };
    }

    public override IEnumerable<Line> Lines() => [.. MajorDecision.Decisions.One(), .. MajorDecision.StepsRate.Rate(StepsDone, StepsDue)];
}

[Step(typeof(MajorDecision), "published", 15, "公布", "Published", Becomes = "已公布", EnglishBecomes = "Published", After = "decided")]
public sealed record DecisionPublished : MatterStep
{
    [Field("公布渠道", "Where", MaxLength = 100), Holds(Personal.Text)]
    public required string Where { get; init; }

    [Field("网址", "Address", MaxLength = 500), Holds(Personal.Nothing)]
    public string? Url { get; init; }
}

[Step(typeof(MajorDecision), "withheld", 16, "依法不公开", "Withheld by law", After = "decided", Aside = true)]
public sealed record DecisionWithheld : MatterStep
{
    [Field("依据和理由", "Legal reason", MaxLength = 500), Holds(Personal.Text)]
    public required string LegalReason { get; init; }
}

[Step(typeof(MajorDecision), "archived", 17, "归档", "Archived", Becomes = "已归档", EnglishBecomes = "Archived", After = "decided")]
public sealed record DecisionArchived : MatterStep;

[Step(typeof(MajorDecision), "executed", 18, "组织执行", "Carried out", Becomes = "执行中", EnglishBecomes = "Being carried out", After = "decided", Repeats = true)]
public sealed record DecisionExecuted : MatterStep
{
    [Field("执行单位", "By", MaxLength = 60), Holds(Personal.Nothing)]
    public required string By { get; init; }

    [Field("执行情况", "Progress", MaxLength = 1000), Holds(Personal.Text)]
    public string? Progress { get; init; }
}

[Step(typeof(MajorDecision), "evaluated", 19, "后评估", "Evaluated", After = "decided", Repeats = true, Aside = true)]
public sealed record DecisionEvaluated : MatterStep
{
    [Field("评估机构", "Evaluator", MaxLength = 60), Holds(Personal.Text)]
    public required string Evaluator { get; init; }

    [Field("评估结论", "Finding", MaxLength = 1000), Holds(Personal.Text)]
    public string? Finding { get; init; }
}

[Step(typeof(MajorDecision), "adjusted", 20, "调整或中止执行", "Adjusted or suspended", After = "decided", Repeats = true, Aside = true)]
public sealed record DecisionAdjusted : MatterStep
{
    [Field("原因", "Why", MaxLength = 500), Holds(Personal.Text)]
    public required string Why { get; init; }
}

[Step(typeof(MajorDecision), "dropped", 21, "不予决策", "Dropped", Becomes = "不予决策", EnglishBecomes = "Dropped", After = "listed", Aside = true, Closes = true)]
public sealed record DecisionDropped : MatterStep
{
    [Field("原因", "Why", MaxLength = 500), Holds(Personal.Text)]
    public required string Why { get; init; }
}

[Step(typeof(MajorDecision), "closed", 22, "办结", "Closed", Becomes = "已办结", EnglishBecomes = "Closed", After = "decided", Closes = true)]
public sealed record DecisionClosed : MatterStep;
