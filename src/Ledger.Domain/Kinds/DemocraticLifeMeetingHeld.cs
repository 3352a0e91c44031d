using Ledger.Domain.Figures;

namespace Ledger.Domain.Kinds;

/// <summary>A democratic life meeting that took up the rule of law (民主生活会涉法): one entry is one meeting and counts as one 次.</summary>
[Kind("democratic-life-meeting", "民主生活会涉法", "Democratic life meeting", KindGroup.A, 7)]
[Words(Sure = ["民主生活会", "组织生活会"])]
public sealed record DemocraticLifeMeetingHeld : Activity
{
    [Field("查摆问题", "Problems found", Unit = "个", Max = 10_000)]
    [Words("查摆", "问题", "发现", "查摆…问题")]
    public int? ProblemsFound { get; init; }

    [Field("整改问题", "Problems fixed", Unit = "个", Max = 10_000, AtMost = nameof(ProblemsFound))]
    [Words("整改", "整改完成", "整改到位", "已整改", "改了", "改完", "改好", "已改", "整改了", "销号")]
    public int? ProblemsFixed { get; init; }

    public static readonly FigureDefinition Meetings =
        FigureDefinition.Entries("democratic-life-meetings", "民主生活会涉法", "Democratic life meetings", "次");

    public override IEnumerable<Line> Lines() => Meetings.One();
}
