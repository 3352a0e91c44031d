using Ledger.Domain.Figures;

namespace Ledger.Domain.Kinds;

/// <summary>Staff studied law (学法活动): one entry is one session and counts as one 次, whatever its hours.</summary>
[Kind("law-study", "学法活动", "Law study", KindGroup.B, 1)]
[Words("学法", "党课", "中心组", "第一议题", "主题党日", "专题讲座", "法治讲座", "法律讲座", "宪法讲座", "讲座", "培训班", "旁听…庭审", "庭审…旁听", "警示教育", "集中学习", "集中学法", "线上学法", "网上学习", "理论学习", "专题学习", "学习…法", "学习…条例", "会前学法", "法治培训", "依法行政培训", "业务培训", "轮训", "请…讲", "邀请…讲", "集体学", "集中学", "组织学", "学了…法", "学了…条例", Hints = ["学习", "学了", "学的", "培训", "讲课", "授课", "应到", "实到", "主讲"], Not = ["学法用法考试", "学法计划", "学法制度", "学法清单", "学法用法测试"])]
public sealed record LawStudyHeld : Activity
{
    [Field("学法形式", "Form")]
    public required LawStudyForm Form { get; init; }

    [Field("主讲人", "Lecturer", MaxLength = 60), Holds(Personal.Name)]
    [Named(After = ["主讲人", "授课人", "领学人", "邀请", "请"], Before = ["主讲", "授课", "讲课", "领学", "讲法治党课", "讲党课", "作专题讲座", "作宪法讲座", "作讲座", "作辅导"], Stops = ["听取", "学习"], Most = 16)]
    public string? Lecturer { get; init; }

    [Field("学时", "Hours", Unit = "小时", Max = 40, Step = 0.5)]
    [Words(Default = true)]
    public decimal? Hours { get; init; }

    [Field("应到人数", "Expected", Unit = "人", Max = 100_000)]
    [Words("应到", "应参加", "应参训", "应该到", "该到")]
    public int? Expected { get; init; }

    [Field("实到人数", "Attended", Unit = "人", Max = 100_000, AtMost = nameof(Expected))]
    [Words("实到", "参加", "参训", "到场", "听讲", "听课", "到会", "参会", "完成", "参学", "出席", "学完", "到了", "来了", "去了", "听了", "到齐", Default = true)]
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
    [Label("理论学习中心组", "Theory study group"), Words("中心组", "中心组…学习", "中心组…研讨")] TheoryGroup,
    [Label("会前学法", "Study before a meeting"), Words("会前学")] PreMeeting,
    [Label("党课", "Party lecture"), Words("法治党课")] PartyLecture,
    [Label("主题党日", "Party day")] PartyDay,
    [Label("专题讲座", "Lecture"), Words("讲座", "请…讲")] Lecture,
    [Label("培训班", "Training"), Words("培训", "轮训")] Training,
    [Label("旁听庭审", "Court observation"), Words("旁听…庭审", "旁听")] CourtObservation,
    [Label("警示教育", "Warning education")] WarningEducation,
    [Label("集中学习", "Group study"), Words("集中学法", "全体…学习", "全局…学习", "集体学", "集中学")] Group,
    [Label("线上学法", "Online"), Words("线上学习", "网上学习", "在线学习", "线上学", "网上学", "在线学")] Online,
}
