using Ledger.Domain.Kinds;

namespace Ledger.Domain.Matters;

/// <summary>
/// A campaign of the year (主题宣传: 宪法宣传周, 民法典宣传月). Its window is set anew each year; activities belong to it because
/// they name it, not because of their day, since a window may be extended.
/// </summary>
[Matter("campaign", "专题活动", "Campaign", KindGroup.C, 7)]
[Slot("notice", "通知或方案", "Notice or plan", "configured")]
[Slot("summary", "活动总结", "Summary", "closed")]
public sealed record Campaign : MatterState
{
    public static readonly Guard NoTheme = Guard.Of<Campaign, CampaignConfigured>(
        "no-theme", Severity.Low, "年度通知", "没有写明活动主题", "No theme", (_, step) => step.Theme is null);

    public static readonly Guard LongWindow = Guard.Of<Campaign, CampaignConfigured>(
        "long-window", Severity.Low, "年度通知", "活动时间超过一个月", "The window is longer than a month", (_, step) => step.To > step.From.AddDays(31));

    public static readonly Guard OutsideWindow = Guard.Of<Campaign, CampaignOpened>(
        "outside-window", Severity.Medium, "年度通知", "启动日期不在活动时间内", "It was opened outside its window",
        (matter, step) => !matter.Covers(step.OccurredOn));

    public static readonly Guard StillRunning = Guard.Of<Campaign, CampaignClosed>(
        "still-running", Severity.Low, "办理程序", "活动时间还没有结束", "The window has not ended yet",
        (matter, step) => step.OccurredOn < matter.To);

    public DateOnly From => First<CampaignConfigured>()?.From ?? DateOnly.MinValue;

    public DateOnly To => Last<CampaignExtended>()?.To ?? First<CampaignConfigured>()?.To ?? DateOnly.MinValue;

    public bool Covers(DateOnly day) => day >= From && day <= To;

    public override IEnumerable<MatterDeadline> Deadlines()
    {
        if (!Open)
            yield break;
        if (!Has<CampaignOpened>())
            yield return new MatterDeadline(From, "R-PUB-1", $"“{Title}”启动", $"'{Title}' begins");
        yield return new MatterDeadline(To.AddDays(15), "R-PUB-1", $"“{Title}”总结", $"The summary of '{Title}'");
    }
}

[Step(typeof(Campaign), "configured", 1, "确定时间和主题", "Configured", Becomes = "待启动", EnglishBecomes = "To begin")]
public sealed record CampaignConfigured : MatterOpening
{
    [Field("活动时间起", "From", AtMost = nameof(To))]
    public required DateOnly From { get; init; }

    [Field("活动时间止", "To")]
    public required DateOnly To { get; init; }

    [Field("主题", "Theme", MaxLength = 200), Holds(Personal.Text)]
    public string? Theme { get; init; }
}

[Step(typeof(Campaign), "opened", 2, "启动", "Opened", Becomes = "进行中", EnglishBecomes = "Under way", After = "configured")]
public sealed record CampaignOpened : MatterStep
{
    [Field("启动方式", "How it was opened", MaxLength = 200), Holds(Personal.Text)]
    public string? How { get; init; }
}

[Step(typeof(Campaign), "extended", 3, "延长时间", "Extended", After = "configured", Repeats = true, Aside = true)]
public sealed record CampaignExtended : MatterStep
{
    [Field("延长至", "To")]
    public required DateOnly To { get; init; }
}

[Step(typeof(Campaign), "closed", 4, "结束并总结", "Closed", Becomes = "已结束", EnglishBecomes = "Closed", After = "opened", Closes = true)]
public sealed record CampaignClosed : MatterStep
{
    [Field("总结", "Summary", MaxLength = 2000), Holds(Personal.Text)]
    public required string Summary { get; init; }
}
