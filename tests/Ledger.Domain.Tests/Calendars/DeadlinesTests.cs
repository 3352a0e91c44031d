using System.Text.Json;
using CsCheck;
using Ledger.Domain.Calendars;
using Ledger.Domain.Figures;
using Ledger.Domain.Kinds;
using Ledger.Domain.Reports;
using Ledger.Domain.Years;

namespace Ledger.Domain.Tests.Calendars;

/// <summary>What a unit has to keep, and what the ledger knows of it, on a day.</summary>
public sealed class DeadlinesTests
{
    private static readonly LegalCalendar Calendar = ShippedCalendar.Calendar;
    private static readonly UnitFacts Nothing = new(false, [], new Dictionary<int, YearFacts>(), []);
    private static readonly Activity Service = new LegalServiceProvided { OccurredOn = Day("2023-05-04"), Service = LegalServiceType.Consultation, Adviser = "法律顾问A律师" };

    [Theory]
    [InlineData("2023-11-30", DeadlineState.Later)]
    [InlineData("2023-12-01", DeadlineState.Upcoming)]
    [InlineData("2024-02-29", DeadlineState.Upcoming)]
    [InlineData("2024-03-01", DeadlineState.Overdue)]
    public void the_report_is_due_before_the_first_of_march_and_reminded_of_ninety_days_ahead(string on, DeadlineState state)
    {
        var report = One("R-RPT-1", Of(Year(2023, Service)), 2024, on);
        Assert.Equal((Day("2024-02-29"), state), (report.Due, report.State));
        Assert.Equal([90, 60, 30], report.Reminders);
        Assert.Equal("2024年3月1日之前，最迟2月29日（事关2023年）", report.How);
        Assert.Equal(["报告页登记报送"], report.Missing.Select(m => m.Text));
    }

    [Fact]
    public void it_is_done_by_what_did_it_and_late_when_that_was_late()
    {
        var facts = Of(Year(2023, Service), Sent("party-committee", "2024-02-20"));
        Assert.Equal(["向政府报送"], One("R-RPT-1", facts, 2024, "2024-03-05").Missing.Select(m => m.Text));
        var done = One("R-RPT-1", facts with { Entries = [.. facts.Entries, Sent("government", "2024-02-26")] }, 2024, "2024-03-05");
        Assert.Equal((DeadlineState.Done, 2), (done.State, done.Proofs.Count(p => p.Entry is not null)));
        var late = One("R-RPT-1", facts with { Entries = [.. facts.Entries, Sent("government", "2024-03-04")] }, 2024, "2024-03-05");
        Assert.Equal(DeadlineState.DoneLate, late.State);
        // What happened later is not known on the day.
        Assert.Equal(DeadlineState.Overdue, One("R-RPT-1", facts with { Entries = [.. facts.Entries, Sent("government", "2024-03-04")] }, 2024, "2024-03-02").State);
        // A report about something else is none.
        Assert.Equal(DeadlineState.Overdue, One("R-RPT-1", facts with { Entries = [.. facts.Entries, Sent("government", "2024-02-26", "招商引资进展")] }, 2024, "2024-03-05").State);
    }

    [Theory]
    [InlineData("2024-02-26", DeadlineState.Done)]
    [InlineData("2024-03-02", DeadlineState.DoneLate)]
    public void a_frozen_report_and_one_entry_are_enough_and_so_is_its_submission(string day, DeadlineState state)
    {
        var frozen = new EditionFact(EditionStage.Frozen, 1, Day("2024-02-18"));
        var logged = One("R-RPT-1", With(frozen) with { Entries = [Sent("government", day)] }, 2024, "2024-03-05");
        Assert.Equal((state, 1), (logged.State, logged.Proofs.First(p => p.Edition is not null).Edition!.Value));
        var submitted = One("R-RPT-1", With(frozen, new(EditionStage.Submitted, 1, Day(day))), 2024, "2024-03-05");
        Assert.Equal((state, "2023年报告第1版已报送"), (submitted.State, submitted.Proofs.Single().Text));
        Assert.Equal(DeadlineState.Done, One("R-RPT-2", With(frozen, new(EditionStage.Published, 1, Day(day))), 2024, "2024-04-05").State);
        Assert.Equal(DeadlineState.Overdue, One("R-RPT-2", With(frozen), 2024, "2024-04-05").State);

        static UnitFacts With(params EditionFact[] editions) => Nothing with { Years = new Dictionary<int, YearFacts> { [2023] = new(YearBook.Empty(2023).Add(Service), editions) } };
    }

    [Theory]
    [InlineData(SecrecyOutcome.Withheld, DeadlineState.Done)]
    [InlineData(SecrecyOutcome.MayPublish, DeadlineState.Overdue)]
    public void what_is_withheld_is_not_asked_to_be_published(SecrecyOutcome outcome, DeadlineState state)
    {
        var facts = Nothing with { Years = new Dictionary<int, YearFacts> { [2023] = new(YearBook.Empty(2023).Add(Service), [new(EditionStage.SecrecyReviewed, 1, Day("2024-02-20"), outcome)]) } };
        Assert.Equal(state, One("R-RPT-2", facts, 2024, "2024-04-05").State);
        Assert.Equal(state, ReportDays.Of(Calendar, facts, 2023, Day("2024-04-05")).Publication!.State);
    }

    [Fact]
    public void whoever_collects_the_reports_asks_who_logged_nothing_as_well()
    {
        var days = ReportDays.Of(Calendar, Nothing, 2023, Day("2024-03-01"));
        Assert.Equal((DeadlineState.Overdue, Day("2024-02-29")), (days.Submission!.State, days.Submission.Due));
        Assert.Equal((DeadlineState.Later, Day("2024-03-31")), (days.Publication!.State, days.Publication.Due));
        Assert.Null(ReportDays.Of(Calendar, Nothing, 2015, Day("2024-03-01")).Submission);
    }

    [Fact]
    public void a_year_the_ledger_was_not_kept_in_is_no_lapse_and_says_so()
    {
        var report = One("R-RPT-1", Nothing, 2024, "2024-03-05");
        Assert.Equal((DeadlineState.NotApplicable, "台账中没有2023年的登记"), (report.State, report.Note));
        Assert.Equal(DeadlineState.NotApplicable, One("R-STU-3", Nothing, 2023, "2024-03-05").State);
        // This year's own work is asked for from the first day on.
        Assert.Equal(DeadlineState.Upcoming, One("R-STU-3", Nothing, 2024, "2024-11-05").State);
    }

    [Theory]
    [InlineData(1, DeadlineState.Overdue, "法治专题讲座（已1次，需2次）")]
    [InlineData(2, DeadlineState.Done, null)]
    public void lectures_are_counted_by_the_figure(int lectures, DeadlineState state, string? missing)
    {
        var book = Enumerable.Range(1, lectures).Aggregate(YearBook.Empty(2024), (b, i) => b.Add(new LawStudyHeld { OccurredOn = new(2024, i, 5), Form = LawStudyForm.Lecture }));
        var study = One("R-STU-1", Nothing with { Years = new Dictionary<int, YearFacts> { [2024] = new(book, []) } }, 2024, "2025-01-05");
        Assert.Equal((state, missing), (study.State, study.Missing.SingleOrDefault()?.Text));
        Assert.Equal("law-studies", study.Proofs.Single().Figure);
    }

    [Fact]
    public void each_half_year_asks_for_its_own()
    {
        var facts = Of(Year(2024, Service with { OccurredOn = Day("2024-05-06") }), Fact(new FirstResponsiblePersonActed { OccurredOn = Day("2024-05-06"), Act = FirstResponsiblePersonAct.Hear, Title = "听取汇报" }));
        var halves = All("R-STU-2", facts, 2024, "2025-01-10");
        Assert.Equal([("R-STU-2/2024/1", DeadlineState.Done), ("R-STU-2/2024/2", DeadlineState.Overdue)], halves.Select(d => (d.Id, d.State)));
    }

    [Theory]
    [InlineData("2023-12-04", DeadlineState.Done)]
    [InlineData("2023-11-20", DeadlineState.Done)]
    [InlineData("2023-11-10", DeadlineState.Overdue)]
    public void the_constitution_week_takes_what_lies_in_its_window_or_the_days_it_is_stretched_by(string held, DeadlineState state)
    {
        var outreach = Fact(new LawOutreachHeld { OccurredOn = Day(held), Scene = OutreachScene.Village, Title = "宪法进乡村" });
        var week = One("R-PUB-1", Of(Year(2023, Service), outreach), 2023, "2024-01-02");
        Assert.Equal((Day("2023-12-07"), state), (week.Due, week.State));
        Assert.Contains("主题：大力弘扬宪法精神", week.How, StringComparison.Ordinal);
    }

    [Fact]
    public void a_week_that_is_not_entered_is_told_from_the_middle_of_november_on()
    {
        var week = One("R-PUB-1", Nothing, 2026, "2026-11-28");
        Assert.Equal((Day("2026-12-04"), DeadlineState.Upcoming), (week.Due, week.State));
        Assert.Contains("2026年活动时间尚未录入", week.How, StringComparison.Ordinal);
        Assert.Empty(Calendar.Notices(2026, Day("2026-10-31")));
        Assert.Equal(["holidays-2027"], Calendar.Notices(2026, Day("2026-11-01")).Select(n => n.Code));
        Assert.Equal(["holidays-2027", "campaign-2026"], Calendar.Notices(2026, Day("2026-11-28")).Select(n => n.Code));
        Assert.StartsWith("2027 年节假日安排尚未录入", Calendar.Notices(2026, Day("2026-11-28"))[0].Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2023-05-04", "2023-05-31", "2023-05-31", DeadlineState.Done)]
    [InlineData("2023-05-04", "2023-06-01", "2023-05-31", DeadlineState.DoneLate)]
    [InlineData("2024-01-31", "2024-02-20", "2024-03-04", DeadlineState.Done)]
    [InlineData("2025-01-10", "2025-02-14", "2025-02-13", DeadlineState.DoneLate)]
    public void a_request_is_answered_within_twenty_working_days_of_its_receipt(string received, string answered, string due, DeadlineState state)
    {
        var request = Fact(new DisclosureRequestAnswered { OccurredOn = Day(answered), ReceivedOn = Day(received), Title = "某某申请公开" });
        var deadline = One("R-INF-3", Nothing with { Entries = [request] }, Day(due).Year, "2025-06-01");
        Assert.Equal((Day(due), state, request.Id), (deadline.Due, deadline.State, deadline.Proofs.Single().Entry));
        Assert.Contains("+ 20个工作日", deadline.How, StringComparison.Ordinal);
    }

    [Fact]
    public void a_period_is_judged_by_the_rule_of_the_day_it_began()
    {
        var request = Fact(new DisclosureRequestAnswered { OccurredOn = Day("2019-05-30"), ReceivedOn = Day("2019-05-14"), Title = "早于条例" });
        Assert.DoesNotContain(Deadlines.Of(Calendar, Nothing with { Entries = [request] }, 2019, Day("2019-12-31")), d => d.Rule == "R-INF-3" && d.State != DeadlineState.NotApplicable);
    }

    [Fact]
    public void a_confirmed_zero_says_who_confirmed_it()
    {
        var book = YearBook.Empty(2024) with { NilReturns = YearBook.Empty(2024).NilReturns.Add("disclosure-requests", new NilReturnConfirmed(2024, "disclosure-requests", "张三", "没有")) };
        var none = One("R-INF-3", Nothing with { Years = new Dictionary<int, YearFacts> { [2024] = new(book, []) } }, 2024, "2025-01-05");
        Assert.Equal((DeadlineState.NotApplicable, "2024年没有发生，张三已确认为零"), (none.State, none.Note));
        Assert.Equal("2023年没有这样的登记", One("R-INF-3", Nothing, 2023, "2025-01-05").Note);
    }

    [Fact]
    public void a_matter_states_its_own_day_with_the_basis_of_its_rule()
    {
        var matters = Nothing with
        {
            Matters =
            [
                new(Day("2024-09-30"), "R-ADV-1", "“某某律师事务所”聘期届满", "It ends", "0199/20240930"),
                new(Day("2024-03-08"), "R-LIT-1", "行政复议答复", "The answer", "0200/20240308"),
                new(Day("2024-11-20"), "R-STU-3", "“年度学法考试”举行", "The exam is to be held", "0201/20241120"),
            ],
        };
        var term = One("R-ADV-1", matters, 2024, "2024-07-05");
        Assert.Equal(("R-ADV-1/2024/0199/20240930", "“某某律师事务所”聘期届满", DeadlineState.Upcoming), (term.Id, term.Text, term.State));
        Assert.Equal(DeadlineState.Later, One("R-ADV-1", matters, 2024, "2024-06-05").State);
        var answer = One("R-LIT-1", matters, 2024, "2024-04-01");
        Assert.Equal((DeadlineState.Overdue, "《行政复议法》（2023年修订）第48、54、70、88条"), (answer.State, answer.Basis));
        // What the rule asks of the unit itself stays beside it.
        Assert.Equal(["R-STU-3/2024/0201/20241120", "R-STU-3/2024"], All("R-STU-3", matters, 2024, "2024-06-05").Select(d => d.Id));
        Assert.Equal("2025年没有到期而未办的这类事项", One("R-ADV-1", matters, 2025, "2025-02-01").Note);
    }

    [Fact]
    public void a_fixed_day_off_names_the_last_working_day()
    {
        Assert.Equal(Day("2026-01-30"), One("R-INF-2", Nothing, 2026, "2026-01-02").WorkBy);
        Assert.Null(One("R-RPT-1", Nothing, 2026, "2026-01-02").WorkBy);
        var next = One("R-INF-2", Nothing, 2027, "2026-12-02");
        Assert.Equal([2027], next.Provisional);
    }

    [Fact]
    public void what_calls_is_past_or_near_open_and_not_older_than_a_year()
    {
        var facts = Of(Year(2023, Service));
        var calling = Deadlines.Calling(Calendar, facts, Day("2024-03-15"));
        Assert.All(calling, d => Assert.True(d.State is DeadlineState.Overdue or DeadlineState.Upcoming && d.Due > Day("2023-03-15")));
        Assert.Contains(calling, d => d is { Rule: "R-RPT-1", State: DeadlineState.Overdue });
        Assert.Contains(calling, d => d is { Rule: "R-RPT-2", State: DeadlineState.Upcoming });
        Assert.Equal(calling.Select(d => d.Due).Order(), calling.Select(d => d.Due));
    }

    /// <summary>Whatever the ledger holds: every day lies in its year, ids differ and stay, and each says why it stands as it does.</summary>
    [Fact]
    public void holds_for_any_facts_and_any_day()
    {
        var entry = Gen.Select(Gen.Int[0, 5], Gen.Int[new DateOnly(2022, 1, 1).DayNumber, new DateOnly(2026, 12, 31).DayNumber].Select(DateOnly.FromDayNumber), Gen.Int[0, 60])
            .Select((kind, day, before) => Fact(kind switch
            {
                0 => new DisclosureRequestAnswered { OccurredOn = day, ReceivedOn = day.AddDays(-before), Title = "申请" },
                1 => new UpwardReportSubmitted { OccurredOn = day, To = UpwardReportAddressee.Government, Subject = "法治政府建设情况", Title = "报送" },
                2 => new UpwardReportSubmitted { OccurredOn = day, To = UpwardReportAddressee.PartyCommittee, Subject = "法治政府建设情况", Title = "报送" },
                3 => new LawOutreachHeld { OccurredOn = day, Scene = OutreachScene.Village, Title = "送法下乡" },
                4 => new LegalityReviewed { OccurredOn = day, SentOn = day.AddDays(-before), Subject = ReviewSubject.Contract, Result = ReviewResult.Lawful, Title = "合同审查" },
                _ => new DutyStatementMade { OccurredOn = day, Form = DutyStatementForm.Meeting, Persons = 1, Title = "述法" },
            }));
        Gen.Select(entry.List[0, 12], Gen.Int[2022, 2027], Gen.Int[new DateOnly(2022, 1, 1).DayNumber, new DateOnly(2027, 6, 30).DayNumber].Select(DateOnly.FromDayNumber)).Sample((entries, year, on) =>
        {
            var facts = Nothing with { Entries = entries, Years = entries.GroupBy(e => e.OccurredOn.Year).ToDictionary(g => g.Key, g => Year(g.Key, Service with { OccurredOn = new(g.Key, 5, 4) }).Facts) };
            var deadlines = Deadlines.Of(Calendar, facts, year, on);
            Assert.Equal(deadlines.Count, deadlines.Select(d => d.Id).Distinct().Count());
            Assert.All(deadlines, d =>
            {
                Assert.Equal(year, d.Due.Year);
                Assert.NotEmpty(d.How);
                Assert.NotEmpty(d.EnglishHow);
                Assert.True(d.State switch
                {
                    DeadlineState.NotApplicable => d.Note is { Length: > 0 } && d.EnglishNote is { Length: > 0 },
                    DeadlineState.Overdue => on > d.Due && d.Missing.Count > 0,
                    DeadlineState.Upcoming or DeadlineState.Later => on <= d.Due && d.Missing.Count > 0,
                    _ => d.Proofs.Count > 0 && d.Missing.Count == 0,
                }, $"{d.Id} {d.State} on {on}");
                Assert.All(d.Proofs, p => Assert.True(!(p.On > on)));
            });
            // Another entry never makes anything worse.
            var more = Deadlines.Of(Calendar, facts with { Entries = [.. facts.Entries, Sent("government", "2024-02-01"), Sent("party-committee", "2024-02-01")] }, year, on).ToDictionary(d => d.Id);
            Assert.All(deadlines.Where(d => d.State == DeadlineState.Done), d => Assert.Equal(DeadlineState.Done, more[d.Id].State));
        }, iter: 300);
    }

    private static Deadline One(string rule, UnitFacts facts, int year, string on) => Assert.Single(All(rule, facts, year, on));

    private static IReadOnlyList<Deadline> All(string rule, UnitFacts facts, int year, string on) => [.. Deadlines.Of(Calendar, facts, year, Day(on)).Where(d => d.Rule == rule)];

    private static UnitFacts Of((int Year, YearFacts Facts) year, params EntryFact[] entries) => Nothing with { Years = new Dictionary<int, YearFacts> { [year.Year] = year.Facts }, Entries = entries };

    private static (int Year, YearFacts Facts) Year(int year, Activity activity) => (year, new YearFacts(YearBook.Empty(year).Add(activity), []));

    private static EntryFact Sent(string to, string day, string subject = "2023年法治政府建设情况") => Fact(new UpwardReportSubmitted
    {
        OccurredOn = Day(day),
        To = to == "government" ? UpwardReportAddressee.Government : UpwardReportAddressee.PartyCommittee,
        Subject = subject,
        Title = "上报材料",
    });

    private static EntryFact Fact(Activity activity) => new(
        Guid.CreateVersion7(), Catalogue.KindOf(activity).Code, activity.OccurredOn, activity.Title ?? "", JsonSerializer.SerializeToElement(activity, activity.GetType(), LedgerJson.Options));

    private static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", null);
}
