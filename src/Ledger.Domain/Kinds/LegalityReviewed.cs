using Ledger.Domain.Figures;

namespace Ledger.Domain.Kinds;

/// <summary>A review of legality (合法性审查): one entry is one review and counts as one 件, on the day it was returned.</summary>
[Kind("legality-review", "合法性审查", "Legality review", KindGroup.D, 1, Proof = "审查意见书")]
[Words("合同审查", "协议审查", "议题审查", "方案审查", "办法审查", "送…审查", "送…审核", Sure = ["合法性审查", "合法性审核", "法制审核", "审查…合法性", "审…合法性", "审核…合法性"], Hints = ["审查", "送审", "修改后合法", "合法", "采纳"])]
public sealed record LegalityReviewed : Activity
{
    [Field("审查对象", "Subject")]
    public required ReviewSubject Subject { get; init; }

    [Field("送审日期", "Sent on", AtMost = nameof(OccurredOn))]
    [Words("送", "送审", "报送", "报审", "提请")]
    public DateOnly? SentOn { get; init; }

    [Field("审查结论", "Result")]
    public required ReviewResult Result { get; init; }

    [Field("审查主体", "Reviewer")]
    public ReviewerKind? Reviewer { get; init; }

    [Field("提出意见", "Opinions", Unit = "条", Max = 10_000)]
    [Words("意见", "提意见", "提了", "提出")]
    public int? Opinions { get; init; }

    [Field("采纳意见", "Adopted", Unit = "条", Max = 10_000, AtMost = nameof(Opinions))]
    [Words("采纳")]
    public int? Adopted { get; init; }

    [Field("涉及金额", "Amount", Unit = "万元", Max = 1e9, Step = 0.01)]
    [Words("金额", "标的", "涉及", "涉及资金", Default = true)]
    public decimal? Amount { get; init; }

    public static readonly FigureDefinition Reviews =
        FigureDefinition.Entries("legality-reviews", "合法性审查", "Legality reviews", "件").By("subject");

    public static readonly FigureDefinition ContractReviews =
        FigureDefinition.Entries("contract-reviews", "审查合同（协议）", "Contracts reviewed", "份").When("subject", "contract", "investment-agreement");

    public static readonly FigureDefinition OpinionsGiven =
        FigureDefinition.Sum("legality-opinions", "提出合法性审查意见", "Legality opinions", "条", "opinions");

    public static readonly FigureDefinition OpinionsAdopted =
        FigureDefinition.Sum("legality-opinions-adopted", "采纳合法性审查意见", "Legality opinions adopted", "条", "adopted");

    public static readonly FigureDefinition AdoptionRate =
        FigureDefinition.Rate("legality-adoption-rate", "合法性审查意见采纳率", "Legality opinion adoption rate", "adopted", "opinions");

    public override IEnumerable<Line> Lines() =>
    [
        .. Reviews.One(Subject),
        .. Subject is ReviewSubject.Contract or ReviewSubject.InvestmentAgreement ? ContractReviews.One() : [],
        .. OpinionsGiven.Sum(Opinions),
        .. OpinionsAdopted.Sum(Adopted),
        .. AdoptionRate.Rate(Adopted, Opinions),
    ];
}

public enum ReviewSubject
{
    [Label("重大决策", "Major decision"), Words("重大行政决策")] MajorDecision,
    [Label("规范性文件", "Normative document")] NormativeDocument,
    [Label("合同", "Contract"), Words("协议")] Contract,
    [Label("招商协议", "Investment agreement"), Words("投资协议", "招商合同", "投资合同")] InvestmentAgreement,
    [Label("政策措施", "Policy"), Words("政策", "办法")] Policy,
    [Label("会议议题", "Meeting topic"), Words("会议题", "议题", "上会")] MeetingTopic,
    [Label("信息公开答复", "Disclosure reply"), Words("公开答复")] DisclosureReply,
    [Label("执法决定", "Enforcement decision"), Words("处罚决定", "处罚")] Enforcement,
    [Label("其他", "Other")] Other,
}

public enum ReviewResult
{
    [Label("合法", "Lawful"), Words("没问题", "没有问题", "无问题", "审查通过", "审核通过", Not = ["合法性"])] Lawful,
    [Label("修改后合法", "Lawful after change"), Words("改后合法", "改完合法", "改完…合法", "改好…合法", "修改完…合法", "修改完善后合法", "修改后通过", "修改后可行")] LawfulAfterChange,
    [Label("不合法", "Unlawful"), Words("不符合法律", "违反上位法")] Unlawful,
    [Label("退回", "Returned"), Words("退件", Not = ["退回…意见"])] Returned,
}

public enum ReviewerKind
{
    [Label("本单位法制机构", "Own legal office"), Words("法规股", "法规科", "法制股", "法制科", "法制员", "法规室", "法制办")] Own,
    [Label("司法局", "Justice bureau")] JusticeBureau,
    [Label("法律顾问", "Legal adviser")] Adviser,
}
