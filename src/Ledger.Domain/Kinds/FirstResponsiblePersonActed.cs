using Ledger.Domain.Figures;

namespace Ledger.Domain.Kinds;

/// <summary>The head of the unit did a duty of the first responsible person (第一责任人履职): one entry is one act and counts as one 件次.</summary>
[Kind("first-person-duty", "第一责任人履职", "Duty of the first responsible person", KindGroup.A, 5)]
[Words("一把手", "第一责任人", "主要负责人", "主要领导", "局长…听取", "局长…批示", "局长…部署", "局长…督", "局长…过问", "局长…协调", "局长…带头", "主任…听取", "主任…批示", "书记…听取", "书记…批示", "镇长…听取", "镇长…批示", Hints = ["局长", "主任", "书记", "镇长", "乡长", "县长", "部长"], Sure = ["主要负责人…部署", "主要负责人…过问", "主要负责人…协调", "主要负责人…督办", "主要负责人…听取", "主要负责人…批示", "主要负责人…带头", "第一责任人…部署", "第一责任人…过问", "第一责任人…协调", "第一责任人…督办", "第一责任人…听取", "第一责任人…批示", "第一责任人…带头", "主要领导…部署", "主要领导…过问", "主要领导…协调", "主要领导…督办", "主要领导…听取", "主要领导…批示", "主要领导…带头"], Not = ["局长办公会", "主任办公会", "党委书记办公会", "局长出庭", "局长讲", "书记讲", "副局长", "副主任", "副书记", "副县长", "副镇长", "副乡长"])]
public sealed record FirstResponsiblePersonActed : Activity
{
    [Field("履职方式", "Act")]
    public required FirstResponsiblePersonAct Act { get; init; }

    /// <summary>Which of the seven duties of the head of a government (第一责任人职责规定, article 6) the act belongs to.</summary>
    [Field("职责事项", "Duty", Min = 1, Max = 7)]
    public int? DutyItem { get; init; }

    public static readonly FigureDefinition Duties =
        FigureDefinition.Entries("first-person-duties", "第一责任人履职", "Duties of the first responsible person", "件次").By("act");

    public override IEnumerable<Line> Lines() => Duties.One(Act);
}

public enum FirstResponsiblePersonAct
{
    [Label("部署", "Deployed"), Words("安排部署")] Deploy,
    [Label("过问", "Inquired")] Inquire,
    [Label("协调", "Coordinated")] Coordinate,
    [Label("督办", "Supervised"), Words("督查", "督导", "督促")] Supervise,
    [Label("听取汇报", "Heard a report"), Words("听取…汇报", "听取")] Hear,
    [Label("批示", "Instructed")] Instruct,
    [Label("带头学法", "Led a study"), Words("带头学", "领学")] LeadStudy,
}
