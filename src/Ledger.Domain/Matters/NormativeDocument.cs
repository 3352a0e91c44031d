using Ledger.Domain.Figures;
using Ledger.Domain.Kinds;

namespace Ledger.Domain.Matters;

/// <summary>
/// A normative document (行政规范性文件) from its plan to its end: consulted, reviewed, deliberated, issued, published, filed,
/// kept or repealed. A unit that only drafts for the government says so.
/// </summary>
[Matter("normative-document", "行政规范性文件", "Normative document", KindGroup.D, 4)]
[Slot("draft", "草案及起草说明", "The draft and its reasons", "drafted")]
[Slot("review", "合法性审核意见", "The review", "reviewed")]
[Slot("document", "印发文件", "The document", "issued")]
[Slot("receipt", "备案回执", "The receipt of filing", "filed")]
public sealed record NormativeDocument : MatterState
{
    public static readonly FigureDefinition Issued =
        FigureDefinition.Entries("normative-documents", "印发行政规范性文件", "Normative documents", "件").Of("issued");

    private const string Review = "国办发〔2018〕115号";
    private const string Business = "优化营商环境条例";

    public static readonly Guard ConsultationShort = Guard.Of<NormativeDocument, NormativeDocumentConsulted>(
        "consultation-short", Severity.High, $"{Business}第62条", "涉及市场主体的文件征求意见不足30日", "A document on businesses was consulted for less than 30 days",
        (matter, step) => matter.OnBusiness && step.OccurredOn.DayNumber - step.From.DayNumber < 30);

    public static readonly Guard ReviewTime = Guard.Of<NormativeDocument, NormativeDocumentReviewed>(
        "review-time", Severity.Medium, Review, "审核时间不在5至15个工作日之间", "The review took less than 5 or more than 15 working days",
        (matter, step) => matter.Last<NormativeDocumentSent>() is { } sent && MatterDays.Between(sent.OccurredOn, step.OccurredOn) is < 5 or > 15);

    public static readonly Guard NotReviewed = Guard.Of<NormativeDocument, NormativeDocumentDeliberated>(
        "review-missing", Severity.High, Review, "审议前没有合法性审核，或审核结论不是合法", "It was deliberated without a review that found it lawful",
        (matter, step) => matter.Steps.OfType<NormativeDocumentReviewed>().LastOrDefault(r => r.OccurredOn <= step.OccurredOn) is not { Result: ReviewResult.Lawful or ReviewResult.LawfulAfterChange });

    public static readonly Guard NoFairCompetition = Guard.Of<NormativeDocument, NormativeDocumentIssued>(
        "no-fair-competition-review", Severity.High, "公平竞争审查条例第13条", "涉及市场主体的文件没有公平竞争审查", "A document on businesses without a fair-competition review",
        (matter, step) => matter.OnBusiness && !matter.HasBy<NormativeDocumentCompetitionReviewed>(step.OccurredOn));

    public static readonly Guard PublishedLate = Guard.Of<NormativeDocument, NormativeDocumentPublished>(
        "published-late", Severity.High, $"{Business}第63条", "施行后才公布；未公布的不得作为行政管理依据", "It was in force before it was published; unpublished it is no basis for anything",
        (matter, step) => step.OccurredOn > matter.Last<NormativeDocumentIssued>()?.EffectiveOn);

    /// <summary>It touches what businesses do.</summary>
    public bool OnBusiness => First<NormativeDocumentPlanned>() is { OnBusiness: true };

    public DateOnly? ValidTo => Last<NormativeDocumentKept>()?.ValidTo ?? Last<NormativeDocumentIssued>()?.ValidTo;

    public override IEnumerable<MatterDeadline> Deadlines()
    {
        if (!Open)
            yield break;
        if (Last<NormativeDocumentSent>() is { } sent && !Steps.OfType<NormativeDocumentReviewed>().Any(r => r.OccurredOn >= sent.OccurredOn))
            yield return new MatterDeadline(MatterDays.After(sent.OccurredOn, 15), "R-NOR-1", $"“{Title}”合法性审核", $"The review of '{Title}'");
        if (Last<NormativeDocumentIssued>() is { } issued && !Has<NormativeDocumentFiled>())
            yield return new MatterDeadline(issued.OccurredOn.AddDays(30), "R-NOR-3", $"“{Title}”备案（期限以本地规定为准）", $"Filing of '{Title}' (the local term holds)");
        if (ValidTo is { } end)
            yield return new MatterDeadline(end.AddMonths(-6), "M-NOR-1", $"“{Title}”有效期将满，评估后清理或续期", $"'{Title}' runs out in six months: evaluate, renew or repeal it");
    }
}

[Step(typeof(NormativeDocument), "planned", 1, "立项", "Planned", Becomes = "已立项", EnglishBecomes = "Planned")]
public sealed record NormativeDocumentPlanned : MatterOpening
{
    [Field("本单位角色", "Capacity")]
    public required DraftingCapacity Capacity { get; init; }

    [Field("涉及市场主体", "On businesses")]
    public required bool OnBusiness { get; init; }
}

public enum DraftingCapacity
{
    [Label("制定机关", "Issuer")] Issuer,
    [Label("起草单位", "Drafter")] Drafter,
}

[Step(typeof(NormativeDocument), "drafted", 2, "形成草案", "Drafted", Becomes = "已起草", EnglishBecomes = "Drafted", After = "planned", Repeats = true)]
public sealed record NormativeDocumentDrafted : MatterStep;

[Step(typeof(NormativeDocument), "consulted", 3, "征求意见结束", "Consulted", Becomes = "已征求意见", EnglishBecomes = "Consulted", After = "drafted", Repeats = true)]
public sealed record NormativeDocumentConsulted : MatterStep
{
    [Field("征求意见开始日期", "From", AtMost = nameof(OccurredOn))]
    public required DateOnly From { get; init; }

    [Field("渠道", "Channel", MaxLength = 200), Holds(Personal.Text)]
    public string? Channel { get; init; }

    [Field("收到意见", "Opinions", Unit = "条", Max = 1e6)]
    public int? Opinions { get; init; }

    [Field("采纳意见", "Adopted", Unit = "条", Max = 1e6, AtMost = nameof(Opinions))]
    public int? Adopted { get; init; }
}

[Step(typeof(NormativeDocument), "fair-competition", 4, "公平竞争审查", "Fair-competition review", After = "drafted", Repeats = true, Aside = true)]
public sealed record NormativeDocumentCompetitionReviewed : MatterStep
{
    [Field("审查结论", "Conclusion")]
    public required FairCompetitionConclusion Conclusion { get; init; }
}

[Step(typeof(NormativeDocument), "sent", 5, "送合法性审核", "Sent to review", Becomes = "审核中", EnglishBecomes = "Under review", After = "drafted", Repeats = true)]
public sealed record NormativeDocumentSent : MatterStep;

[Step(typeof(NormativeDocument), "reviewed", 6, "出具审核意见", "Reviewed", Becomes = "已审核", EnglishBecomes = "Reviewed", After = "sent", Repeats = true)]
public sealed record NormativeDocumentReviewed : MatterStep
{
    [Field("审核结论", "Result")]
    public required ReviewResult Result { get; init; }

    [Field("提出意见", "Opinions", Unit = "条", Max = 10_000)]
    public int? Opinions { get; init; }
}

[Step(typeof(NormativeDocument), "deliberated", 7, "集体审议", "Deliberated", Becomes = "已审议", EnglishBecomes = "Deliberated", After = "drafted", Repeats = true)]
public sealed record NormativeDocumentDeliberated : MatterStep
{
    [Field("会议", "Meeting", MaxLength = 100), Holds(Personal.Text)]
    public required string Meeting { get; init; }
}

[Step(typeof(NormativeDocument), "issued", 8, "印发", "Issued", Becomes = "已印发", EnglishBecomes = "Issued", After = "deliberated")]
public sealed record NormativeDocumentIssued : MatterStep
{
    [Field("施行日期", "In force from")]
    public required DateOnly EffectiveOn { get; init; }

    [Field("有效期至", "Valid to")]
    public DateOnly? ValidTo { get; init; }

    public override IEnumerable<Line> Lines() => NormativeDocument.Issued.One();
}
