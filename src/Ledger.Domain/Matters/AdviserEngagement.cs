using Ledger.Domain.Figures;
using Ledger.Domain.Kinds;

namespace Ledger.Domain.Matters;

/// <summary>
/// The engagement of a legal adviser (法律顾问聘任) from its contract to its end. 换届 in a year is an engagement renewed in
/// it, or one that replaces another.
/// </summary>
[Matter("adviser-engagement", "法律顾问聘任", "Adviser engagement", KindGroup.E, 1)]
[Slot("contract", "聘任合同", "The contract", "signed")]
[Slot("procurement", "采购或选聘材料", "How the adviser was chosen", "signed")]
[Slot("assessment", "年度考核表", "The yearly assessment", "assessed")]
public sealed record AdviserEngagement : MatterState
{
    public static readonly FigureDefinition Engagements =
        FigureDefinition.Entries("adviser-engagements", "法律顾问聘任、续聘", "Adviser engagements", "次").Of("signed", "renewed");

    public static readonly FigureDefinition Advisers =
        FigureDefinition.Distinct("advisers-active", "在聘法律顾问", "Advisers serving", "名", "serving").Of("signed", "assessed", "renewed", "continued");

    private const string Opinion = "中办发〔2016〕30号";

    public static readonly Guard SignedLate = Guard.Of<AdviserEngagement, AdviserEngagementSigned>(
        "signed-after-start", Severity.Medium, Opinion, "签订日期晚于聘期开始，开始时没有书面合同", "It was signed after the term began: there was no written contract then",
        (_, step) => step.OccurredOn > step.From);

    public static readonly Guard NotAssessed = Guard.Of<AdviserEngagement, AdviserEngagementRenewed>(
        "not-assessed", Severity.Medium, Opinion, "续聘前没有登记考核", "No assessment before the renewal",
        (matter, step) => !matter.HasBy<AdviserAssessed>(step.OccurredOn));

    public static readonly Guard Lapsed = Guard.Of<AdviserEngagement, AdviserEngagementRenewed>(
        "lapsed", Severity.Medium, Opinion, "续聘时原聘期已满，其间没有法律顾问", "The term had ended before it was renewed",
        (matter, step) => step.OccurredOn > matter.To.AddDays(1));

    public static readonly Guard NoLonger = Guard.Of<AdviserEngagement, AdviserEngagementRenewed>(
        "no-longer", Severity.Low, "办理程序", "新的聘期没有比原来长", "The new term ends no later than the old one",
        (matter, step) => step.To <= matter.To);

    public static readonly Guard StillRunning = Guard.Of<AdviserEngagement, AdviserEngagementExpired>(
        "still-running", Severity.Low, "办理程序", "聘期还没有满", "The term has not ended yet",
        (matter, step) => step.OccurredOn < matter.To);

    public DateOnly From => First<AdviserEngagementSigned>()?.From ?? DateOnly.MinValue;

    /// <summary>Last day of the term as it was last agreed.</summary>
    public DateOnly To => Steps
        .Select(s => s switch { AdviserEngagementSigned signed => signed.To, AdviserEngagementRenewed renewed => renewed.To, AdviserEngagementAmended amended => amended.To, _ => null })
        .LastOrDefault(to => to is not null) ?? DateOnly.MinValue.AddDays(1);

    /// <summary>Last day of service: the end of the term, or the day it was ended before.</summary>
    public DateOnly LastDay => Steps.LastOrDefault(s => MatterCatalogue.StepOf(s).Closes) is { } end && !Open ? Earlier(To, end.OccurredOn) : To;

    /// <summary>Whether a service of that day falls under it.</summary>
    public bool Covers(DateOnly day) => Steps.Count > 0 && day >= From && day <= LastDay;

    public override IEnumerable<MatterDeadline> Deadlines()
    {
        if (!Open)
            yield break;
        yield return new MatterDeadline(To, "R-ADV-1", $"“{Title}”聘期届满，续聘或换届", $"'{Title}' ends: renew or replace it");
        for (var year = From.Year; year <= Math.Min(To.Year, From.Year + 10); year++)
        {
            if (!Steps.OfType<AdviserAssessed>().Any(a => a.OfYear == year))
                yield return new MatterDeadline(Earlier(new DateOnly(year, 12, 31), To), "R-ADV-1", $"“{Title}”{year}年度考核", $"Assessment of '{Title}' for {year}");
        }
    }

    /// <summary>The names serving at a step: those it states itself, or those last stated.</summary>
    internal IReadOnlyList<string>? ServingAt(MatterStep step, IReadOnlyList<string>? own) =>
        own ?? Steps.TakeWhile(s => !ReferenceEquals(s, step))
            .Select(s => s switch { AdviserEngagementSigned signed => signed.Advisers, AdviserEngagementRenewed renewed => renewed.Advisers, AdviserEngagementAmended amended => amended.Advisers, _ => null })
            .LastOrDefault(names => names is not null);

    private static DateOnly Earlier(DateOnly one, DateOnly other) => one < other ? one : other;
}

[Step(typeof(AdviserEngagement), "signed", 1, "签订聘任合同", "Signed", Becomes = "在聘", EnglishBecomes = "Serving")]
public sealed record AdviserEngagementSigned : MatterOpening
{
    [Field("律师事务所", "Firm", MaxLength = 60), Holds(Personal.Nothing)]
    public required string Firm { get; init; }

    [Field("法律顾问", "Advisers", MaxLength = 30, MaxItems = 20), Holds(Personal.Name)]
    public required IReadOnlyList<string> Advisers { get; init; }

    [Field("选聘方式", "How chosen")]
    public required AdviserChoice Method { get; init; }

    [Field("聘期起", "From", AtMost = nameof(To))]
    public required DateOnly From { get; init; }

    [Field("聘期止", "To")]
    public required DateOnly To { get; init; }

    [Field("费用", "Fee", Unit = "万元", Max = 1e6, Step = 0.01)]
    public decimal? Fee { get; init; }

    /// <summary>Id of the engagement it follows (换届).</summary>
    [Field("接替的聘任", "Replaces", MaxLength = 100), Holds(Personal.Nothing)]
    public string? Replaces { get; init; }

    [Field("在聘人员", "Serving"), Holds(Personal.Name), Stated]
    public IReadOnlyList<string>? Serving { get; init; }

    public override MatterStep State(MatterState matter) => this with { Serving = Advisers };

    public override IEnumerable<Line> Lines() => [.. AdviserEngagement.Engagements.One(), .. AdviserEngagement.Advisers.Names(Serving)];
}

public enum AdviserChoice
{
    [Label("公开招标", "Tender")] Tender,
    [Label("政府采购", "Procurement")] Procurement,
    [Label("直接委托", "Direct")] Direct,
    [Label("上级指派", "Assigned")] Assigned,
}

[Step(typeof(AdviserEngagement), "amended", 2, "变更合同", "Amended", After = "signed", Repeats = true, Aside = true)]
public sealed record AdviserEngagementAmended : MatterStep
{
    [Field("变更内容", "What was changed", MaxLength = 500), Holds(Personal.Text)]
    public required string What { get; init; }

    [Field("聘期止", "To")]
    public DateOnly? To { get; init; }

    [Field("法律顾问", "Advisers", MaxLength = 30, MaxItems = 20), Holds(Personal.Name)]
    public IReadOnlyList<string>? Advisers { get; init; }
}

[Step(typeof(AdviserEngagement), "assessed", 3, "年度考核", "Assessed", After = "signed", Repeats = true)]
public sealed record AdviserAssessed : MatterStep
{
    [Field("考核年度", "Of the year", Min = 2000, Max = 2100)]
    public required int OfYear { get; init; }

    [Field("考核结果", "Result")]
    public required AssessmentResult Result { get; init; }

    [Field("得分", "Score", Max = 100, Step = 0.1)]
    public decimal? Score { get; init; }

    [Field("在聘人员", "Serving"), Holds(Personal.Name), Stated]
    public IReadOnlyList<string>? Serving { get; init; }

    public override int? CountsIn => OfYear;

    public override MatterStep State(MatterState matter) => this with { Serving = ((AdviserEngagement)matter).ServingAt(this, null) };

    public override IEnumerable<Line> Lines() => AdviserEngagement.Advisers.Names(Serving);
}

public enum AssessmentResult
{
    [Label("优秀", "Excellent")] Excellent,
    [Label("合格", "Qualified")] Qualified,
    [Label("不合格", "Unqualified")] Unqualified,
}

[Step(typeof(AdviserEngagement), "renewed", 4, "续聘", "Renewed", Becomes = "在聘", EnglishBecomes = "Serving", After = "signed", Repeats = true, Aside = true, Reopens = true)]
public sealed record AdviserEngagementRenewed : MatterStep
{
    [Field("新聘期止", "New last day")]
    public required DateOnly To { get; init; }

    [Field("法律顾问", "Advisers", MaxLength = 30, MaxItems = 20), Holds(Personal.Name)]
    public IReadOnlyList<string>? Advisers { get; init; }

    [Field("在聘人员", "Serving"), Holds(Personal.Name), Stated]
    public IReadOnlyList<string>? Serving { get; init; }

    public override MatterStep State(MatterState matter) => this with { Serving = ((AdviserEngagement)matter).ServingAt(this, Advisers) };

    public override IEnumerable<Line> Lines() => [.. AdviserEngagement.Engagements.One(), .. AdviserEngagement.Advisers.Names(Serving)];
}

/// <summary>A term of several years goes on in a new one: who serves is said each year, so that the year counts them.</summary>
[Step(typeof(AdviserEngagement), "continued", 5, "年度在聘确认", "Goes on", After = "signed", Repeats = true, Aside = true)]
public sealed record AdviserEngagementContinued : MatterStep
{
    [Field("在聘人员", "Serving"), Holds(Personal.Name), Stated]
    public IReadOnlyList<string>? Serving { get; init; }

    public override MatterStep State(MatterState matter) => this with { Serving = ((AdviserEngagement)matter).ServingAt(this, null) };

    public override IEnumerable<Line> Lines() => AdviserEngagement.Advisers.Names(Serving);
}

[Step(typeof(AdviserEngagement), "replaced", 6, "换届", "Replaced", Becomes = "已换届", EnglishBecomes = "Replaced", After = "signed", Closes = true)]
public sealed record AdviserEngagementReplaced : MatterStep
{
    /// <summary>Id of the engagement that follows.</summary>
    [Field("接替的聘任", "By", MaxLength = 100), Holds(Personal.Nothing)]
    public string? By { get; init; }
}

[Step(typeof(AdviserEngagement), "expired", 7, "到期终止", "Expired", Becomes = "已到期", EnglishBecomes = "Expired", After = "signed", Aside = true, Closes = true)]
public sealed record AdviserEngagementExpired : MatterStep;

[Step(typeof(AdviserEngagement), "terminated", 8, "解聘", "Terminated", Becomes = "已解聘", EnglishBecomes = "Terminated", After = "signed", Aside = true, Closes = true)]
public sealed record AdviserEngagementTerminated : MatterStep
{
    [Field("解聘原因", "Why", MaxLength = 500), Holds(Personal.Text)]
    public required string Why { get; init; }
}
