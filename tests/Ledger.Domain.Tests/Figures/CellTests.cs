using Ledger.Domain.Figures;

namespace Ledger.Domain.Tests.Figures;

/// <summary>Which cells of a year book something that counts adds to, and which a changed rule leaves out.</summary>
public sealed class CellTests
{
    [Fact]
    public void a_cell_is_named_by_figure_aspect_and_part()
    {
        Assert.Equal("f|numerator", Cell.Of("f", Cell.Numerator));
        Assert.Equal("f|scene|school", Cell.Of("f", "scene", "school"));
        Assert.Equal("f|scene\u001fjoint", Cell.Joint("f|scene"));
    }

    [Fact]
    public void an_amount_is_added_to_the_figure_and_to_its_part() =>
        Assert.Equal(["f = 5 of 1, 0", "f|scene|school = 5 of 1, 0"], Cells(new Line("f", 5, "scene", "school")));

    [Fact]
    public void without_a_split_or_a_part_the_figure_alone_is_added_to()
    {
        Assert.Equal(["f = 5 of 1, 0"], Cells(new Line("f", 5, "scene")));
        Assert.Equal(["f = 5 of 1, 0"], Cells(new Line("f", 5, Part: "school")));
    }

    [Fact]
    public void what_is_known_roughly_is_counted_as_such_wherever_it_is_added()
    {
        Assert.Equal(["f = 5 of 1, 1", "f|scene|school = 5 of 1, 1"], Cells(new Line("f", 5, "scene", "school", Inexact: true)));
        Assert.Equal(["f|numerator = 5 of 1, 1", "f|denominator = 8 of 1, 1"], Cells(new Line("f", 5, Inexact: true, Denominator: 8)));
        Assert.Equal(["f|role|participant = 5 of 1, 1"], Cells(true, null, new Line("f", 5, Inexact: true)));
    }

    [Fact]
    public void a_rate_has_its_two_parts_and_no_main_cell() =>
        Assert.Equal(["f|numerator = 5 of 1, 0", "f|denominator = 8 of 1, 0"], Cells(new Line("f", 5, "scene", "school", Denominator: 8)));

    [Fact]
    public void a_name_has_a_cell_of_its_own_whatever_the_amount() =>
        Assert.Equal(["f|name|李庄村 = 1 of 1, 0"], Cells(new Line("f", 5, "scene", "school", Inexact: true, Key: "李庄村")));

    [Fact]
    public void a_participant_adds_to_the_split_by_role_and_to_no_rate_and_no_name() =>
        Assert.Equal(["f|role|participant = 5 of 1, 0"], Cells(true, null, new Line("f", 5, "scene", "school"), new Line("g", 5, Denominator: 8), new Line("h", 1, Key: "李庄村")));

    [Fact]
    public void a_changed_rule_may_let_participants_count_like_hosts()
    {
        var changed = new CountingRule { Measure = Measure.Sum, Participants = true };
        Assert.Equal(["f = 5 of 1, 0", "g|role|participant = 7 of 1, 0"], Cells(true, changed, new Line("f", 5), new Line("g", 7)));
        Assert.Equal(["f = 5 of 1, 0"], Cells(false, changed, new Line("f", 5)));
        Assert.Equal(["f|role|participant = 5 of 1, 0"], Cells(true, changed with { Participants = false }, new Line("f", 5)));
    }

    [Fact]
    public void a_changed_rule_may_count_some_parts_of_a_split_only()
    {
        var changed = new CountingRule { Measure = Measure.Sum, WhenField = "scene", WhenCodes = ["school", "office"] };
        Assert.Equal(["f = 5 of 1, 0", "f|scene|school = 5 of 1, 0"], Cells(false, changed, new Line("f", 5, "scene", "school"), new Line("f", 3, "scene", "village"), new Line("f", 2, "scene")));
        // Another figure, and a figure that is split by something else, are not spoken of.
        Assert.Equal(["g = 1 of 1, 0", "g|scene|village = 1 of 1, 0", "f = 4 of 1, 0", "f|via|village = 4 of 1, 0"], Cells(false, changed, new Line("g", 1, "scene", "village"), new Line("f", 4, "via", "village")));
        Assert.Equal(["f = 3 of 1, 0", "f|scene|village = 3 of 1, 0"], Cells(false, changed with { WhenField = null }, new Line("f", 3, "scene", "village")));
    }

    private static IEnumerable<string> Cells(Line line) => Cells(false, null, line);

    private static IEnumerable<string> Cells(bool participation, CountingRule? ofF, params Line[] lines) =>
        Cell.Of(new Said(participation, lines), ofF is null ? null : new Dictionary<string, CountingRule> { ["f"] = ofF })
            .Select(c => $"{c.Cell} = {c.Tally.Sum} of {c.Tally.Entries}, {c.Tally.Inexact}");

    /// <summary>Something that counts for these lines.</summary>
    private sealed record Said(bool Participation, IReadOnlyList<Line> Of) : ICounted
    {
        public int Year => 2023;

        public IEnumerable<Line> Lines() => Of;
    }
}
