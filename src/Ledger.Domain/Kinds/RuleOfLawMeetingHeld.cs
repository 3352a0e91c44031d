using Ledger.Domain.Figures;

namespace Ledger.Domain.Kinds;

/// <summary>A meeting on the rule of law (法治工作会议): one entry is one meeting and counts as one 次.</summary>
[Kind("rule-of-law-meeting", "法治工作会议", "Rule-of-law meeting", KindGroup.A, 1)]
public sealed record RuleOfLawMeetingHeld : Activity
{
    [Field("会议层级", "Level")]
    public required RuleOfLawMeetingLevel Level { get; init; }

    [Field("议题", "Agenda items", Unit = "项", Max = 100)]
    public int? AgendaItems { get; init; }

    [Field("议定事项", "Decisions", Unit = "项", Max = 100)]
    public int? Decisions { get; init; }

    public static readonly FigureDefinition Meetings =
        FigureDefinition.Entries("meetings", "法治工作会议", "Rule-of-law meetings", "次").By("level");

    public override IEnumerable<Line> Lines() => Meetings.One(Level);
}

public enum RuleOfLawMeetingLevel
{
    [Label("领导小组会议", "Leading group")] LeadingGroup,
    [Label("党组会议", "Party group")] PartyGroup,
    [Label("办公会", "Office meeting")] Office,
    [Label("工作会议", "Work meeting")] WorkMeeting,
}
