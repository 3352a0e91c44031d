using Ledger.Domain.Figures;

namespace Ledger.Domain.Kinds;

/// <summary>One service rendered by a legal adviser (法律顾问服务): one entry is one 次, whatever its hours.</summary>
[Kind("legal-service", "法律顾问服务", "Legal adviser's service", KindGroup.E, 1)]
public sealed record LegalServiceProvided : Activity
{
    [Field("服务类型", "Type of service")]
    public required LegalServiceType Service { get; init; }

    [Field("法律顾问", "Adviser", MaxLength = 60)]
    public required string Adviser { get; init; }

    [Field("时长", "Hours", Unit = "小时", Max = 200, Step = 0.5)]
    public decimal? Hours { get; init; }

    [Field("是否采纳", "Adopted")]
    public bool? Adopted { get; init; }

    public static readonly FigureDefinition Services =
        FigureDefinition.Entries("legal-service", "法律顾问服务", "Legal services", "次").By("service");

    public override IEnumerable<Line> Lines() => Services.One(Service);
}

public enum LegalServiceType
{
    [Label("重大决策意见", "Opinion on a major decision")] MajorDecisionOpinion,
    [Label("合同审查", "Contract review")] ContractReview,
    [Label("规范性文件审查", "Normative document")] NormativeDocument,
    [Label("法律咨询", "Consultation")] Consultation,
    [Label("法律意见书", "Legal opinion")] LegalOpinion,
    [Label("列席会议", "Attending a meeting")] AttendMeeting,
    [Label("谈判", "Negotiation")] Negotiation,
    [Label("涉诉涉访", "Litigation or petition")] LitigationPetition,
    [Label("培训讲座", "Training")] Training,
    [Label("其他", "Other")] Other,
}
