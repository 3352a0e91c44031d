using Ledger.Domain.Figures;

namespace Ledger.Domain.Kinds;

/// <summary>A law exam (法律知识考试、测试): one entry is one exam and counts as one 次.</summary>
[Kind("law-exam", "法律知识考试（测试）", "Law exam", KindGroup.B, 3, Proof = "成绩单")]
[Words("考试", "测试", "测验", "知识测试", "知识考试", "应考", "参考", Hints = ["合格", "平均分", "及格"], Not = ["资格考试", "职业资格考试", "参考资料"])]
public sealed record LawExamHeld : Activity
{
    [Field("考试名称", "Name", MaxLength = 60), Holds(Personal.Text)]
    [Named(Ends = ["考试", "测试", "测验", "测评"], Not = ["参加考试", "参加测试", "资格考试"])]
    public required string Name { get; init; }

    [Field("应考人数", "Expected", Unit = "人", Max = 100_000)]
    [Words("应考", "应参加", "应参考", "报名", "应试", "该考")]
    public required int Expected { get; init; }

    [Field("参考人数", "Took", Unit = "人", Max = 100_000, AtMost = nameof(Expected))]
    [Words("参考", "参加", "实考", "实际参加", "实际参考", "参加考试", "参加测试", "实参加", "实参考", "到考", "考了", Not = ["应参考"])]
    public required int Took { get; init; }

    [Field("合格人数", "Passed", Unit = "人", Max = 100_000, AtMost = nameof(Took))]
    [Words("合格", "及格", "通过", "过关")]
    public required int Passed { get; init; }

    [Field("优秀人数", "Excellent", Unit = "人", Max = 100_000, AtMost = nameof(Passed))]
    [Words("优秀")]
    public int? Excellent { get; init; }

    [Field("平均分", "Average score", Unit = "分", Max = 100, Step = 0.1)]
    [Words("平均分", "平均", "均分")]
    public decimal? AverageScore { get; init; }

    [Field("合格线", "Pass line", Unit = "分", Max = 200, Step = 0.1)]
    [Words("合格线", "及格线")]
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
