using Ledger.Domain.Figures;

namespace Ledger.Domain.Kinds;

/// <summary>Staff studied law (学法活动): one entry is one session and counts as one 次, whatever its hours.</summary>
[Kind("law-study", "学法活动", "Law study", KindGroup.B, 1)]
public sealed record LawStudyHeld : Activity
{
    [Field("学法形式", "Form")]
    public required LawStudyForm Form { get; init; }

    [Field("主讲人", "Lecturer", MaxLength = 60)]
    public string? Lecturer { get; init; }

    [Field("学时", "Hours", Unit = "小时", Max = 40, Step = 0.5)]
    public decimal? Hours { get; init; }

    [Field("应到人数", "Expected", Unit = "人", Max = 100_000)]
    public int? Expected { get; init; }

    [Field("实到人数", "Attended", Unit = "人", Max = 100_000, AtMost = nameof(Expected))]
    public int? Attended { get; init; }

    public static readonly FigureDefinition Sessions =
        FigureDefinition.Entries("law-studies", "学法活动", "Law study sessions", "次").By("form");

    public static readonly FigureDefinition Attendance =
        FigureDefinition.Sum("law-study-attendance", "参加学法", "Law study attendance", "人次", "attended");

    public static readonly FigureDefinition AttendanceRate =
        FigureDefinition.Rate("law-study-attendance-rate", "学法到课率", "Law study attendance rate", "attended", "expected");

    public override IEnumerable<Line> Lines() =>
    [
        .. Sessions.One(Form),
        .. Attendance.Sum(Attended),
        .. AttendanceRate.Rate(Attended, Expected),
    ];
}

public enum LawStudyForm
{
    [Label("第一议题", "First agenda item")] FirstAgenda,
    [Label("理论学习中心组", "Theory study group")] TheoryGroup,
    [Label("会前学法", "Study before a meeting")] PreMeeting,
    [Label("党课", "Party lecture")] PartyLecture,
    [Label("主题党日", "Party day")] PartyDay,
    [Label("专题讲座", "Lecture")] Lecture,
    [Label("培训班", "Training")] Training,
    [Label("旁听庭审", "Court observation")] CourtObservation,
    [Label("警示教育", "Warning education")] WarningEducation,
    [Label("集中学习", "Group study")] Group,
    [Label("线上学法", "Online")] Online,
}
