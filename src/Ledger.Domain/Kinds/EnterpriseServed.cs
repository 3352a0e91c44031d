using Ledger.Domain.Figures;

namespace Ledger.Domain.Kinds;

/// <summary>Legal publicity or a legal check-up for an enterprise (涉企普法、法治体检): one entry is one service to one enterprise and counts as one 家次.</summary>
[Kind("enterprise-service", "涉企普法/法治体检", "Legal service to an enterprise", KindGroup.C, 5)]
[Words("走访…公司", "走访…企业", "走访…集团", "走访…厂", "公司…走访", "送法…公司", "公司…培训", "集团…培训", "厂…培训", "公司…座谈", "企业…座谈", "涉企", "公司…送法", "企业…送法", "集团…送法", "体检", "企业…法律服务", "法律座谈", "厂…座谈", "公司…法律服务", "厂…律培训", "企业…培训", "企业…讲座", "公司…讲", "厂…讲", "合作社…培训", "合作社…座谈", "走访…合作社", "走访…超市", "走访…酒店", "走访…饭店", "走访…药店", Sure = ["法治体检", "涉企普法"], Hints = ["公司", "企业"])]
public sealed record EnterpriseServed : Activity
{
    /// <summary>Name as registered: the same enterprise under two names counts as two 家.</summary>
    [Field("企业名称", "Enterprise", MaxLength = 100), Holds(Personal.Nothing)]
    [Named(Ends = ["有限责任公司", "有限公司", "公司", "集团", "厂", "合作社", "超市", "酒店", "饭店", "宾馆", "药店", "商行", "农场", "养殖场", "加油站"])]
    public required string Enterprise { get; init; }

    [Field("服务方式", "Service")]
    public required EnterpriseServiceType Service { get; init; }

    [Field("发现问题", "Problems found", Unit = "个", Max = 10_000)]
    [Words("发现", "查出", "收集", "问题", "梳理", "查找", "风险点", "风险", "隐患")]
    public int? ProblemsFound { get; init; }

    [Field("解决问题", "Problems solved", Unit = "个", Max = 10_000, AtMost = nameof(ProblemsFound))]
    [Words("解决", "化解", "帮着解决", "已解决", "解决…问题", "化解…风险", "改了", "改好", "整改")]
    public int? ProblemsSolved { get; init; }

    public static readonly FigureDefinition Services =
        FigureDefinition.Entries("enterprise-services", "涉企法律服务", "Services to enterprises", "家次").By("service");

    public static readonly FigureDefinition Enterprises =
        FigureDefinition.Distinct("enterprises-served", "服务企业", "Enterprises served", "家", "enterprise");

    public static readonly FigureDefinition Solved =
        FigureDefinition.Sum("enterprise-problems-solved", "为企业解决问题", "Enterprises' problems solved", "个", "problemsSolved");

    public override IEnumerable<Line> Lines() =>
    [
        .. Services.One(Service),
        .. Enterprises.Names(Enterprise),
        .. Solved.Sum(ProblemsSolved),
    ];
}

public enum EnterpriseServiceType
{
    [Label("走访", "Visit"), Words("上门", "回访", "到访")] Visit,
    [Label("座谈", "Seminar"), Words("座谈会")] Seminar,
    [Label("法治体检", "Legal health check"), Words("体检")] HealthCheck,
    [Label("培训", "Training"), Words("讲课", "上课", "讲了…课")] Training,
}
