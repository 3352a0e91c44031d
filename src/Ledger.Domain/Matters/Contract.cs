using Ledger.Domain.Figures;
using Ledger.Domain.Kinds;

namespace Ledger.Domain.Matters;

/// <summary>A contract or investment agreement from its draft to its end: reviewed before it is signed, kept once it is.</summary>
[Matter("contract", "合同协议", "Contract", KindGroup.D, 3)]
[Slot("draft", "合同文本（送审稿）", "The draft", "sent")]
[Slot("review", "审查意见书", "The review", "reviewed")]
[Slot("signed", "签订的合同", "The contract", "signed")]
public sealed record Contract : MatterState
{
    public static readonly FigureDefinition Signings =
        FigureDefinition.Entries("contracts-signed", "签订合同（协议）", "Contracts signed", "份").By("type").Of("signed");

    public static readonly FigureDefinition ReviewRate =
        FigureDefinition.Share("contract-review-rate", "合同审查率", "Contract review rate", "reviewed").Of("signed");

    private const string Local = "政府合同管理规定（各地）";

    public static readonly Guard CreditCode = Guard.Of<Contract, ContractDrafted>(
        "credit-code", Severity.Low, "GB 32100—2015", "统一社会信用代码不是18位，或校验位不符", "The unified social credit code has not 18 characters, or its check digit is wrong",
        (_, step) => step.CounterpartyCode is { } code && !Matters.CreditCode.IsRight(code));

    public static readonly Guard NoReview = Guard.Of<Contract, ContractSigned>(
        "no-review", Severity.Medium, Local, "签订前没有合法性审查意见", "It was not reviewed before it was signed",
        (matter, step) => !matter.ReviewedBy(step.OccurredOn));

    public static readonly Guard Unlawful = Guard.Of<Contract, ContractSigned>(
        "review-negative", Severity.Medium, Local, "最近一次审查的结论是不合法或退回", "The last review said unlawful, or returned it",
        (matter, step) => matter.ReviewOf(step.OccurredOn) is { Result: ReviewResult.Unlawful or ReviewResult.Returned });

    public static readonly Guard NoFairCompetition = Guard.Of<Contract, ContractSigned>(
        "no-fair-competition-review", Severity.High, "公平竞争审查条例第13条", "招商协议签订前没有公平竞争审查", "An investment agreement without a fair-competition review",
        (matter, step) => matter.Type == ContractType.Investment && !matter.HasBy<ContractFairCompetitionReviewed>(step.OccurredOn));

    public static readonly Guard FiledLate = Guard.Of<Contract, ContractFiled>(
        "filed-late", Severity.Medium, Local, "签订后超过5个工作日才备案", "It was filed more than 5 working days after it was signed",
        (matter, step) => matter.Last<ContractSigned>() is { } signed && MatterDays.Between(signed.OccurredOn, step.OccurredOn) > 5);

    public static readonly Guard OwnBreach = Guard.Of<Contract, ContractBreached>(
        "own-breach", Severity.High, "优化营商环境条例第31条", "本方违约：不得以换届、人员更替等为由违约", "The unit itself broke it: a change of people is no ground",
        (_, step) => step.By == ContractSide.Own);

    public ContractType? Type => First<ContractDrafted>()?.Type;

    /// <summary>The last opinion there was on a day.</summary>
    public ContractReviewed? ReviewOf(DateOnly day) => Steps.OfType<ContractReviewed>().LastOrDefault(r => r.OccurredOn <= day);

    public bool ReviewedBy(DateOnly day) => ReviewOf(day) is not null;

    public override IEnumerable<MatterDeadline> Deadlines()
    {
        if (!Open)
            yield break;
        var (sent, signed) = (Last<ContractSentToReview>(), Last<ContractSigned>());
        if (sent is not null && !Steps.OfType<ContractReviewed>().Any(r => r.OccurredOn >= sent.OccurredOn))
            yield return new MatterDeadline(MatterDays.After(sent.OccurredOn, 5), "R-CON-1", $"“{Title}”审查意见", $"The review of '{Title}'");
        if (signed is not null && !Has<ContractFiled>())
            yield return new MatterDeadline(MatterDays.After(signed.OccurredOn, 5), "R-CON-1", $"“{Title}”签订后备案", $"Filing of '{Title}'");
        if (signed?.PerformBy is { } end)
            yield return new MatterDeadline(end, "R-CON-2", $"“{Title}”履行期满", $"'{Title}' is to be fulfilled");
    }
}

[Step(typeof(Contract), "drafted", 1, "起草", "Drafted", Becomes = "起草中", EnglishBecomes = "Drafted")]
public sealed record ContractDrafted : MatterOpening
{
    [Field("合同类型", "Type")]
    public required ContractType Type { get; init; }

    [Field("对方当事人", "Counterparty", MaxLength = 100), Holds(Personal.Text)]
    public required string Counterparty { get; init; }

    [Field("统一社会信用代码", "Unified social credit code", MaxLength = 30), Holds(Personal.Nothing)]
    public string? CounterpartyCode { get; init; }

    [Field("涉及金额", "Amount", Unit = "万元", Max = 1e9, Step = 0.01)]
    public decimal? Amount { get; init; }

    [Field("政策承诺", "Promises", MaxLength = 200, MaxItems = 50), Holds(Personal.Text)]
    public IReadOnlyList<string>? Promises { get; init; }
}

public enum ContractType
{
    [Label("招商协议", "Investment agreement")] Investment,
    [Label("采购", "Procurement")] Procurement,
    [Label("租赁", "Lease")] Lease,
    [Label("委托", "Commission")] Commission,
    [Label("法律服务", "Legal services")] LegalService,
    [Label("其他", "Other")] Other,
}

[Step(typeof(Contract), "fair-competition", 2, "公平竞争审查", "Fair-competition review", After = "drafted", Repeats = true, Aside = true)]
public sealed record ContractFairCompetitionReviewed : MatterStep
{
    [Field("审查结论", "Conclusion")]
    public required FairCompetitionConclusion Conclusion { get; init; }
}

[Step(typeof(Contract), "sent", 3, "送审", "Sent to review", Becomes = "审查中", EnglishBecomes = "Under review", After = "drafted", Repeats = true)]
public sealed record ContractSentToReview : MatterStep
{
    [Field("审查主体", "Reviewer")]
    public ReviewerKind? Reviewer { get; init; }
}

[Step(typeof(Contract), "reviewed", 4, "出具审查意见", "Reviewed", Becomes = "已审查", EnglishBecomes = "Reviewed", After = "sent", Repeats = true)]
public sealed record ContractReviewed : MatterStep
{
    [Field("审查结论", "Result")]
    public required ReviewResult Result { get; init; }

    [Field("提出意见", "Opinions", Unit = "条", Max = 10_000)]
    public int? Opinions { get; init; }

    [Field("采纳意见", "Adopted", Unit = "条", Max = 10_000, AtMost = nameof(Opinions))]
    public int? Adopted { get; init; }
}

[Step(typeof(Contract), "revised", 5, "修改", "Revised", After = "drafted", Repeats = true, Aside = true)]
public sealed record ContractRevised : MatterStep
{
    [Field("修改内容", "What was changed", MaxLength = 1000), Holds(Personal.Text)]
    public required string What { get; init; }
}

[Step(typeof(Contract), "approved", 6, "集体研究", "Approved", Becomes = "已批准", EnglishBecomes = "Approved", After = "drafted", Repeats = true, Aside = true)]
public sealed record ContractApproved : MatterStep
{
    [Field("会议", "Meeting", MaxLength = 100), Holds(Personal.Text)]
    public required string Meeting { get; init; }
}

[Step(typeof(Contract), "signed", 7, "签订", "Signed", Becomes = "履行中", EnglishBecomes = "Being performed", After = "drafted")]
public sealed record ContractSigned : MatterStep
{
    [Field("签订金额", "Amount", Unit = "万元", Max = 1e9, Step = 0.01)]
    public decimal? Amount { get; init; }

    [Field("履行期限", "To be performed by")]
    public DateOnly? PerformBy { get; init; }

    [Field("合同类型", "Type"), Stated]
    public ContractType Type { get; init; }

    [Field("签订前已审查", "Reviewed before it was signed"), Stated]
    public bool Reviewed { get; init; }

    public override MatterStep State(MatterState matter) =>
        this with { Type = ((Contract)matter).Type ?? ContractType.Other, Reviewed = ((Contract)matter).ReviewedBy(OccurredOn) };

    public override IEnumerable<Line> Lines() => [.. Contract.Signings.One(Type), .. Contract.ReviewRate.Share(Reviewed)];
}
