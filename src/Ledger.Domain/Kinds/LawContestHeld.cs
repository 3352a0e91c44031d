using Ledger.Domain.Figures;

namespace Ledger.Domain.Kinds;

/// <summary>A contest in knowledge of the law (法律知识竞赛): one entry is one contest and counts as one 次.</summary>
[Kind("law-contest", "法律知识竞赛", "Law contest", KindGroup.B, 4)]
[Words("抢答赛", "抢答", Sure = ["竞赛"])]
public sealed record LawContestHeld : Activity
{
    [Field("参赛队伍", "Teams", Unit = "支", Max = 10_000)]
    [Words("队伍", "代表队", "参赛队", "队")]
    public int? Teams { get; init; }

    [Field("参赛人数", "Contestants", Unit = "人", Max = 100_000)]
    [Words("参赛", "选手", "队员", Default = true)]
    public int? Contestants { get; init; }

    public static readonly FigureDefinition Contests =
        FigureDefinition.Entries("law-contests", "法律知识竞赛", "Law contests", "次");

    public static readonly FigureDefinition Competed =
        FigureDefinition.Sum("law-contest-contestants", "参加法律知识竞赛", "Law contest contestants", "人次", "contestants");

    public override IEnumerable<Line> Lines() => [.. Contests.One(), .. Competed.Sum(Contestants)];
}
