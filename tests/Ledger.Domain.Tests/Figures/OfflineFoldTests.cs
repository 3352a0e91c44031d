namespace Ledger.Domain.Tests.Figures;

/// <summary>The offline fold reads kinds and rules from the file alone: here of a kind the catalogue does not have.</summary>
public sealed class OfflineFoldTests
{
    private const string Walk = """
        {"occurredOn":"2025-03-12","role":"host","way":"night","left":100,"right":{"value":300,"precision":"at-least"},"dogs":["阿黄","阿黄","小黑"],"arrived":40,"dry":true,"seen":[{"name":"猫","unit":"只","value":3},{"name":"猫","unit":"只","value":{"value":2,"precision":"approximate"}}]}
        """;

    [Fact]
    public async Task every_measure_counts_as_its_rule_says()
    {
        var fold = await ExportText.FoldAsync(ExportText.Closed(ExportText.Head, ExportText.Event(7, "walk_taken", Walk)));

        Assert.Equal("""
            arrival-rate|denominator = 100 of 1, 0 inexact
            arrival-rate|numerator = 40 of 1, 0 inexact
            dogs|name|小黑 = 1 of 1, 0 inexact
            dogs|name|阿黄 = 1 of 1, 0 inexact
            dry-rate|denominator = 1 of 1, 0 inexact
            dry-rate|numerator = 1 of 1, 0 inexact
            night-walks = 1 of 1, 0 inexact
            steps = 400 of 1, 1 inexact
            walk:猫（只） = 5 of 2, 1 inexact
            walks = 1 of 1, 0 inexact
            walks|way|night = 1 of 1, 0 inexact
            """, ExportText.Of(fold, 2025), ignoreLineEndingDifferences: true);
        Assert.Equal((1, 7), (fold.Events, fold.LastSequence));
    }

    [Fact]
    public async Task a_participant_counts_in_the_role_split_alone_and_what_is_not_stated_not_at_all()
    {
        var fold = await ExportText.FoldAsync(ExportText.Closed(
            ExportText.Head,
            ExportText.Event(1, "walk_taken", Walk.Replace("\"host\"", "\"participant\"")),
            ExportText.Event(2, "walk_taken", """{"occurredOn":"2024-12-31","role":"co-host"}""")));

        Assert.Equal("""
            night-walks|role|participant = 1 of 1, 0 inexact
            steps|role|participant = 400 of 1, 1 inexact
            walk:猫（只）|role|participant = 5 of 2, 1 inexact
            walks|role|participant = 1 of 1, 0 inexact
            """, ExportText.Of(fold, 2025), ignoreLineEndingDifferences: true);
        Assert.Equal("walks = 1 of 1, 0 inexact", ExportText.Of(fold, 2024));
    }

    [Fact]
    public async Task a_correction_takes_back_in_the_old_year_and_adds_in_the_new()
    {
        var fold = await ExportText.FoldAsync(ExportText.Closed(
            ExportText.Head,
            ExportText.Event(1, "walk_taken", Walk),
            ExportText.Event(2, "entry_reversed", $$"""{"activity":{{Walk.Trim().Insert(1, "\"kind\":\"walk\",")}},"reasonCode":"wrong-date","reason":"记错日期"}"""),
            ExportText.Event(3, "walk_taken", """{"occurredOn":"2024-03-12","role":"host"}"""),
            ExportText.Event(4, "evidence_attached", """{"sha256":"00"}""")));

        Assert.Empty(fold.Units["u"][2025].Cells);
        Assert.Equal("walks = 1 of 1, 0 inexact", ExportText.Of(fold, 2024));
    }

    [Fact]
    public async Task a_zero_is_confirmed_until_it_is_withdrawn()
    {
        var confirmed = """{"year":2025,"figure":"walks","confirmedBy":"张三","reason":"无"}""";
        var fold = await ExportText.FoldAsync(ExportText.Closed(
            ExportText.Head,
            ExportText.Event(1, "nil_return_confirmed", confirmed),
            ExportText.Event(2, "nil_return_confirmed", confirmed.Replace("walks", "dogs")),
            ExportText.Event(3, "nil_return_withdrawn", """{"year":2025,"figure":"walks","reason":"补录"}""")));

        Assert.Equal(["dogs"], fold.Units["u"][2025].NilReturns);
    }
}
