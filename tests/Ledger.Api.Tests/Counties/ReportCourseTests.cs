using Ledger.Api.Counties;
using Ledger.Domain.Calendars;
using Ledger.Domain.Reports;

namespace Ledger.Api.Tests.Counties;

/// <summary>How a report stands to the two days of the law, day by day.</summary>
public sealed class ReportCourseTests
{
    private static readonly DateOnly March = new(2024, 2, 29), April = new(2024, 3, 31);

    [Theory]
    [InlineData("2023-12-31", null, null, ReportStanding.NotDue)]
    [InlineData("2024-01-01", null, null, ReportStanding.Due)]
    [InlineData("2024-02-29", null, null, ReportStanding.Due)]
    [InlineData("2024-03-01", null, null, ReportStanding.Overdue)]
    [InlineData("2024-03-31", "2024-02-29", null, ReportStanding.ToPublish)]
    [InlineData("2024-04-01", "2024-02-29", null, ReportStanding.Unpublished)]
    [InlineData("2024-06-01", "2024-02-29", "2024-03-31", ReportStanding.Done)]
    [InlineData("2024-06-01", "2024-03-01", "2024-03-31", ReportStanding.DoneLate)]
    [InlineData("2024-06-01", "2024-02-29", "2024-04-01", ReportStanding.DoneLate)]
    [InlineData("2023-12-31", "2023-12-30", null, ReportStanding.ToPublish)]
    public void the_two_days_decide(string today, string? sent, string? published, ReportStanding expected)
    {
        var on = DateOnly.Parse(today, null);
        var course = ReportCourse.Of(new Report(), new ReportDays(Day("R-RPT-1", March, sent, on), Day("R-RPT-2", April, published, on)), 2023, on);
        Assert.Equal(expected, course.Standing);
        Assert.Equal(expected is ReportStanding.Overdue or ReportStanding.Unpublished or ReportStanding.DoneLate, course.Late);
    }

    [Fact]
    public void before_there_was_a_rule_nobody_is_late() =>
        Assert.Equal(ReportStanding.NoDay, ReportCourse.Of(new Report(), new ReportDays(null, null), 2015, new(2024, 5, 1)).Standing);

    private static Deadline Day(string rule, DateOnly due, string? done, DateOnly today) => new()
    {
        Id = rule,
        Rule = rule,
        Text = "",
        English = "",
        Basis = "",
        Severity = Domain.Matters.Severity.High,
        Verified = true,
        Due = due,
        How = "",
        EnglishHow = "",
        State = done is null ? Deadline.OpenOn(today, due, [30]) : DateOnly.Parse(done, null) > due ? DeadlineState.DoneLate : DeadlineState.Done,
        Proofs = done is null ? [] : [new("报送", DateOnly.Parse(done, null), Edition: 1)],
    };
}
