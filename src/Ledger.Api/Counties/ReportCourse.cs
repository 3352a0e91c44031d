using Ledger.Domain.Calendars;
using Ledger.Domain.Kinds;
using Ledger.Domain.Reports;

namespace Ledger.Api.Counties;

/// <summary>Where a unit's yearly report stands against the days of the law, in one word.</summary>
public enum ReportStanding
{
    [Label("没有法定期限", "No day set")] NoDay,
    [Label("年度未终了", "Year not over")] NotDue,
    [Label("待报送", "To be submitted")] Due,
    [Label("逾期未报送", "Overdue: not submitted")] Overdue,
    [Label("已报送，待公开", "Submitted, to be published")] ToPublish,
    [Label("已报送，逾期未公开", "Submitted, overdue: not published")] Unpublished,
    [Label("按期办结", "Done in time")] Done,
    [Label("已办结，有逾期", "Done, late")] DoneLate,
}

/// <summary>A step that a unit's report took, by whom and when.</summary>
/// <param name="Stage">What it came to.</param>
/// <param name="Edition">Of which edition.</param>
/// <param name="On">The day it states, or on which it was entered.</param>
/// <param name="By">The person named; null where the step names none.</param>
/// <param name="Account">The account that entered it.</param>
public sealed record CourseStep(EditionStage Stage, int Edition, DateOnly On, string? By, string? Account);

/// <summary>One of the two days, and whether it was kept.</summary>
/// <param name="Due">The last day on which it is.</param>
/// <param name="State">As the unit's own calendar judges it.</param>
/// <param name="On">When it was done; null while it is not.</param>
/// <param name="DaysLate">Days by which it was, or is by now, late; 0 for in time.</param>
/// <param name="Text">The same in words.</param>
/// <param name="EnglishText">In English.</param>
public sealed record ReportDay(DateOnly Due, DeadlineState State, DateOnly? On, int DaysLate, string Text, string EnglishText);

/// <summary>How far a unit's yearly report has come: frozen, reviewed, signed, submitted, published, and how that lies to the days of the law.</summary>
/// <param name="Editions">How many were frozen.</param>
/// <param name="Stage">The furthest that any of them came; null before the first.</param>
/// <param name="Steps">Those of the edition that came furthest, the newer one of two.</param>
/// <param name="Submission">To the party committee and the government.</param>
/// <param name="Publication">To the public.</param>
/// <param name="Standing">Both together.</param>
public sealed record ReportCourse(int Editions, EditionStage? Stage, IReadOnlyList<CourseStep> Steps, ReportDay? Submission, ReportDay? Publication, ReportStanding Standing)
{
    public bool Late => Submission?.DaysLate > 0 || Publication?.DaysLate > 0;

    public static ReportCourse Of(Report report, ReportDays days, int year, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(days);
        var furthest = report.Lives.Values.OrderBy(l => l.Stage).ThenBy(l => l.Number).LastOrDefault();
        var submission = DayOf(days.Submission, today, "报送", "submitted");
        var publication = DayOf(days.Publication, today, "公开", "published");
        return new(report.Editions, furthest?.Stage, StepsOf(furthest), submission, publication, StandingOf(submission, publication, year, today));
    }

    private static IReadOnlyList<CourseStep> StepsOf(EditionLife? life) => life is null ? [] :
    [
        .. life.FrozenAt is { } at ? [new CourseStep(EditionStage.Frozen, life.Number, Domain.ChinaCalendar.DayOf(at), null, life.FrozenBy)] : (CourseStep[])[],
        .. life.Marks.Select(m => new CourseStep(m.Stage, life.Number, m.On, m.By, m.Account)),
    ];

    private static ReportStanding StandingOf(ReportDay? submission, ReportDay? publication, int year, DateOnly today) => (submission?.State, publication?.State) switch
    {
        (null, null) => ReportStanding.NoDay,
        (not (null or DeadlineState.Done or DeadlineState.DoneLate), _) when today.Year <= year => ReportStanding.NotDue,
        (DeadlineState.Overdue, _) => ReportStanding.Overdue,
        (DeadlineState.Upcoming or DeadlineState.Later, _) => ReportStanding.Due,
        (_, DeadlineState.Overdue) => ReportStanding.Unpublished,
        (_, DeadlineState.Upcoming or DeadlineState.Later) => ReportStanding.ToPublish,
        _ => submission?.DaysLate > 0 || publication?.DaysLate > 0 ? ReportStanding.DoneLate : ReportStanding.Done,
    };

    private static ReportDay? DayOf(Deadline? deadline, DateOnly today, string verb, string english)
    {
        if (deadline is null or { State: DeadlineState.NotApplicable })
            return null;
        var (due, on) = (deadline.Due, deadline.Proofs.Max(p => p.On));
        var met = deadline.State is DeadlineState.Done or DeadlineState.DoneLate;
        var late = Math.Max(0, (met ? on ?? due : today).DayNumber - due.DayNumber);
        if (!met)
        {
            return late > 0
                ? new(due, deadline.State, null, late, $"未{verb}，已逾期 {late} 天（最迟{Chinese(due)}）", $"not {english}, {late} day(s) late (due {due:yyyy-MM-dd})")
                : new(due, deadline.State, null, 0, $"未{verb}，最迟{Chinese(due)}", $"not {english}, due {due:yyyy-MM-dd}");
        }

        var (how, englishHow) = late > 0 ? ($"逾期 {late} 天", $"{late} day(s) late") : ("按期", "in time");
        return deadline.Proofs.Any(p => p.Outcome == SecrecyOutcome.Withheld)
            ? new(due, deadline.State, on, 0, $"保密审查结论为不予{verb}（{Chinese(on!.Value)}）", $"withheld by the secrecy review of {on:yyyy-MM-dd}")
            : new(due, deadline.State, on, late, $"{Chinese(on ?? due)}{verb}，{how}{Logged(deadline)}", $"{english} {on:yyyy-MM-dd}, {englishHow}");
    }

    /// <summary>The unit logged it as work done, and did not take the step on the report's page.</summary>
    private static string Logged(Deadline deadline) => deadline.Proofs.Any(p => p.Entry is not null) ? "（据工作登记）" : "";

    private static string Chinese(DateOnly day) => $"{day.Year}年{day.Month}月{day.Day}日";
}
