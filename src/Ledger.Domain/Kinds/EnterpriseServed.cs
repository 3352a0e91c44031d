using Ledger.Domain.Figures;

namespace Ledger.Domain.Kinds;

/// <summary>Legal publicity or a legal check-up for an enterprise (涉企普法、法治体检): one entry is one service to one enterprise and counts as one 家次.</summary>
[Kind("enterprise-service", "涉企普法/法治体检", "Legal service to an enterprise", KindGroup.C, 5)]
public sealed record EnterpriseServed : Activity
{
    /// <summary>Name as registered: the same enterprise under two names counts as two 家.</summary>
    [Field("企业名称", "Enterprise", MaxLength = 100)]
    public required string Enterprise { get; init; }

    [Field("服务方式", "Service")]
    public required EnterpriseServiceType Service { get; init; }

    [Field("发现问题", "Problems found", Unit = "个", Max = 10_000)]
    public int? ProblemsFound { get; init; }

    [Field("解决问题", "Problems solved", Unit = "个", Max = 10_000, AtMost = nameof(ProblemsFound))]
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
    [Label("走访", "Visit")] Visit,
    [Label("座谈", "Seminar")] Seminar,
    [Label("法治体检", "Legal health check")] HealthCheck,
    [Label("培训", "Training")] Training,
}
