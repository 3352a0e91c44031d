using Ledger.Domain.Matters;

namespace Ledger.Domain.Tests.Matters;

/// <summary>What a report of a year is told of shortcomings and plans.</summary>
public sealed class YearMattersTests
{
    private static readonly DateOnly Written = new(2024, 1, 20);

    private readonly MatterStory.Stream _shortcoming = new MatterStory.Stream().Append(MatterChange.Open(MatterStory.Step<ShortcomingIdentified>(
        """{"occurredOn":"2023-06-30","title":"会前学法次数偏少","source":"self-inspection","cause":"没有列入会议安排","department":"办公室"}""")));

    private readonly MatterStory.Stream _plan = new MatterStory.Stream().Append(MatterChange.Open(MatterStory.Step<PlanItemPlanned>(
        """{"occurredOn":"2023-01-10","title":"会前学法不少于12次","planYear":2023,"target":"全年12次","figure":"law-studies","targetValue":12}""")));

    [Fact]
    public void a_shortcoming_is_told_with_cause_measure_and_where_it_stands()
    {
        var line = Shortcoming(_shortcoming.Append(
            MatterStory.Step<MeasureAssigned>("""{"occurredOn":"2023-07-05","measure":"每次例会前安排一部法","owner":"政策法规股","due":"2023-12-31"}"""),
            MatterStory.Step<RectificationProgressed>("""{"occurredOn":"2023-10-08","progress":"三季度学法4次"}""")));

        Assert.Equal(("没有列入会议安排", "每次例会前安排一部法", "政策法规股", "三季度学法4次"), (line.Cause, line.Measure, line.Owner, line.Progress));
        Assert.Equal((ShortcomingStanding.Open, new DateOnly(2023, 12, 31)), (line.Standing, line.Due));
    }

    [Fact]
    public void what_is_closed_after_the_report_was_written_is_open_in_it()
    {
        var closed = _shortcoming.Append(MatterStory.Step<ShortcomingClosed>("""{"occurredOn":"2024-02-01"}"""));
        Assert.Equal(ShortcomingStanding.Open, Shortcoming(closed).Standing);
        Assert.Equal(ShortcomingStanding.Closed, YearMatters.Shortcomings([closed.Matter], 2023, new DateOnly(2024, 2, 1)).Single().Standing);
    }

    [Fact]
    public void a_shortcoming_is_told_again_every_year_until_the_one_in_which_it_is_closed()
    {
        var matter = _shortcoming
            .Append(MatterStory.Step<ShortcomingCarriedOver>("""{"occurredOn":"2024-01-15","toYear":2024,"why":"整改尚需时间"}"""))
            .Append(MatterStory.Step<ShortcomingClosed>("""{"occurredOn":"2024-06-01"}""")).Matter;
        var later = new DateOnly(2026, 1, 1);

        Assert.Equal((ShortcomingStanding.CarriedOver, 2024), (YearMatters.Shortcomings([matter], 2023, Written).Single().Standing, YearMatters.Shortcomings([matter], 2023, Written).Single().CarriedTo!.Value));
        Assert.Equal(ShortcomingStanding.Closed, YearMatters.Shortcomings([matter], 2024, later).Single().Standing);
        Assert.Empty(YearMatters.Shortcomings([matter], 2025, later));
        Assert.Empty(YearMatters.Shortcomings([matter], 2022, later));
    }

    [Fact]
    public void one_found_while_the_report_was_written_belongs_to_its_year()
    {
        var found = new MatterStory.Stream().Append(MatterStory.Step<ShortcomingIdentified>(
            """{"occurredOn":"2024-01-08","title":"宣传方式单一","source":"yearly-report","ofYear":2023}""")).Matter;
        Assert.Equal("宣传方式单一", YearMatters.Shortcomings([found], 2023, Written).Single().Title);
    }

    [Fact]
    public void a_plan_item_is_under_way_until_something_comes_of_it()
    {
        var line = Plan(_plan);
        Assert.Equal((PlanOutcome.UnderWay, "law-studies", 12m, new DateOnly(2023, 12, 31)), (line.Outcome, line.Figure, line.TargetValue, line.Due));
        Assert.Equal(PlanOutcome.Done, Plan(_plan.Append(MatterStory.Step<PlanItemDone>("""{"occurredOn":"2023-12-20","result":"学法13次"}"""))).Outcome);
        Assert.Equal("场地受限", Plan(_plan.Append(MatterStory.Step<PlanItemPartlyDone>("""{"occurredOn":"2023-12-20","why":"场地受限"}"""))).Why);
    }

    [Fact]
    public void carried_over_it_is_told_in_both_years_and_ends_in_the_second()
    {
        var matter = _plan
            .Append(MatterStory.Step<PlanItemCarriedOver>("""{"occurredOn":"2023-12-28","toYear":2024,"why":"待新规出台"}"""))
            .Append(MatterStory.Step<PlanItemDone>("""{"occurredOn":"2024-09-01","result":"已完成"}""")).Matter;
        var later = new DateOnly(2025, 1, 20);

        var first = YearMatters.PlanItems([matter], 2023, later).Single();
        Assert.Equal((PlanOutcome.CarriedOver, 2024, "待新规出台"), (first.Outcome, first.CarriedTo!.Value, first.Why));
        var second = YearMatters.PlanItems([matter], 2024, later).Single();
        Assert.Equal((PlanOutcome.Done, "已完成"), (second.Outcome, second.Result));
    }

    private static ShortcomingLine Shortcoming(MatterStory.Stream stream) => YearMatters.Shortcomings([stream.Matter], 2023, Written).Single();

    private static PlanItemLine Plan(MatterStory.Stream stream) => YearMatters.PlanItems([stream.Matter], 2023, Written).Single();
}
