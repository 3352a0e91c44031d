using System.Text.Json.Serialization;
using Ledger.Domain.Figures;

namespace Ledger.Domain.Kinds;

/// <summary>What was done: the fact an entry's stream begins with. One sealed record per kind, one file per kind.</summary>
public interface IActivity : ICounted
{
    /// <summary>The calendar day in China that decides the year; never converted between time zones.</summary>
    DateOnly OccurredOn { get; }
}

/// <summary>The fields every kind takes. A kind adds its own and says what they count for.</summary>
public abstract record Activity : IActivity
{
    [Field("发生日期", "Date")]
    [JsonPropertyOrder(-2)]
    public required DateOnly OccurredOn { get; init; }

    /// <summary>Last day of an activity of several days; the first day decides the year.</summary>
    [Field("结束日期", "Last day")]
    [JsonPropertyOrder(-2)]
    public DateOnly? EndedOn { get; init; }

    [Field("标题", "Title", MinLength = 2, MaxLength = 60), Holds(Personal.Text)]
    [JsonPropertyOrder(-2)]
    public string? Title { get; init; }

    [Field("内容摘要", "Summary", MaxLength = 2000), Holds(Personal.Text)]
    public string? Summary { get; init; }

    [Field("内设机构", "Department", MaxLength = 60), Holds(Personal.Text)]
    public string? Department { get; init; }

    /// <summary>Participation counts in a figure's own breakdown, never in its main value.</summary>
    [Field("承办角色", "Role")]
    public Role Role { get; init; } = Role.Host;

    [Field("地点", "Place", MaxLength = 100), Holds(Personal.Text)]
    [Named(Ends = ["会议室", "报告厅", "广场", "礼堂", "公园", "大厅", "教室", "多功能厅", "大集", "集市", "市场", "服务区", "汽车站", "火车站", "步行街", "夜市", "商场", "景区", "文化馆", "图书馆", "门口"], Not = ["家门口", "市场监管", "市场主体"], Place = true, Digits = true)]
    public string? Place { get; init; }

    [Field("参加人员", "Participants")]
    public IReadOnlyList<ParticipantGroup>? Participants { get; init; }

    [Field("涉及法律法规", "Laws", MaxLength = 100), Holds(Personal.Nothing)]
    [Named(Quoted = true, Ends = ["法", "条例"], Most = 14,
        Stops = ["学习", "宣传", "宣讲", "解读", "讲解", "讲授", "贯彻", "推送", "转发", "普及", "违反", "依据", "依照", "按照", "研读", "传达", "集中", "培训", "宣贯", "是", "学"],
        Not = ["宪法", "民法", "刑法", "普法", "学法", "执法", "司法", "办法", "合法", "非法", "立法", "守法", "用法", "看法", "送法", "述法", "违法", "依法", "涉法", "说法", "释法", "懂法", "尊法", "做法", "方法", "讲法", "枉法", "无法", "想法", "手法", "政法", "书法", "法治", "法律", "法制", "法规", "法院", "法官", "法典", "法定", "法人", "法学", "法务", "法庭", "法援", "法纪", "法工委", "法条", "法宣", "组织犯罪法"])]
    public IReadOnlyList<string>? Laws { get; init; }

    [Field("专题活动", "Campaign", MaxLength = 100), Holds(Personal.Text)]
    public string? Campaign { get; init; }

    [Field("计划事项", "Plan item", MaxLength = 100), Holds(Personal.Text)]
    public string? PlanItem { get; init; }

    [Field("对应问题", "Shortcoming", MaxLength = 100), Holds(Personal.Text)]
    public string? Shortcoming { get; init; }

    [Field("公开属性", "Openness")]
    public Openness Openness { get; init; } = Openness.Internal;

    /// <summary>
    /// Other units of the county that carried the activity too (联合活动): logged here once, it counts once in the county
    /// and once in the books of each of them.
    /// </summary>
    [Field("联合单位", "Joint units", MaxItems = 100)]
    public IReadOnlyList<JointUnit>? JointUnits { get; init; }

    [Field("文号", "Document number", MaxLength = 60), Holds(Personal.Nothing)]
    public string? DocumentNo { get; init; }

    /// <summary>Why an activity of a frozen year is entered after all (补录); refused without it.</summary>
    [Field("补录原因", "Reason for the late entry", MinLength = 2, MaxLength = 200), Holds(Personal.Text)]
    public string? LateReason { get; init; }

    public abstract IEnumerable<Line> Lines();

    /// <summary>The activity as it counts in the books of a unit that carried it jointly: in that unit's own role.</summary>
    public Activity As(JointUnit unit)
    {
        ArgumentNullException.ThrowIfNull(unit);
        return this with { Role = unit.Role == JointRole.CoHost ? Role.CoHost : Role.Participant };
    }

    /// <summary>The activity with these of its joint units alone.</summary>
    public Activity Among(Func<JointUnit, bool> units) =>
        this with { JointUnits = (JointUnits ?? []).Where(units).ToList() is { Count: > 0 } left ? left : null };

    int ICounted.Year => OccurredOn.Year;

    bool ICounted.Participation => Role == Role.Participant;
}

/// <summary>Who carried the activity; decides whether it counts in the main value (counting rule 3).</summary>
public enum Role
{
    [Label("主办", "Host")] Host,
    [Label("协办", "Co-host"), Words("协办", "协助…开展", "配合…开展")] CoHost,
    [Label("参加", "Participant"), Words("参加全县", "参加全市", "参加…举办的", "参加…组织的", "参加…办的", "参加…召开的", "参加…开的", "应邀参加")] Participant,
}

/// <summary>Only what may be public or internal: state secrets never enter the ledger.</summary>
public enum Openness
{
    [Label("公开", "Public")] Public,
    [Label("内部", "Internal")] Internal,
}

/// <summary>Head-count by group; persons are never named here (personal data stays out of events).</summary>
public sealed record ParticipantGroup
{
    [Field("群体", "Group")]
    public required ParticipantGroupKind Group { get; init; }

    [Field("人数", "Head-count")]
    public required int Headcount { get; init; }
}

public enum ParticipantGroupKind
{
    [Label("领导班子", "Leaders")] Leaders,
    [Label("中层干部", "Managers")] Managers,
    [Label("干部职工", "Staff")] Staff,
    [Label("党员", "Party members")] PartyMembers,
    [Label("群众", "Public")] Public,
    [Label("企业人员", "Enterprise staff")] Enterprise,
    [Label("学生", "Students")] Students,
    [Label("其他", "Other")] Other,
}
