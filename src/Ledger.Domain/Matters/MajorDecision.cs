using Ledger.Domain.Figures;
using Ledger.Domain.Kinds;

namespace Ledger.Domain.Matters;

/// <summary>
/// A major administrative decision through its five steps (重大行政决策程序暂行条例): public participation, experts, risk,
/// legality, collective discussion. Experts and risk are asked for where the matter wants them and waived, with the
/// reason, where it does not.
/// </summary>
[Matter("major-decision", "重大行政决策", "Major decision", KindGroup.D, 2)]
[Slot("participation", "公众参与材料（公告、意见汇总、听证笔录）", "Public participation", "participation-closed")]
[Slot("experts", "专家论证意见", "The experts' opinion", "experts")]
[Slot("risk", "风险评估报告", "The risk assessment", "risk")]
[Slot("legality", "合法性审查意见书", "The legality review", "legality")]
[Slot("minutes", "会议纪要或记录", "The minutes", "discussed")]
[Slot("archive", "归档目录", "The archive's list", "archived")]
public sealed record MajorDecision : MatterState
{
    public static readonly FigureDefinition Decisions =
        FigureDefinition.Entries("major-decisions", "重大行政决策", "Major decisions", "件").Of("decided");

    public static readonly FigureDefinition StepsRate =
        FigureDefinition.Rate("major-decision-steps-rate", "重大行政决策程序完成率", "Major decision steps rate", "stepsDone", "stepsDue").Of("decided");

    private const string Rules = "重大行政决策程序暂行条例";

    public static readonly Guard HearingMaterials = Guard.Of<MajorDecision, ParticipationOpened>(
        "hearing-materials-late", Severity.High, $"{Rules}第16条", "听证会材料送达听证参加人不足7日", "The hearing's materials were delivered less than 7 days before it",
        (_, step) => step.Method == ParticipationMethod.Hearing && !(step.MaterialsOn is { } sent && step.OccurredOn.DayNumber - sent.DayNumber >= 7));

    public static readonly Guard ConsultationShort = Guard.Of<MajorDecision, ParticipationClosed>(
        "consultation-short", Severity.High, $"{Rules}第15条", "公开征求意见不足30日", "The public was consulted for less than 30 days",
        (matter, step) => matter.Consultation is { } opened && step.OccurredOn.DayNumber - opened.OccurredOn.DayNumber < 30);

    public static readonly Guard ParticipationGoesOn = Guard.Of<MajorDecision, DecisionSentToLegality>(
        "participation-open", Severity.High, $"{Rules}第14条", "送审时公众参与还没有结束", "Public participation was not over when it was sent",
        (matter, step) => !matter.HasBy<ParticipationClosed>(step.OccurredOn));

    public static readonly Guard NoExperts = Guard.Of<MajorDecision, DecisionSentToLegality>(
        "no-experts", Severity.Medium, $"{Rules}第19条", "没有专家论证，也没有登记不需要论证的理由", "Experts were neither heard nor waived",
        (matter, step) => !matter.HasBy<ExpertsHeard>(step.OccurredOn) && !matter.HasBy<ExpertsWaived>(step.OccurredOn));

    public static readonly Guard NoRisk = Guard.Of<MajorDecision, DecisionSentToLegality>(
        "no-risk-assessment", Severity.Medium, $"{Rules}第22条", "没有风险评估，也没有登记不需要评估的理由", "Risk was neither assessed nor waived",
        (matter, step) => !matter.HasBy<RiskAssessed>(step.OccurredOn) && !matter.HasBy<RiskWaived>(step.OccurredOn));

    public static readonly Guard Uncontrollable = Guard.Of<MajorDecision, DecisionSentToLegality>(
        "risk-uncontrollable", Severity.High, $"{Rules}第24条", "风险评估结论为不可控", "The risk was found to be beyond control",
        (matter, _) => matter.Last<RiskAssessed>() is { Result: RiskResult.Uncontrollable });

    public static readonly Guard LittleTime = Guard.Of<MajorDecision, DecisionSentToLegality>(
        "review-time-short", Severity.High, $"{Rules}第26条", "给合法性审查的时间不足7个工作日", "The review was given less than 7 working days",
        (_, step) => step.WantedBy is { } by && MatterDays.Between(step.OccurredOn, by) < 7);

    public static readonly Guard NotLawful = Guard.Of<MajorDecision, DecisionDiscussed>(
        "legality-missing", Severity.High, $"{Rules}第25条", "讨论前没有合法性审查，或审查结论不是合法", "It was discussed without a review that found it lawful",
        (matter, step) => !matter.LawfulBy(step.OccurredOn));

    public static readonly Guard HeadNotLast = Guard.Of<MajorDecision, DecisionDiscussed>(
        "head-not-last", Severity.High, $"{Rules}第30条", "行政首长没有最后发言", "The head did not speak last", (_, step) => step.HeadSpokeLast == false);

    public static readonly Guard NotReported = Guard.Of<MajorDecision, DecisionMade>(
        "party-not-asked", Severity.High, $"{Rules}第31条", "决策前没有登记向同级党委请示报告", "The Party committee was not asked before it was decided",
        (matter, step) => !matter.HasBy<DecisionReportedToParty>(step.OccurredOn));

    public static readonly Guard NotApproved = Guard.Of<MajorDecision, DecisionMade>(
        "not-approved", Severity.High, $"{Rules}第30条", "最近一次集体讨论没有通过", "The last discussion did not approve it",
        (matter, _) => matter.Last<DecisionDiscussed>() is { Result: not DiscussionResult.Approved });

    public static readonly Guard SameEvaluator = Guard.Of<MajorDecision, DecisionEvaluated>(
        "same-evaluator", Severity.Medium, $"{Rules}第36条", "后评估机构参加过决策前的论证或评估", "The evaluator had assessed it before it was decided",
        (matter, step) => step.Evaluator == matter.Last<RiskAssessed>()?.Assessor || step.Evaluator == matter.Last<ExpertsHeard>()?.Institution);

    public ParticipationOpened? Consultation =>
        Steps.OfType<ParticipationOpened>().LastOrDefault(p => p.Method == ParticipationMethod.PublicNotice);

    public bool LawfulBy(DateOnly day) =>
        Steps.OfType<DecisionLegalityReviewed>().LastOrDefault(r => r.OccurredOn <= day) is { Result: ReviewResult.Lawful or ReviewResult.LawfulAfterChange };

    /// <summary>Of the five steps, how many were due by a day and how many of them were done.</summary>
    public (int Done, int Due) FiveSteps(DateOnly day)
    {
        var experts = HasBy<ExpertsHeard>(day);
        var risk = HasBy<RiskAssessed>(day);
        bool[] due = [true, experts || !HasBy<ExpertsWaived>(day), risk || !HasBy<RiskWaived>(day), true, true];
        bool[] done = [HasBy<ParticipationClosed>(day), experts, risk, LawfulBy(day), HasBy<DecisionDiscussed>(day)];
        return (done.Count(d => d), due.Count(d => d));
    }

    public override IEnumerable<MatterDeadline> Deadlines()
    {
        if (!Open)
            yield break;
        if (Consultation is { } opened && !Has<ParticipationClosed>())
            yield return new MatterDeadline(opened.OccurredOn.AddDays(30), "R-DEC-1", $"“{Title}”公开征求意见满30日", $"30 days of consultation on '{Title}'");
        if (Last<DecisionSentToLegality>() is { } sent && !Steps.OfType<DecisionLegalityReviewed>().Any(r => r.OccurredOn >= sent.OccurredOn))
            yield return new MatterDeadline(sent.WantedBy ?? MatterDays.After(sent.OccurredOn, 7), "R-DEC-3", $"“{Title}”合法性审查意见", $"The legality review of '{Title}'");
        if (Last<DecisionMade>() is { } made && !Has<DecisionPublished>() && !Has<DecisionWithheld>())
            yield return new MatterDeadline(MatterDays.After(made.OccurredOn, 20), "R-DEC-5", $"“{Title}”公布", $"Publication of '{Title}'");
        if (Last<DecisionMade>() is { } decided && !Has<DecisionArchived>())
            yield return new MatterDeadline(decided.OccurredOn.AddMonths(6), "R-DEC-5", $"“{Title}”归档", $"Archiving of '{Title}'");
    }
}
