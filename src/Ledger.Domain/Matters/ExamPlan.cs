using Ledger.Domain.Kinds;

namespace Ledger.Domain.Matters;

/// <summary>
/// A law exam from its plan to its make-up. The exam itself is logged as an activity and counted there; this is how it was
/// brought about, and who came after.
/// </summary>
[Matter("exam-plan", "考试安排", "Exam plan", KindGroup.B, 8)]
[Slot("notice", "考试通知", "Notice", "notified")]
[Slot("results", "成绩单", "Results", "results")]
public sealed record ExamPlan : MatterState
{
    private const string Opinion = "国家工作人员学法用法意见（2016）";

    public static readonly Guard FewTook = Guard.Of<ExamPlan, ExamResultsRecorded>(
        "few-took", Severity.Medium, Opinion, "参考率低于90%", "Fewer than 90 % took it",
        (_, step) => 10L * step.Took < 9L * step.Expected);

    public static readonly Guard NoMakeUp = Guard.Of<ExamPlan, ExamPlanClosed>(
        "no-make-up", Severity.Low, Opinion, "有人缺考或不合格，没有登记补考", "Some were absent or failed, and there was no make-up",
        (matter, _) => matter.Last<ExamResultsRecorded>() is { } results && results.Passed < results.Expected && !matter.Has<ExamMakeUpHeld>());

    public static readonly Guard OverDue = Guard.Of<ExamPlan, PlannedExamHeld>(
        "later-than-planned", Severity.Low, "办理程序", "举行日期晚于计划", "It was held later than planned",
        (matter, step) => step.OccurredOn > matter.First<ExamPlanned>()?.HoldBy);

    public override IEnumerable<MatterDeadline> Deadlines()
    {
        if (!Open)
            yield break;
        if (!Has<PlannedExamHeld>() && First<ExamPlanned>() is { } planned)
            yield return new MatterDeadline(planned.HoldBy, "R-STU-3", $"“{Title}”举行", $"'{Title}' is to be held");
        if (Last<PlannedExamHeld>() is { } held && !Has<ExamResultsRecorded>())
            yield return new MatterDeadline(held.OccurredOn.AddDays(10), "R-STU-3", $"“{Title}”登记成绩", $"The results of '{Title}'");
    }
}

[Step(typeof(ExamPlan), "planned", 1, "计划", "Planned", Becomes = "待举行", EnglishBecomes = "To be held")]
public sealed record ExamPlanned : MatterOpening
{
    [Field("计划举行日期", "To be held by")]
    public required DateOnly HoldBy { get; init; }

    [Field("考试平台或方式", "Platform", MaxLength = 60), Holds(Personal.Text)]
    public string? Platform { get; init; }

    [Field("应考人数", "Expected", Unit = "人", Max = 100_000)]
    public int? Expected { get; init; }
}

[Step(typeof(ExamPlan), "notified", 2, "通知", "Notified", Becomes = "已通知", EnglishBecomes = "Announced", After = "planned")]
public sealed record ExamNotified : MatterStep;

[Step(typeof(ExamPlan), "held", 3, "举行", "Held", Becomes = "已举行", EnglishBecomes = "Held", After = "notified")]
public sealed record PlannedExamHeld : MatterStep
{
    /// <summary>Id of the entry that counts it.</summary>
    [Field("对应登记", "Entry", MaxLength = 100), Holds(Personal.Nothing)]
    public string? Entry { get; init; }
}

[Step(typeof(ExamPlan), "results", 4, "登记成绩", "Results", Becomes = "成绩已登记", EnglishBecomes = "Results are in", After = "held")]
public sealed record ExamResultsRecorded : MatterStep
{
    [Field("应考人数", "Expected", Unit = "人", Max = 100_000)]
    public required int Expected { get; init; }

    [Field("参考人数", "Took", Unit = "人", Max = 100_000, AtMost = nameof(Expected))]
    public required int Took { get; init; }

    [Field("合格人数", "Passed", Unit = "人", Max = 100_000, AtMost = nameof(Took))]
    public required int Passed { get; init; }
}

[Step(typeof(ExamPlan), "make-up", 5, "补考", "Make-up", After = "results", Repeats = true, Aside = true)]
public sealed record ExamMakeUpHeld : MatterStep
{
    [Field("补考人数", "Took", Unit = "人", Max = 100_000)]
    public required int Took { get; init; }

    [Field("合格人数", "Passed", Unit = "人", Max = 100_000, AtMost = nameof(Took))]
    public required int Passed { get; init; }
}

[Step(typeof(ExamPlan), "closed", 6, "办结", "Closed", Becomes = "已办结", EnglishBecomes = "Closed", After = "results", Closes = true)]
public sealed record ExamPlanClosed : MatterStep;
