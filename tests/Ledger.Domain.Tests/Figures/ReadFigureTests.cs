using System.Collections.Immutable;
using Ledger.Domain.Figures;
using Ledger.Domain.Kinds;
using Ledger.Domain.Years;

namespace Ledger.Domain.Tests.Figures;

/// <summary>How a figure is read out of a year book: its value, in what sense it is a number, and where it splits.</summary>
public sealed class ReadFigureTests
{
    private static readonly DateOnly Day = new(2023, 5, 4);

    [Fact]
    public void a_figure_is_named_as_the_catalogue_names_it()
    {
        var definition = Catalogue.FindFigure("law-outreach")!;
        var figure = Read("law-outreach", Book());
        Assert.Equal((definition.Code, definition.Name, definition.EnglishName, definition.Unit), (figure.Code, figure.Name, figure.EnglishName, figure.Unit));
        Assert.Equal(RuleText.Of(definition), figure.Rule);
    }

    [Fact]
    public void a_count_says_how_many_entries_stand_behind_it_and_where_it_splits()
    {
        var figure = Read("law-outreach", Book(Outreach(OutreachScene.Village), Outreach(OutreachScene.School), Outreach(OutreachScene.Village), Outreach(OutreachScene.Office) with { Role = Role.Participant }));
        Assert.Equal((3m, 3, FigureState.Counted, false), (figure.Value, figure.Entries, figure.State, figure.Approximate));
        Assert.Equal(["role participant 1", "scene school 1", "scene village 2"], Parts(figure));
        Assert.Equal((null, null), (figure.Numerator, figure.Denominator));
    }

    [Fact]
    public void a_code_that_another_begins_with_is_read_alone()
    {
        var book = Book(Outreach(OutreachScene.Village) with { Leaflets = 300, Places = ["李庄村"] });
        Assert.Equal(1, Read("law-outreach", book).Value);
        Assert.Equal(["scene village 1"], Parts(Read("law-outreach", book)));
        Assert.Equal(300, Read("law-outreach-leaflets", book).Value);
    }

    [Fact]
    public void a_sum_of_which_any_part_is_known_roughly_is_approximate()
    {
        var exactly = Outreach(OutreachScene.Village) with { Leaflets = 300 };
        Assert.False(Read("law-outreach-leaflets", Book(exactly)).Approximate);
        Assert.True(Read("law-outreach-leaflets", Book(exactly, exactly with { Leaflets = new Count(20, Precision.AtLeast) })).Approximate);
    }

    [Fact]
    public void a_name_that_comes_again_counts_once_and_one_taken_back_before_it_came_not_yet()
    {
        var again = Book(Outreach(OutreachScene.Village) with { Places = ["李庄村", "王庄村"] }, Outreach(OutreachScene.Village) with { Places = ["李庄村"] });
        Assert.Equal((2m, 3, FigureState.Counted), Told(Read("law-outreach-places", again)));
        Assert.Equal(["name 李庄村 2", "name 王庄村 1"], Parts(Read("law-outreach-places", again)));
        var early = YearBook.Empty(2023).TakeBack(Outreach(OutreachScene.Village) with { Places = ["张庄村"] }).Add(Outreach(OutreachScene.Village) with { Places = ["李庄村"] });
        Assert.Equal(1, Read("law-outreach-places", early).Value);
    }

    [Theory]
    [InlineData(1, 3, 33.3)]
    [InlineData(2, 3, 66.7)]
    [InlineData(1, 16, 6.3)]
    [InlineData(3, 16, 18.8)]
    [InlineData(7, 7, 100)]
    [InlineData(0, 7, 0)]
    public void a_rate_is_a_percentage_with_one_decimal_rounded_half_up(int attended, int expected, double percent)
    {
        var figure = Read("law-study-attendance-rate", Book(Study(attended, expected)));
        Assert.Equal(((decimal)percent, (decimal)attended, (decimal)expected), (figure.Value, figure.Numerator, figure.Denominator));
        Assert.Equal((1, FigureState.Counted), (figure.Entries, figure.State));
        Assert.Empty(figure.Breakdown);
    }

    [Fact]
    public void a_rate_over_nobody_has_no_value_and_is_a_zero_that_was_entered()
    {
        Assert.Equal((null, 1, FigureState.Zero), Told(Read("law-study-attendance-rate", Book(Study(0, 0)))));
        Assert.Equal((null, 0, FigureState.NeverEntered), Told(Read("law-study-attendance-rate", Book(Study(5, null)))));
    }

    [Fact]
    public void a_share_counts_those_that_say_yes_among_those_that_say_anything()
    {
        var closed = new LitigationClosed { OccurredOn = Day, Result = LitigationResult.Won };
        var figure = Read("head-appearance-rate", Book(closed with { HeadAppeared = true }, closed with { HeadAppeared = false }, closed));
        Assert.Equal((50m, 1m, 2m, 2), (figure.Value, figure.Numerator, figure.Denominator, figure.Entries));
    }

    [Theory]
    [InlineData(0, 0, false)]
    [InlineData(1, 0, true)]
    [InlineData(0, 1, true)]
    public void a_rate_is_as_rough_as_either_of_its_parts(int above, int below, bool approximate)
    {
        var book = YearBook.Empty(2023) with
        {
            Cells = ImmutableDictionary<string, Tally>.Empty
                .Add("law-study-attendance-rate|numerator", new Tally(3, 1, above))
                .Add("law-study-attendance-rate|denominator", new Tally(4, 1, below)),
        };
        Assert.Equal(approximate, Read("law-study-attendance-rate", book).Approximate);
    }

    [Fact]
    public void a_sum_s_other_cells_do_not_make_it_approximate()
    {
        var book = YearBook.Empty(2023) with
        {
            Cells = ImmutableDictionary<string, Tally>.Empty.Add("law-outreach", new Tally(3, 3, 0)).Add("law-outreach|numerator", new Tally(3, 3, 1)),
        };
        Assert.False(Read("law-outreach", book).Approximate);
    }

    [Fact]
    public void zero_and_confirmed_zero_and_never_entered_are_three_things()
    {
        Assert.Equal((0m, 1, FigureState.Zero), Told(Read("law-outreach-leaflets", Book(Outreach(OutreachScene.Village) with { Leaflets = 0 }))));
        Assert.Equal((0m, 0, FigureState.NeverEntered), Told(Read("law-outreach-leaflets", Book())));
        var confirmed = Book().Apply(new NilReturnConfirmed(2023, "law-outreach-leaflets", "审核员", "没有发放"));
        Assert.Equal((0m, 0, FigureState.NilConfirmed), Told(Read("law-outreach-leaflets", confirmed)));
        Assert.Equal(FigureState.NeverEntered, Read("law-outreach-boards", confirmed).State);
        Assert.Equal(FigureState.Counted, Read("law-outreach-leaflets", confirmed.Add(Outreach(OutreachScene.Village) with { Leaflets = 5 })).State);
    }

    [Fact]
    public void the_rule_in_words_is_the_one_the_year_is_counted_by()
    {
        var rule = Catalogue.FindFigure("law-outreach")!.Rule with { Version = 2, Participants = true };
        var book = YearBook.Empty(2023) with { Rules = ImmutableDictionary<string, CountingRule>.Empty.Add("law-outreach", rule) };
        Assert.Equal(2, Read("law-outreach", book).Rule.Version);
        Assert.Equal(1, Read("law-outreach-leaflets", book).Rule.Version);
    }

    [Fact]
    public void all_figures_stand_in_the_catalogue_s_order_with_those_of_enforcement_only_where_there_is_some()
    {
        var book = Book(Outreach(OutreachScene.Village));
        Assert.Equal(Catalogue.Figures.Select(f => f.Code), Figure.ReadAll(book, enforcement: true).Select(f => f.Code));
        var without = Figure.ReadAll(book, enforcement: false);
        Assert.Equal(Catalogue.Figures.Where(f => f.Group != KindGroup.H).Select(f => f.Code), without.Select(f => f.Code));
        Assert.NotEqual(Catalogue.Figures.Count, without.Count);
        Assert.Equal(1, without.Single(f => f.Code == "law-outreach").Value);
    }

    [Fact]
    public void counters_that_people_named_stand_at_the_end_by_name_each_once()
    {
        var work = new OtherWorkDone { OccurredOn = Day, Category = "调研", Counters = [new() { Name = "走访", Unit = "户", Value = 7 }, new() { Name = "座谈", Unit = "次", Value = 2 }] };
        var read = Figure.ReadAll(Book(work, work with { Role = Role.Participant }), enforcement: true).Skip(Catalogue.Figures.Count).ToList();
        Assert.Equal(["other-work:座谈（次）", "other-work:走访（户）"], read.Select(f => f.Code));
        Assert.Equal([2m, 7m], read.Select(f => f.Value));
        Assert.Equal(["role participant 7"], Parts(read[1]));
    }

    private static Figure Read(string code, YearBook book) => Figure.Read(Catalogue.FindFigure(code)!, book);

    private static (decimal? Value, int Entries, FigureState State) Told(Figure figure) => (figure.Value, figure.Entries, figure.State);

    private static IEnumerable<string> Parts(Figure figure) => figure.Breakdown.SelectMany(b => b.Value.Select(p => $"{b.Key} {p.Key} {p.Value:0.##}"));

    private static YearBook Book(params IEnumerable<Activity> activities) => activities.Aggregate(YearBook.Empty(2023), (book, activity) => book.Add(activity));

    private static LawOutreachHeld Outreach(OutreachScene scene) => new() { OccurredOn = Day, Scene = scene };

    private static LawStudyHeld Study(int attended, int? expected) => new() { OccurredOn = Day, Form = LawStudyForm.Lecture, Attended = attended, Expected = expected };
}
