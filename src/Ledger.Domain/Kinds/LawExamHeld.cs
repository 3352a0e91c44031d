using Ledger.Domain.Figures;

namespace Ledger.Domain.Kinds;

/// <summary>A law exam (法律知识考试、测试): one entry is one exam and counts as one 次.</summary>
[Kind("law-exam", "法律知识考试（测试）", "Law exam", KindGroup.B, 3)]
public sealed record LawExamHeld : Activity
{
    [Field("考试名称", "Name", MaxLength = 60)]
    public required string Name { get; init; }

    [Field("应考人数", "Expected", Unit = "人", Max = 100_000)]
    public required int Expected { get; init; }

    [Field("参考人数", "Took", Unit = "人", Max = 100_000, AtMost = nameof(Expected))]
    public required int Took { get; init; }

    [Field("合格人数", "Passed", Unit = "人", Max = 100_000, AtMost = nameof(Took))]
    public required int Passed { get; init; }

    [Field("优秀人数", "Excellent", Unit = "人", Max = 100_000, AtMost = nameof(Passed))]
    public int? Excellent { get; init; }

    [Field("平均分", "Average score", Unit = "分", Max = 100, Step = 0.1)]
    public decimal? AverageScore { get; init; }

    [Field("合格线", "Pass line", Unit = "分", Max = 200, Step = 0.1)]
    public decimal? PassLine { get; init; }

    public static readonly FigureDefinition Exams =
        FigureDefinition.Entries("law-exams", "法律知识考试（测试）", "Law exams", "次");

    public static readonly FigureDefinition Takers =
        FigureDefinition.Sum("law-exam-takers", "参加考试", "Exam takers", "人次", "took");

    public static readonly FigureDefinition ParticipationRate =
        FigureDefinition.Rate("law-exam-participation-rate", "参考率", "Exam participation rate", "took", "expected");

    public static readonly FigureDefinition PassRate =
        FigureDefinition.Rate("law-exam-pass-rate", "合格率", "Exam pass rate", "passed", "took");

    public override IEnumerable<Line> Lines() =>
    [
        .. Exams.One(),
        .. Takers.Sum(Took),
        .. ParticipationRate.Rate(Took, Expected),
        .. PassRate.Rate(Passed, Took),
    ];
}
