using Ledger.Domain.Figures;
using Ledger.Domain.Kinds;

namespace Ledger.Domain.Matters;

/// <summary>A shortcoming (存在的不足) on its way from being found to being mended: section 3 of the report lists it with its cause.</summary>
[Matter("shortcoming", "问题整改", "Shortcoming", KindGroup.J, 5)]
[Slot("finding", "问题来源材料", "Where it was found", "identified")]
[Slot("rectification", "整改佐证", "Proof of the rectification", "submitted")]
public sealed record Shortcoming : MatterState
{
    public static readonly FigureDefinition Found =
        FigureDefinition.Entries("shortcomings-found", "发现问题", "Shortcomings found", "个").By("source").Of("identified");

    public static readonly FigureDefinition Mended =
        FigureDefinition.Entries("shortcomings-closed", "整改销号", "Shortcomings closed", "个").When("closing", "first").Of("closed");

    private const string Report = "督察工作规定第24条";

    public static readonly Guard NoCause = Guard.Of<Shortcoming, ShortcomingIdentified>(
        "no-cause", Severity.High, Report, "没有写明原因，年度报告要求写明不足的原因", "No cause is stated; the yearly report has to state it",
        (_, step) => step.Cause is null);

    public static readonly Guard DueBefore = Guard.Of<Shortcoming, MeasureAssigned>(
        "due-in-the-past", Severity.Low, "办理程序", "整改期限早于提出措施的日期", "It is due before the measure was assigned",
        (_, step) => step.Due < step.OccurredOn);

    public static readonly Guard Failed = Guard.Of<Shortcoming, ShortcomingClosed>(
        "check-failed", Severity.Medium, "办理程序", "最近一次验收没有通过", "The last check was not passed",
        (matter, _) => matter.Last<RectificationVerified>() is { Result: RectificationResult.Failed });

    public static readonly Guard Late = Guard.Of<Shortcoming, ShortcomingClosed>(
        "overdue", Severity.Medium, "办理程序", "销号晚于整改期限", "It is closed later than it was due",
        (matter, step) => step.OccurredOn > matter.Due);

    public static readonly Guard CarriedBack = Guard.Of<Shortcoming, ShortcomingCarriedOver>(
        "carried-back", Severity.Low, "办理程序", "结转年度不晚于问题所属年度", "It is carried over to no later year than its own",
        (matter, step) => step.ToYear <= matter.Year);

    public int Year => Opening is { } found ? found.CountsIn ?? found.OccurredOn.Year : 0;

    public DateOnly? Due => Last<MeasureAssigned>()?.Due;

    public override IEnumerable<MatterDeadline> Deadlines()
    {
        if (Open && Due is { } due)
            yield return new MatterDeadline(due, "M-SHO-1", $"“{Title}”整改到期", $"'{Title}' is due to be mended");
        if (Open && !Has<MeasureAssigned>() && Opening is { } found)
            yield return new MatterDeadline(found.OccurredOn.AddDays(30), "M-SHO-2", $"“{Title}”应提出整改措施", $"'{Title}' wants a measure");
    }
}

[Step(typeof(Shortcoming), "identified", 1, "发现问题", "Identified", Becomes = "已发现", EnglishBecomes = "Found")]
public sealed record ShortcomingIdentified : MatterOpening
{
    [Field("来源", "Source")]
    public required ShortcomingSource Source { get; init; }

    [Field("表现", "What is amiss", MaxLength = 1000), Holds(Personal.Text)]
    public string? Finding { get; init; }

    [Field("原因", "Cause", MaxLength = 1000), Holds(Personal.Text)]
    public string? Cause { get; init; }

    /// <summary>The year whose report names it, where it was found only when that was written.</summary>
    [Field("所属年度", "Of the year", Min = 2000, Max = 2100)]
    public int? OfYear { get; init; }

    public override int? CountsIn => OfYear;

    public override IEnumerable<Line> Lines() => Shortcoming.Found.One(Source);
}

public enum ShortcomingSource
{
    [Label("自查", "Self-inspection")] SelfInspection,
    [Label("督察", "Inspection")] Inspection,
    [Label("巡察", "Party inspection")] PartyInspection,
    [Label("审计", "Audit")] Audit,
    [Label("年度报告", "Yearly report")] YearlyReport,
    [Label("复议诉讼", "Dispute")] Dispute,
    [Label("其他", "Other")] Other,
}

[Step(typeof(Shortcoming), "measure", 2, "提出措施", "Measure assigned", Becomes = "整改中", EnglishBecomes = "Being mended", After = "identified", Repeats = true)]
public sealed record MeasureAssigned : MatterStep
{
    [Field("整改措施", "Measure", MaxLength = 1000), Holds(Personal.Text)]
    public required string Measure { get; init; }

    [Field("责任股室", "Owner", MaxLength = 60), Holds(Personal.Text)]
    public string? Owner { get; init; }

    [Field("整改期限", "Due")]
    public required DateOnly Due { get; init; }
}

[Step(typeof(Shortcoming), "progress", 3, "整改进展", "Progress made", After = "measure", Repeats = true, Aside = true)]
public sealed record RectificationProgressed : MatterStep
{
    [Field("进展", "Progress", MaxLength = 1000), Holds(Personal.Text)]
    public required string Progress { get; init; }
}

[Step(typeof(Shortcoming), "submitted", 4, "提请验收", "Submitted for check", Becomes = "待验收", EnglishBecomes = "To be checked", After = "measure", Repeats = true)]
public sealed record RectificationSubmitted : MatterStep;

[Step(typeof(Shortcoming), "verified", 5, "验收", "Verified", Becomes = "已验收", EnglishBecomes = "Checked", After = "submitted", Repeats = true)]
public sealed record RectificationVerified : MatterStep
{
    [Field("验收结论", "Result")]
    public required RectificationResult Result { get; init; }

    [Field("验收方式", "How it was checked", MaxLength = 200), Holds(Personal.Text)]
    public string? Method { get; init; }
}

public enum RectificationResult
{
    [Label("通过", "Passed")] Passed,
    [Label("未通过", "Failed")] Failed,
}

[Step(typeof(Shortcoming), "closed", 6, "销号", "Closed", Becomes = "已销号", EnglishBecomes = "Closed", After = "verified", Repeats = true, Closes = true)]
public sealed record ShortcomingClosed : MatterStep
{
    /// <summary>A shortcoming that came back and is closed again counts once.</summary>
    [Field("销号次第", "First closing or again"), Stated]
    public Closing Closing { get; init; }

    public override MatterStep State(MatterState matter) =>
        this with { Closing = ReferenceEquals(matter.First<ShortcomingClosed>(), this) ? Closing.First : Closing.Again };

    public override IEnumerable<Line> Lines() => Closing == Closing.First ? Shortcoming.Mended.One() : [];
}

public enum Closing
{
    [Label("首次", "First")] First,
    [Label("再次", "Again")] Again,
}

[Step(typeof(Shortcoming), "reopened", 7, "重新打开", "Reopened", Becomes = "整改中", EnglishBecomes = "Being mended", After = "closed", Repeats = true, Aside = true, Reopens = true)]
public sealed record ShortcomingReopened : MatterStep
{
    [Field("原因", "Why", MaxLength = 500), Holds(Personal.Text)]
    public required string Why { get; init; }
}

[Step(typeof(Shortcoming), "carried-over", 8, "结转下年", "Carried over", Becomes = "已结转", EnglishBecomes = "Carried over", After = "identified", Repeats = true, Aside = true)]
public sealed record ShortcomingCarriedOver : MatterStep
{
    [Field("结转至年度", "To the year", Min = 2000, Max = 2100)]
    public required int ToYear { get; init; }

    [Field("原因", "Why", MaxLength = 500), Holds(Personal.Text)]
    public required string Why { get; init; }
}
