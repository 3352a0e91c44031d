using Ledger.Domain.Figures;

namespace Ledger.Domain.Kinds;

/// <summary>The unit inspected itself (内部监督检查): one entry is one inspection and counts as one 次.</summary>
[Kind("internal-supervision", "内部监督检查", "Internal supervision", KindGroup.F, 1)]
[Words("内部监督", "内部…检查", "内部…评查", "自查", "层级监督", "案卷评查", "案卷…评查", "内部监督检查", "内部…自查", Sure = ["内部监督检查"])]
public sealed record InternalSupervisionDone : Activity
{
    [Field("发现问题", "Problems found", Unit = "个", Max = 10_000)]
    [Words("发现", "查出", "问题")]
    public int? ProblemsFound { get; init; }

    [Field("整改问题", "Problems fixed", Unit = "个", Max = 10_000, AtMost = nameof(ProblemsFound))]
    [Words("整改", "整改完成", "整改到位", "改了", "改完", "改好", "已改", "整改了", "销号")]
    public int? ProblemsFixed { get; init; }

    public static readonly FigureDefinition Supervisions =
        FigureDefinition.Entries("internal-supervisions", "内部监督检查", "Internal supervision", "次");

    public static readonly FigureDefinition Found =
        FigureDefinition.Sum("internal-problems-found", "内部监督发现问题", "Problems found internally", "个", "problemsFound");

    public static readonly FigureDefinition Fixed =
        FigureDefinition.Sum("internal-problems-fixed", "内部监督整改问题", "Problems fixed internally", "个", "problemsFixed");

    public override IEnumerable<Line> Lines() => [.. Supervisions.One(), .. Found.Sum(ProblemsFound), .. Fixed.Sum(ProblemsFixed)];
}
