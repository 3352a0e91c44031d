using Ledger.Domain.Kinds;

namespace Ledger.Domain.Matters;

// The steps of a major decision up to its legality review.

[Step(typeof(MajorDecision), "listed", 1, "列入决策目录", "Listed", Becomes = "已列入目录", EnglishBecomes = "Listed")]
public sealed record MajorDecisionListed : MatterOpening
{
    [Field("决策建议来源", "Proposed by")]
    public ProposalOrigin? Origin { get; init; }

    [Field("目录序号", "Number in the catalogue", MaxLength = 30), Holds(Personal.Nothing)]
    public string? CatalogueNo { get; init; }
}

public enum ProposalOrigin
{
    [Label("领导提出", "Leaders")] Leaders,
    [Label("部门提出", "Departments")] Departments,
    [Label("代表委员提出", "Deputies")] Deputies,
    [Label("公众提出", "Public")] Public,
}

[Step(typeof(MajorDecision), "started", 2, "启动", "Started", Becomes = "已启动", EnglishBecomes = "Started", After = "listed")]
public sealed record DecisionStarted : MatterStep
{
    [Field("承办单位", "Undertaker", MaxLength = 60), Holds(Personal.Text)]
    public required string Undertaker { get; init; }
}

[Step(typeof(MajorDecision), "drafted", 3, "形成草案", "Draft ready", Becomes = "已有草案", EnglishBecomes = "Drafted", After = "started", Repeats = true)]
public sealed record DecisionDrafted : MatterStep
{
    [Field("方案个数", "Options", Unit = "个", Min = 1, Max = 20)]
    public int? Options { get; init; }
}

[Step(typeof(MajorDecision), "participation-opened", 4, "公众参与开始", "Participation opened", Becomes = "公众参与中", EnglishBecomes = "Public participation", After = "drafted", Repeats = true)]
public sealed record ParticipationOpened : MatterStep
{
    [Field("参与方式", "Method")]
    public required ParticipationMethod Method { get; init; }

    [Field("渠道", "Channel", MaxLength = 200), Holds(Personal.Text)]
    public string? Channel { get; init; }

    [Field("听证材料送达日期", "Hearing materials delivered on")]
    public DateOnly? MaterialsOn { get; init; }
}

public enum ParticipationMethod
{
    [Label("公开征求意见", "Public notice")] PublicNotice,
    [Label("听证会", "Hearing")] Hearing,
    [Label("座谈会", "Symposium")] Symposium,
    [Label("实地走访", "Visits")] Visits,
    [Label("书面征求意见", "In writing")] Written,
    [Label("问卷调查、民意调查", "Survey")] Survey,
}

[Step(typeof(MajorDecision), "participation-closed", 5, "公众参与结束", "Participation closed", Becomes = "公众参与已结束", EnglishBecomes = "Participation closed", After = "participation-opened", Repeats = true)]
public sealed record ParticipationClosed : MatterStep
{
    [Field("收到意见", "Opinions", Unit = "条", Max = 1e6)]
    public int? Opinions { get; init; }

    [Field("采纳意见", "Adopted", Unit = "条", Max = 1e6, AtMost = nameof(Opinions))]
    public int? Adopted { get; init; }

    [Field("反馈情况", "Feedback", MaxLength = 1000), Holds(Personal.Text)]
    public string? Feedback { get; init; }
}

[Step(typeof(MajorDecision), "experts", 6, "专家论证", "Experts heard", Becomes = "已论证", EnglishBecomes = "Experts heard", After = "drafted", Repeats = true)]
public sealed record ExpertsHeard : MatterStep
{
    [Field("论证机构", "Institution", MaxLength = 60), Holds(Personal.Text)]
    public string? Institution { get; init; }

    [Field("专家人数", "Experts", Unit = "人", Max = 1000)]
    public int? Experts { get; init; }

    [Field("论证意见", "Opinion", MaxLength = 1000), Holds(Personal.Text)]
    public string? Opinion { get; init; }
}

[Step(typeof(MajorDecision), "experts-waived", 7, "不需要专家论证", "Experts waived", After = "listed", Aside = true)]
public sealed record ExpertsWaived : MatterStep
{
    [Field("依据和理由", "Legal reason", MaxLength = 500), Holds(Personal.Text)]
    public required string LegalReason { get; init; }

    [Field("批准（会议或职务）", "Approved by (meeting or office)", MaxLength = 60), Holds(Personal.Text)]
    public required string ApprovedBy { get; init; }
}

[Step(typeof(MajorDecision), "risk", 8, "风险评估", "Risk assessed", Becomes = "已评估", EnglishBecomes = "Risk assessed", After = "drafted", Repeats = true)]
public sealed record RiskAssessed : MatterStep
{
    [Field("评估机构", "Assessor", MaxLength = 60), Holds(Personal.Text)]
    public string? Assessor { get; init; }

    [Field("评估结论", "Result")]
    public required RiskResult Result { get; init; }
}

public enum RiskResult
{
    [Label("可控", "Controllable")] Controllable,
    [Label("不可控", "Uncontrollable")] Uncontrollable,
}

[Step(typeof(MajorDecision), "risk-waived", 9, "不需要风险评估", "Risk assessment waived", After = "listed", Aside = true)]
public sealed record RiskWaived : MatterStep
{
    [Field("依据和理由", "Legal reason", MaxLength = 500), Holds(Personal.Text)]
    public required string LegalReason { get; init; }

    [Field("批准（会议或职务）", "Approved by (meeting or office)", MaxLength = 60), Holds(Personal.Text)]
    public required string ApprovedBy { get; init; }
}

[Step(typeof(MajorDecision), "sent", 10, "送合法性审查", "Sent to legality review", Becomes = "合法性审查中", EnglishBecomes = "Under review", After = "drafted", Repeats = true)]
public sealed record DecisionSentToLegality : MatterStep
{
    [Field("要求反馈日期", "Wanted by")]
    public DateOnly? WantedBy { get; init; }
}

[Step(typeof(MajorDecision), "legality", 11, "合法性审查意见", "Legality reviewed", Becomes = "已审查", EnglishBecomes = "Reviewed", After = "sent", Repeats = true)]
public sealed record DecisionLegalityReviewed : MatterStep
{
    [Field("审查结论", "Result")]
    public required ReviewResult Result { get; init; }

    [Field("审查主体", "Reviewer")]
    public ReviewerKind? Reviewer { get; init; }

    [Field("是否听取法律顾问、公职律师意见", "Advisers were heard")]
    public bool? AdvisersHeard { get; init; }
}
