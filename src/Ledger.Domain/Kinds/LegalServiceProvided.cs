using Ledger.Domain.Figures;

namespace Ledger.Domain.Kinds;

/// <summary>One service rendered by a legal adviser (法律顾问服务): one entry is one 次, whatever its hours.</summary>
[Kind("legal-service", "法律顾问服务", "Legal adviser's service", KindGroup.E, 1)]
[Words("法律顾问", "律师", "律师…审", "律师…看", "顾问…律师", "顾问…合同", "法律意见书", "法律顾问…审", "律师…意见", "法律咨询", "法律意见", "合同审查", "协议审查", "顾问…列席", "律师…授课", "律师…代理", "律师…出庭", "律所", "律所…意见", "顾问…意见", Hints = ["咨询", "列席", "谈判", "合同", "协议"], Not = ["公职律师", "法律顾问换届", "法律顾问续聘", "新聘…律师", "聘任…律师", "聘请…律师", "续聘…律师", "法律顾问管理", "法律顾问制度"])]
public sealed record LegalServiceProvided : Activity
{
    [Field("服务类型", "Type of service")]
    public required LegalServiceType Service { get; init; }

    [Field("法律顾问", "Adviser", MaxLength = 60), Holds(Personal.Name)]
    [Named(Ends = ["律师事务所", "律所", "律师"], After = ["法律顾问", "顾问单位", "顾问"], Not = ["公职律师"], Stops = ["协助", "咨询", "请教"], Most = 14)]
    public required string Adviser { get; init; }

    [Field("时长", "Hours", Unit = "小时", Max = 200, Step = 0.5)]
    [Words("用时", "耗时", Default = true)]
    public decimal? Hours { get; init; }

    [Field("是否采纳", "Adopted")]
    [Words("采纳", "被采纳", "已采纳", No = ["未采纳", "未被采纳", "没采纳", "没有采纳", "没有被采纳"])]
    public bool? Adopted { get; init; }

    /// <summary>Why a service of a day on which nobody was engaged was rendered all the same; asked for, never demanded.</summary>
    [Field("聘期外服务的原因", "Why outside every engagement", MinLength = 2, MaxLength = 200), Holds(Personal.Text)]
    public string? OutsideReason { get; init; }

    public static readonly FigureDefinition Services =
        FigureDefinition.Entries("legal-service", "法律顾问服务", "Legal services", "次").By("service");

    public override IEnumerable<Line> Lines() => Services.One(Service);
}

public enum LegalServiceType
{
    [Label("重大决策意见", "Opinion on a major decision"), Words("重大决策", "重大事项…意见")] MajorDecisionOpinion,
    [Label("合同审查", "Contract review"), Words("审查…合同", "审…合同", "看…合同", "审查…协议", "审核…合同", "审核…协议", "审…协议", "合同…审", "看…协议", "合同…看", "协议…看", "协议…审", "改…合同", "改…协议", "合同…把关", "协议…把关", "把关…合同", "把关…协议")] ContractReview,
    [Label("规范性文件审查", "Normative document"), Words("规范性文件")] NormativeDocument,
    [Label("法律咨询", "Consultation"), Words("咨询", "解答", "请教", "问了", "打电话问", "电话问", "答复")] Consultation,
    [Label("法律意见书", "Legal opinion"), Words("意见书", "法律意见", "提…意见")] LegalOpinion,
    [Label("列席会议", "Attending a meeting"), Words("列席", "列席…会")] AttendMeeting,
    [Label("谈判", "Negotiation"), Words("磋商", "洽谈", "谈项目", "谈补偿", "谈赔偿", "谈条件")] Negotiation,
    [Label("涉诉涉访", "Litigation or petition"), Words("信访", "涉访", "应诉", "代理…诉讼", "诉讼", "涉诉", "仲裁", "开庭", "出庭", "代理…案", "上访", "接访", "官司", "起诉", "打官司")] LitigationPetition,
    [Label("培训讲座", "Training"), Words("培训", "讲课", "讲座", "授课", "讲了一课", "给…讲", "来…讲", "上课", "讲了…课")] Training,
    [Label("其他", "Other")] Other,
}
