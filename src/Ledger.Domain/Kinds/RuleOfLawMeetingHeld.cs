using Ledger.Domain.Figures;

namespace Ledger.Domain.Kinds;

/// <summary>A meeting on the rule of law (法治工作会议): one entry is one meeting and counts as one 次.</summary>
[Kind("rule-of-law-meeting", "法治工作会议", "Rule-of-law meeting", KindGroup.A, 1, Proof = "纪要")]
[Words("领导小组会议", "领导小组会", "领导小组第", "法治建设领导小组会", "法治建设领导小组会议", "依法治县…领导小组会", "法治…工作会", "法治…推进会", "法治…部署会", "法治…动员会", "党组会…法治", "党组会议…法治", "党委会…法治", "办公会…法治", "局务会…法治", "法治工作会", "会…法治建设", "会…法治工作", "会…依法行政", "会…依法治县", Hints = ["召开", "议题", "议定", "研究"], Not = ["会前学法"])]
public sealed record RuleOfLawMeetingHeld : Activity
{
    [Field("会议层级", "Level")]
    public required RuleOfLawMeetingLevel Level { get; init; }

    [Field("议题", "Agenda items", Unit = "项", Max = 100)]
    [Words("议题", "研究", "议了", "讨论", "审议")]
    public int? AgendaItems { get; init; }

    [Field("议定事项", "Decisions", Unit = "项", Max = 100)]
    [Words("议定", "决定", "议定事项", "形成决议", "定了", "明确", "定下", "通过")]
    public int? Decisions { get; init; }

    public static readonly FigureDefinition Meetings =
        FigureDefinition.Entries("meetings", "法治工作会议", "Rule-of-law meetings", "次").By("level");

    public override IEnumerable<Line> Lines() => Meetings.One(Level);
}

public enum RuleOfLawMeetingLevel
{
    [Label("领导小组会议", "Leading group"), Words("领导小组会", "领导小组第", "领导小组…会议")] LeadingGroup,
    [Label("党组会议", "Party group"), Words("党组会", "党组扩大会", "党委会", "党组专题", "党组…研究")] PartyGroup,
    [Label("办公会", "Office meeting"), Words("局务会", "局长办公会", "主任办公会", "领导小组办公室会议", "领导小组办公室会")] Office,
    [Label("工作会议", "Work meeting"), Words("工作会", "推进会", "部署会", "动员会")] WorkMeeting,
}
