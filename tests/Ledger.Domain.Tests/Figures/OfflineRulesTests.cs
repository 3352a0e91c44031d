namespace Ledger.Domain.Tests.Figures;

/// <summary>What the offline fold makes of each counting rule that the head of a file may state.</summary>
public sealed class OfflineRulesTests
{
    private const string Many = """{"occurredOn":"2025-03-12","role":"host","way":"night","left":100,"right":{"value":300,"precision":"at-least"},"dogs":["阿黄",null,"阿黄","小黑"],"friend":"甲","arrived":40,"dry":true}""";
    private const string Few = """{"occurredOn":"2025-03-13","role":"host","way":null,"left":null,"dogs":null,"arrived":40,"dry":false}""";

    [Fact]
    public async Task entries_are_split_by_what_they_state() =>
        Assert.Equal(["f = 2 of 2, 0", "f|way|night = 1 of 1, 0"], await Counted("""{"measure":"entries","by":"way"}""", Many, Few));

    [Fact]
    public async Task a_sum_of_several_fields_takes_those_that_are_stated()
    {
        Assert.Equal(["f = 400 of 1, 1"], await Counted("""{"measure":"sum","field":"left+right"}""", Many, Few));
        Assert.Equal(["f = 100 of 1, 0"], await Counted("""{"measure":"sum","field":"left+middle"}""", Many, Few));
        Assert.Empty(await Counted("""{"measure":"sum","field":"middle"}""", Many, Few));
    }

    [Fact]
    public async Task a_sum_is_inexact_if_any_of_its_fields_is()
    {
        Assert.Equal(["f = 400 of 1, 1"], await Counted("""{"measure":"sum","field":"right+left"}""", Many));
        Assert.Equal(["f = 300 of 1, 0"], await Counted("""{"measure":"sum","field":"right"}""", Many.Replace("at-least", "exact", StringComparison.Ordinal)));
        Assert.Equal(["f = 300 of 1, 0"], await Counted("""{"measure":"sum","field":"right"}""", Many.Replace(",\"precision\":\"at-least\"", "", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task some_codes_of_a_field_may_count_alone()
    {
        Assert.Equal(["f = 1 of 1, 0"], await Counted("""{"measure":"entries","whenField":"way","whenCodes":["dawn","night"]}""", Many, Few));
        Assert.Empty(await Counted("""{"measure":"entries","whenField":"way","whenCodes":["dawn"]}""", Many, Few));
        Assert.Empty(await Counted("""{"measure":"entries","whenField":"way"}""", Many, Few));
    }

    [Fact]
    public async Task names_are_told_apart_in_a_list_and_in_a_text()
    {
        Assert.Equal(["f|name|小黑 = 1 of 1, 0", "f|name|阿黄 = 1 of 1, 0"], await Counted("""{"measure":"distinct","field":"dogs"}""", Many, Few));
        Assert.Equal(["f|name|甲 = 2 of 2, 0"], await Counted("""{"measure":"distinct","field":"friend"}""", Many, Many, Few));
    }

    [Fact]
    public async Task a_rate_counts_where_both_its_parts_are_stated()
    {
        const string rate = """{"measure":"rate","field":"arrived","denominator":"left"}""";
        Assert.Equal(["f|denominator = 100 of 1, 0", "f|numerator = 40 of 1, 0"], await Counted(rate, Many, Few));
        Assert.Empty(await Counted(rate, Many.Replace("arrived", "stayed", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task a_share_counts_yes_among_yes_and_no() =>
        Assert.Equal(["f|denominator = 2 of 2, 0", "f|numerator = 1 of 2, 0"], await Counted("""{"measure":"share","field":"dry"}""", Many, Few, """{"occurredOn":"2025-03-13"}"""));

    [Theory]
    [InlineData("""{"measure":"distinct","field":"dogs"}""")]
    [InlineData("""{"measure":"rate","field":"arrived","denominator":"left"}""")]
    [InlineData("""{"measure":"share","field":"dry"}""")]
    public async Task a_participant_adds_to_no_rate_and_no_name_unless_the_rule_says_so(string rule)
    {
        var participant = Many.Replace("\"host\"", "\"participant\"", StringComparison.Ordinal);
        Assert.Empty(await Counted(rule, participant));
        Assert.Equal(await Counted(rule, Many), await Counted(rule.Replace("{", "{\"participants\":true,", StringComparison.Ordinal), participant));
    }

    [Fact]
    public async Task a_participant_counts_in_the_main_value_only_where_the_rule_says_so()
    {
        var participant = Many.Replace("\"host\"", "\"participant\"", StringComparison.Ordinal);
        Assert.Equal(["f = 1 of 1, 0"], await Counted("""{"measure":"entries","participants":true}""", participant));
        Assert.Equal(["f|role|participant = 1 of 1, 0"], await Counted("""{"measure":"entries","participants":false,"by":"way"}""", participant));
    }

    [Fact]
    public async Task a_rule_counts_from_its_first_year_until_another_takes_its_place()
    {
        const string range = "\"from\":2024,\"until\":2026,";
        string[] days = ["2023-12-31", "2024-01-01", "2025-12-31", "2026-01-01"];
        var fold = await ExportText.FoldAsync(ExportText.Closed(
            days.Select((day, i) => ExportText.Event(i + 1, "walk_taken", $$"""{"occurredOn":"{{day}}"}""")).Prepend(Head("""{"measure":"entries"}""", range))));
        Assert.Equal([2024, 2025], fold.Units["u"].Where(y => y.Value.Cells.Count > 0).Select(y => y.Key));
    }

    [Fact]
    public async Task what_belongs_to_another_year_than_its_day_s_says_so()
    {
        var fold = await ExportText.FoldAsync(ExportText.Closed(Head("""{"measure":"entries"}"""), ExportText.Event(1, "walk_taken", """{"occurredOn":"2025-12-30","countsIn":2026}""")));
        Assert.Equal([2026], fold.Units["u"].Keys);
    }

    [Theory]
    [InlineData("entry_merged", -1)]
    [InlineData("entry_reversed", -1)]
    [InlineData("entry_parted", 1)]
    public async Task what_carries_an_activity_adds_it_or_takes_it_back(string type, int times)
    {
        var carried = $$"""{"activity":{{Many.Insert(1, "\"kind\":\"walk\",")}}}""";
        Assert.Equal([$"f = {times} of {times}, 0"], Cells(await ExportText.FoldAsync(ExportText.Closed(Head("""{"measure":"entries"}"""), ExportText.Event(1, type, carried)))));
    }

    [Fact]
    public async Task a_step_that_is_taken_back_is_taken_back_from_its_figures()
    {
        var reversed = $$"""{"step":{{Many.Insert(1, "\"kind\":\"walk\",")}}}""";
        Assert.Equal(["f = -1 of -1, 0"], Cells(await ExportText.FoldAsync(ExportText.Closed(Head("""{"measure":"entries"}"""), ExportText.Event(1, "matter_step_reversed", reversed)))));
    }

    [Theory]
    [InlineData("co-host", "f = 1 of 1, 0")]
    [InlineData("participant", "f|role|participant = 1 of 1, 0")]
    public async Task what_another_unit_logged_jointly_counts_in_the_role_of_the_unit_it_names(string role, string cell)
    {
        var joint = Many.Insert(1, $$"""  "jointUnits":[{"unit":"u","role":"{{role}}"},{"unit":"w","role":"co-host"}],""");
        var fold = await ExportText.FoldAsync(ExportText.Closed(Head("""{"measure":"entries"}"""), ExportText.Event(1, "walk_taken", joint, "elsewhere")));
        Assert.Equal([cell, cell.Replace(" =", "\u001fjoint =", StringComparison.Ordinal)], Cells(fold));
        Assert.Equal(["u"], fold.Units.Keys);
    }

    [Fact]
    public async Task a_unit_s_word_on_its_part_counts_for_it_alone()
    {
        var joint = $$"""{"activity":{{Many.Insert(1, """ "kind":"walk","jointUnits":[{"unit":"u","role":"co-host"}],""")}}}""";
        async Task<IEnumerable<string>> After(params string[] types) => Cells(await ExportText.FoldAsync(ExportText.Closed(
            types.Select((type, i) => ExportText.Event(i + 1, type, joint, "elsewhere")).Prepend(Head("""{"measure":"entries"}""")))));
        Assert.Equal(["f = -1 of -1, 0", "f\u001fjoint = -1 of -1, 0"], await After("joint_declined"));
        Assert.Equal(["f = 1 of 1, 0", "f\u001fjoint = 1 of 1, 0"], await After("joint_accepted"));
        Assert.Empty(await After("joint_declined", "joint_accepted"));
    }

    [Fact]
    public async Task a_unit_and_a_kind_that_nothing_is_counted_of_have_no_year()
    {
        var head = Head("""{"measure":"entries"}""").Replace("\"units\":[\"u\"]", "\"units\":[\"u\",\"v\"]", StringComparison.Ordinal).Replace("\"kinds\":[", "\"kinds\":[{\"code\":\"rest\",\"event\":\"rest_taken\"},", StringComparison.Ordinal);
        var fold = await ExportText.FoldAsync(ExportText.Closed(head, ExportText.Event(1, "rest_taken", Many), ExportText.Event(2, "walk_taken", Many, "v")));
        Assert.Empty(fold.Units["u"]);
        Assert.Equal([2025], fold.Units["v"].Keys);
        Assert.Equal((2, 2), (fold.Events, fold.LastSequence));
    }

    private static string Head(string rule, string range = "") =>
        $$"""{"ledger":"export","version":2,"units":["u"],"kinds":[{"code":"walk","event":"walk_taken"}],"figures":[{"code":"f","kind":"walk",{{range}}"rule":{{rule}}}]}""";

    private static async Task<IEnumerable<string>> Counted(string rule, params string[] activities) => Cells(await ExportText.FoldAsync(ExportText.Closed(
        activities.Select((data, i) => ExportText.Event(i + 1, "walk_taken", data)).Prepend(Head(rule)))));

    private static IEnumerable<string> Cells(Ledger.Domain.Figures.OfflineFold fold) => fold.Units["u"].Count == 0 ? []
        : fold.Units["u"][2025].Cells.OrderBy(c => c.Key, StringComparer.Ordinal).Select(c => $"{c.Key} = {c.Value.Sum:0.##} of {c.Value.Entries}, {c.Value.Inexact}");
}
